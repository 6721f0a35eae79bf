import { Decimal } from 'decimal.js';
import { type Text } from './model.js';

/** Decimals with so many digits that only the one rounding at the end can be seen. */
const Exact = Decimal.clone({ precision: 120, rounding: Decimal.ROUND_HALF_UP });

/** An exact number from decimal text or a whole number. */
export function exact(value: string | number): Decimal {
  return new Exact(value);
}

/** Euro as decimal text, rounded half up to the cent. Only for the end of a calculation. */
export function cents(amount: Decimal): string {
  return amount.toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toFixed(2);
}

/** The sum of amounts in euro, exact; each and the sum are decimal text. `0.00` for none. */
export function sumOf(amounts: readonly string[]): string {
  return amounts.reduce((sum, amount) => sum.plus(amount), exact(0)).toFixed(2);
}

/** An amount as people write it: € 16.666,67 and € 16,666.67. */
export function money(amount: string): Text {
  const [whole = '0', fraction = ''] = amount.split('.');
  const places = fraction.padEnd(2, '0');
  const grouped = (mark: string): string => whole.replace(/\B(?=(\d{3})+$)/g, mark);
  return { nl: `€ ${grouped('.')},${places}`, en: `€ ${grouped(',')}.${places}` };
}
