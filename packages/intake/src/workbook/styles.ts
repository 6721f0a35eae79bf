import { type NumberStyle } from './number-text.js';
import { hear } from './xml.js';

const PLAIN: NumberStyle = { kind: 'plain' };

/** Formats that have a number only (ECMA-376 part 1, 18.8.30): percentages, and dates in the languages that add some. */
const PERCENTAGES = [9, 10];
const isDateOfExcel = (id: number) =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

/** How the cells of each style are shown, in the order in which cells name them. */
export function readStyles(bytes: Uint8Array): NumberStyle[] {
  const formats = new Map<number, NumberStyle>();
  const styles: NumberStyle[] = [];
  let isForCells = false;
  hear(bytes, {
    open: (name, { numFmtId = '0', formatCode = '' }) => {
      const id = Number(numFmtId);
      if (name === 'numFmt') formats.set(id, styleOf(formatCode));
      else if (name === 'cellXfs') isForCells = true;
      else if (name === 'xf' && isForCells) styles.push(formats.get(id) ?? ownStyle(id));
    },
    close: (name) => {
      if (name === 'cellXfs') isForCells = false;
    },
  });
  return styles;
}

function ownStyle(id: number): NumberStyle {
  if (PERCENTAGES.includes(id)) return { kind: 'percent' };
  return isDateOfExcel(id) ? { kind: 'date' } : PLAIN;
}

/** What a format that somebody wrote makes of a number: texts, colours and currencies in it say nothing. */
function styleOf(code: string): NumberStyle {
  if (code.length > 255) return PLAIN;
  const [bare = ''] = code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '').split(';');
  if (bare.includes('%')) return { kind: 'percent' };
  if (/^0{2,}$/.test(bare)) return { kind: 'padded', digits: bare.length };
  const isGeneral = /^(general|standaard)$/i.test(bare);
  // An m alone is months; beside hours or seconds it is minutes.
  const isDate = /[dy]/i.test(bare) || (/m/i.test(bare) && !/[hs]/i.test(bare));
  return isDate && !isGeneral ? { kind: 'date' } : PLAIN;
}
