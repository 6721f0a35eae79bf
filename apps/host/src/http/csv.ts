/** With a mark at the front that tells Excel it is UTF-8, and semicolons, as Excel in the Netherlands expects. */
const MARK = '\ufeff';
const SEPARATOR = ';';
const LINE_BREAK = '\r\n';

/** What a spreadsheet would run as a formula (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r]/;

/** Rows as CSV (RFC 4180), the first with the headers. A cell that begins as a formula does gets an apostrophe before it. */
export function csvOf(rows: readonly (readonly (string | null)[])[]): string {
  return MARK + rows.map((cells) => cells.map(cellOf).join(SEPARATOR) + LINE_BREAK).join('');
}

function cellOf(cell: string | null): string {
  const text = cell ?? '';
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
