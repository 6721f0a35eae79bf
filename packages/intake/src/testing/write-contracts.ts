import { type ContractRow } from '../contracts/contract-row.js';
import { columns, type ColumnName } from '../contracts/columns.js';

/** How a procurement system might write its export. */
interface Writing {
  readonly separator: ',' | ';' | '\t';
  readonly decimals: 'point' | 'comma';
  readonly encoding: 'utf-8' | 'windows-1252';
  readonly mark?: boolean;
  readonly lineBreak?: '\n' | '\r\n';
}

/** Writes contracts as an export, every cell quoted where that is needed; the reverse of reading them. */
export function writeContracts(rows: readonly ContractRow[], writing: Writing): Uint8Array {
  const lines = [columns.map(({ name }) => name), ...rows.map((row) => columns.map(({ name }) => cell(row, name)))];
  const { decimals, separator, lineBreak = '\n', mark = false } = writing;
  const text = lines
    .map((cells, line) => cells.map((value, i) => quoted(line === 0 ? value : spelled(value, i, decimals), separator)))
    .map((cells) => cells.join(separator) + lineBreak)
    .join('');
  return writing.encoding === 'utf-8' ? Buffer.from((mark ? '\ufeff' : '') + text) : windows1252(text);
}

function cell(row: ContractRow, name: ColumnName): string {
  return name === 'leverancier' ? row.leverancier : (row.facts[name] ?? '');
}

function spelled(value: string, index: number, decimals: Writing['decimals']): string {
  const kind = columns[index]?.kind;
  return decimals === 'comma' && (kind === 'euro' || kind === 'percent') ? value.replace('.', ',') : value;
}

function quoted(value: string, separator: string): string {
  const needed = value.includes('"') || value.includes(separator) || /[\r\n]/.test(value);
  return needed ? `"${value.replaceAll('"', '""')}"` : value;
}

/** The letters beyond Latin-1 that Dutch texts use. */
const letters: Readonly<Record<string, number>> = { '€': 0x80, '‘': 0x91, '’': 0x92, '“': 0x93, '”': 0x94, '–': 0x96 };

function windows1252(text: string): Uint8Array {
  return Uint8Array.from(Array.from(text, (letter) => letters[letter] ?? letter.charCodeAt(0)));
}
