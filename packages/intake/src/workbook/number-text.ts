import { addDays } from '@samenwerkt/calendar';

/** How a number is shown, as far as that changes what it says. */
export type NumberStyle =
  | { readonly kind: 'plain' }
  | { readonly kind: 'percent' }
  | { readonly kind: 'date' }
  /** Shown with zeros before it, such as a contract number; `digits` in all. */
  | { readonly kind: 'padded'; readonly digits: number };

/** Digits of a number that Excel shows; what stands behind them is how the machine rounds, not what somebody typed. */
const SHOWN = 15;
/** Zeros that are written out: more than any amount or date has. */
const FURTHEST = 40;
const written = /^([+-]?)(\d*)\.?(\d*)(?:[eE]([+-]?\d{1,4}))?$/;

/**
 * A number of a workbook as somebody would have typed it: decimal text without exponent, of at most 15 significant
 * digits, `65%` for a percentage, `2026-03-31` for a date. What is no number, or no day, stays as it is.
 * @param mark before the decimals
 * @param since1904 whether days are counted as the first Macintoshes did
 */
export function numberText(raw: string, style: NumberStyle, mark: '.' | ',', since1904: boolean): string {
  const shift = style.kind === 'percent' ? 2 : 0;
  const decimal = decimalText(raw, shift);
  if (decimal === undefined) return raw;
  if (style.kind === 'date') return dayText(decimal, since1904) ?? decimal;
  if (style.kind === 'padded' && /^\d+$/.test(decimal)) return decimal.padStart(style.digits, '0');
  return decimal.replace('.', mark) + (style.kind === 'percent' ? '%' : '');
}

/** Exact but for what stands behind the fifteenth digit. @param shift powers of ten to multiply by */
function decimalText(raw: string, shift: number): string | undefined {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = written.exec(raw) ?? [];
  const digits = (whole + fraction).replace(/^0+/, '');
  if (whole + fraction === '') return undefined;
  if (digits === '') return '0';
  const kept = rounded(digits);
  // Of the kept digits, as many stand before the decimal mark.
  const before = digits.length - fraction.length + Number(exponent) + shift + (kept.carried ? 1 : 0);
  if (Math.abs(before) > FURTHEST) return undefined;
  const padded = before <= 0 ? '0'.repeat(1 - before) + kept.digits : kept.digits.padEnd(before, '0');
  const at = Math.max(before, 1);
  const decimals = padded.slice(at).replace(/0+$/, '');
  return `${sign === '-' ? '-' : ''}${padded.slice(0, at)}${decimals === '' ? '' : `.${decimals}`}`;
}

function rounded(digits: string): { digits: string; carried: boolean } {
  if (digits.length <= SHOWN) return { digits, carried: false };
  const up = (digits[SHOWN] ?? '0') >= '5' ? 1n : 0n;
  const kept = String(BigInt(digits.slice(0, SHOWN)) + up);
  return { digits: kept, carried: kept.length > SHOWN };
}

/** Last day that Excel counts to, 31 December 9999. */
const LAST_DAY = 2_958_465;

/** The day of a serial number; a time within that day is left out. */
function dayText(decimal: string, since1904: boolean): string | undefined {
  const serial = Number(decimal.split('.')[0]);
  if (decimal.startsWith('-') || serial > LAST_DAY) return undefined;
  if (since1904) return addDays('1904-01-01', serial);
  // Day 60 is 29 February 1900, which never was: before it the count is one less behind.
  if (serial < 1 || serial === 60) return undefined;
  return addDays(serial < 60 ? '1899-12-31' : '1899-12-30', serial);
}
