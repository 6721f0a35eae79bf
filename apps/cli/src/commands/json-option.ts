import { readTextFile } from '../files.js';
import { UsageFault } from '../output/failure.js';

/** The value of an option that is JSON, or `@file` with JSON in it. @throws UsageFault */
export function parseJsonOption(option: string, given: string): unknown {
  const text = given.startsWith('@') ? readTextFile(given.slice(1)) : given;
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    const reason = (error as Error).message;
    throw new UsageFault(`${option} is geen geldige JSON: ${reason}`, `${option} is not valid JSON: ${reason}`);
  }
}
