import { type Scalar } from 'yaml';

/**
 * Where a character of a scalar's value stands in the YAML text. Folding and indenting only change white space, so the
 * n-th visible character of the value is the n-th visible character of the source; quotes and escapes are stepped over.
 * @param index index in the value
 * @returns offset in the text; past the last visible character when the index is past the value
 */
export function offsetInSource(text: string, scalar: Scalar, index: number): number {
  const start = scalar.range?.[0] ?? 0;
  const end = scalar.range?.[1] ?? start;
  const escape = escapes[scalar.type ?? 'PLAIN'];
  let visible = String(scalar.value).slice(0, index).replace(/\s/g, '').length;
  let after = start;
  for (let at = contentStart(text, scalar, start); at < end; at++) {
    if (escape !== undefined && text.startsWith(escape, at)) at++;
    if (/\s/.test(text[at] ?? '')) continue;
    if (visible === 0) return at;
    visible--;
    after = at + 1;
  }
  return after;
}

/** What stands for one character together with the character after it. */
const escapes: Readonly<Record<string, string | undefined>> = { QUOTE_SINGLE: "''", QUOTE_DOUBLE: '\\' };

function contentStart(text: string, scalar: Scalar, start: number): number {
  if (scalar.type === 'QUOTE_SINGLE' || scalar.type === 'QUOTE_DOUBLE') return start + 1;
  if (scalar.type === 'BLOCK_FOLDED' || scalar.type === 'BLOCK_LITERAL') return text.indexOf('\n', start) + 1;
  return start;
}
