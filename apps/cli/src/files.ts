import { closeSync, openSync, readFileSync, readSync, writeFileSync } from 'node:fs';
import { UsageFault } from './output/failure.js';

/** The bytes of a file that the user named. @throws UsageFault when it cannot be read */
export function readFile(file: string): Uint8Array {
  return readable(file, () => readFileSync(file));
}

/** The text of a file that the user named. @throws UsageFault when it cannot be read */
export function readTextFile(file: string): string {
  return new TextDecoder().decode(readFile(file));
}

/**
 * The first bytes of a file that anybody may have made, however large it is.
 * @param most how many are wanted; one more is given when there is more, so that whoever reads it can tell
 * @throws UsageFault when it cannot be read
 */
export function readStart(file: string, most: number): Uint8Array {
  return readable(file, () => {
    const handle = openSync(file, 'r');
    try {
      const bytes = Buffer.alloc(most + 1);
      return bytes.subarray(0, readSync(handle, bytes, 0, most + 1, 0));
    } finally {
      closeSync(handle);
    }
  });
}

/**
 * Writes a file that is not there yet.
 * @param mode who may read it, such as 0o600
 * @throws UsageFault when it is there, or cannot be written
 */
export function writeNewFile(file: string, content: string | Uint8Array, mode: number): void {
  try {
    writeFileSync(file, content, { mode, flag: 'wx' });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') throw existsAlready(file);
    throw new UsageFault(`${file} is niet te schrijven: ${message}`, `${file} cannot be written: ${message}`);
  }
}

/** A file that must not be written over. */
export function existsAlready(file: string): UsageFault {
  return new UsageFault(
    `${file} bestaat al; noem een ander bestand. Er is niets overschreven.`,
    `${file} exists already; name another file. Nothing was overwritten.`,
  );
}

function readable(file: string, read: () => Uint8Array): Uint8Array {
  try {
    return read();
  } catch (error) {
    const reason = (error as Error).message;
    throw new UsageFault(`${file} is niet te lezen: ${reason}`, `${file} cannot be read: ${reason}`);
  }
}
