import { type DatedValue } from './model.js';

/**
 * The newest value that is not after the date. A value of null is an answer too: the parameter had ended by then.
 * @param values ascending by `from`
 */
export function valueOn(values: readonly DatedValue[], isoDate: string): DatedValue | undefined {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const from = values[middle]?.from ?? '';
    if (from <= isoDate) low = middle + 1;
    else high = middle;
  }
  return values[low - 1];
}
