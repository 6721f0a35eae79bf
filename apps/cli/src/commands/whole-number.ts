import { UsageFault } from '../output/failure.js';

/** The number that an option gives. @throws UsageFault */
export function wholeNumber(option: string, given: string): number {
  if (/^\d{1,9}$/.test(given)) return Number(given);
  throw new UsageFault(`${option} ${given}: geef een heel getal.`, `${option} ${given}: give a whole number.`);
}
