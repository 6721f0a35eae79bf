import { DateInvalid, plainDate } from '@samenwerkt/calendar';
import { type ContractFacts } from '@samenwerkt/engine';
import { problem, type CellPlace, type CellProblem } from './cell-problem.js';
import { type ProblemCode } from './problem-texts.js';

/** Which mark stands before the decimals. With `comma`, points separate thousands. */
export type Decimals = 'point' | 'comma';

/** What a cell holds, or what is wrong with it. */
export type Cell<T> = { readonly value: T } | { readonly problem: CellProblem };

const most = { euro: 13, percent: 3 };

const spellings = {
  /** 1440000 or 1440000.5 or 1440000.50 */
  point: /^-?\d+(\.\d{1,2})?$/,
  /** 1440000 or 1.440.000 or either with ,5 or ,50 */
  comma: /^-?(\d+|\d{1,3}(\.\d{3})+)(,\d{1,2})?$/,
};

/** Reads an amount in euro excl. btw into decimal text with two decimals; it must be greater than zero. */
export function readEuro(place: CellPlace, decimals: Decimals): Cell<string> {
  const read = readDecimal(place, place.value.replace(/^(€|EUR)\s*/i, ''), decimals, '1440000.00', most.euro);
  if ('problem' in read) return read;
  const [whole = '', fraction = ''] = read.value.split('.');
  if (whole.startsWith('-') || /^0*$/.test(whole + fraction)) return refused('not-positive', place);
  return { value: `${whole}.${fraction.padEnd(2, '0')}` };
}

/** Reads a percentage from 0 to 100 into decimal text without needless zeros: `65`, `62.5`. */
export function readPercent(place: CellPlace, decimals: Decimals): Cell<string> {
  const read = readDecimal(place, place.value.replace(/\s*%$/, ''), decimals, '62.5', most.percent);
  if ('problem' in read) return read;
  const [whole = '', fraction = ''] = read.value.split('.');
  const significant = fraction.replace(/0+$/, '');
  const above = whole.length > 3 || Number(whole) > 100 || (Number(whole) === 100 && significant !== '');
  if (whole.startsWith('-') || above) return refused('percent-out-of-range', place);
  return { value: significant === '' ? whole : `${whole}.${significant}` };
}

function readDecimal(
  place: CellPlace,
  text: string,
  decimals: Decimals,
  example: string,
  digits: number,
): Cell<string> {
  const spelled = spellings[decimals].test(text);
  if (!spelled) return misspelled(place, text, decimals, example);
  const decimal = decimals === 'comma' ? text.replaceAll('.', '').replace(',', '.') : text;
  const trimmed = decimal.replace(/^(-?)0+(?=\d)/, '$1');
  const whole = trimmed.replace('-', '').split('.')[0] ?? '';
  if (whole.length > digits) return refused('number-too-large', place, { limit: digits });
  return { value: trimmed };
}

/** Says what the writer most likely meant: another decimal mark, thousands, or no number at all. */
function misspelled(place: CellPlace, text: string, decimals: Decimals, example: string): Cell<string> {
  const thousands = decimals === 'point' && /^-?\d{1,3}(\.\d{3})+$/.test(text);
  if (thousands) return refused('thousands-ambiguous', place);
  if (decimals === 'point' && /^-?(\d+|\d{1,3}(\.\d{3})+),\d{1,2}$/.test(text)) {
    return refused('decimal-comma', place, { suggestion: text.replaceAll('.', '').replace(',', '.') });
  }
  if (decimals === 'comma' && /^-?(\d+|\d{1,3}(,\d{3})+)\.\d{1,2}$/.test(text)) {
    return refused('decimal-point', place, { suggestion: text.replaceAll(',', '').replace('.', ',') });
  }
  return refused('number-unreadable', place, {
    example: decimals === 'comma' ? example.replace('.', ',') : example,
  });
}

const furthest = 30;

/**
 * Reads a date, written yyyy-mm-dd or dd-mm-yyyy, into ISO.
 * @param asOf ISO date of the export; when given, a year more than thirty from it is taken for a typing error
 */
export function readDate(place: CellPlace, asOf: string | undefined): Cell<string> {
  const dutch = /^(\d{1,2})-(\d{1,2})-(\d{4})$/.exec(place.value);
  const iso = dutch ? [dutch[3], dutch[2]?.padStart(2, '0'), dutch[1]?.padStart(2, '0')].join('-') : place.value;
  if (!exists(iso)) return refused('date-unreadable', place);
  if (asOf !== undefined && Math.abs(yearOf(iso) - yearOf(asOf)) > furthest) {
    return refused('date-implausible', place, { asOf, limit: furthest });
  }
  return { value: iso };
}

function exists(iso: string): boolean {
  try {
    plainDate(iso);
    return true;
  } catch (error) {
    if (error instanceof DateInvalid) return false;
    throw error;
  }
}

function yearOf(iso: string): number {
  return Number(iso.slice(0, 4));
}

const kinds: Readonly<Record<string, ContractFacts['soort']>> = {
  werk: 'werk',
  werken: 'werk',
  dienst: 'dienst',
  diensten: 'dienst',
  levering: 'levering',
  leveringen: 'levering',
};

/** Reads the kind of contract; the plural that procurement systems write is understood. */
export function readKind(place: CellPlace): Cell<ContractFacts['soort']> {
  const word = place.value.toLowerCase();
  const kind = Object.hasOwn(kinds, word) ? kinds[word] : undefined;
  return kind ? { value: kind } : refused('kind-unknown', place);
}

/** Takes a text as it stands, unless it could do harm as a formula in the next spreadsheet. */
export function readText(place: CellPlace): Cell<string> {
  const first = place.value.charAt(0);
  return '=+-@'.includes(first) ? refused('formula-like', place, { character: first }) : { value: place.value };
}

function refused(
  code: ProblemCode,
  place: CellPlace,
  details?: Readonly<Record<string, string | number>>,
): { readonly problem: CellProblem } {
  return { problem: problem(code, place, details) };
}
