import { Parts } from './parts.js';
import { readRows, type CellReading, type SheetRow } from './rows.js';
import { readStyles } from './styles.js';
import { WorkbookRefused } from './workbook-refused.js';
import { hear } from './xml.js';

/** How much of a workbook is read, and what stands before the decimals of its numbers. */
type WorkbookReading = Pick<CellReading, 'mark' | 'mostRows' | 'mostCells'>;

/**
 * The rows of the first sheet that can be seen, of an Excel workbook (.xlsx, ECMA-376): what each cell says, formulas by
 * the outcome that was saved. Nothing in it is run.
 * @returns rows with something in them, at most `mostRows`
 * @throws PackArchiveRefused, WorkbookRefused
 */
export function readWorkbook(bytes: Uint8Array, reading: WorkbookReading): SheetRow[] {
  const parts = new Parts(bytes);
  const workbook = parts.relations('').find(({ kind }) => kind === 'officeDocument')?.path ?? '';
  const related = parts.relations(workbook);
  const partOf = (kind: string) => related.find((relation) => relation.kind === kind)?.path;
  const { sheet, since1904 } = outline(parts.bytes(workbook));
  const path = related.find(({ id }) => id === sheet)?.path ?? '';
  const [texts, styles] = [partOf('sharedStrings'), partOf('styles')];
  return readRows(parts.bytes(path), {
    ...reading,
    since1904,
    texts: texts === undefined ? [] : readTexts(parts.bytes(texts)),
    styles: styles === undefined ? [] : readStyles(parts.bytes(styles)),
  });
}

/** Which sheet is read, and how days are counted. */
function outline(bytes: Uint8Array): { sheet: string; since1904: boolean } {
  const seen: string[] = [];
  let since1904 = false;
  hear(bytes, {
    open: (name, attributes) => {
      if (name === 'workbookPr') since1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
      if (name !== 'sheet' || (attributes['state'] ?? 'visible') !== 'visible') return;
      const id = Object.entries(attributes).find(([attribute]) => attribute.endsWith(':id'));
      if (id) seen.push(id[1]);
    },
  });
  const [sheet] = seen;
  if (sheet === undefined) throw new WorkbookRefused();
  return { sheet, since1904 };
}

/** The texts that cells name by number, without what is only there to be pronounced. */
function readTexts(bytes: Uint8Array): string[] {
  const texts: string[] = [];
  let [text, isText, spoken] = ['', false, false];
  hear(bytes, {
    open: (name) => {
      if (name === 'si') text = '';
      if (name === 'rPh') spoken = true;
      isText = name === 't' && !spoken;
    },
    text: (more) => {
      if (isText) text += more;
    },
    close: (name) => {
      isText = false;
      if (name === 'rPh') spoken = false;
      if (name === 'si') texts.push(text);
    },
  });
  return texts;
}
