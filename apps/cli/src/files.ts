import { readFileSync } from 'node:fs';
import { UsageFault } from './output/failure.js';

/** The bytes of a file that the user named. @throws UsageFault when it cannot be read */
export function readFile(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    const reason = (error as Error).message;
    throw new UsageFault(`${file} is niet te lezen: ${reason}`, `${file} cannot be read: ${reason}`);
  }
}

/** The text of a file that the user named. @throws UsageFault when it cannot be read */
export function readTextFile(file: string): string {
  return new TextDecoder().decode(readFile(file));
}
