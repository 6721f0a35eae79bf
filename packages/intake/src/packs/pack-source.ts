import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { readPackArchive } from './archive-read.js';
import { NPM, readNpmPack } from './npm-pack.js';
import { readPackFolder } from './pack-folder.js';
import { PackSourceRefused } from './source-refused.js';

/**
 * The files of a pack that somebody named: a folder, an archive (tar.gz), or `npm:<package>`.
 * @param from folder that a path is relative to, and that npm packages are looked for from
 * @returns path within the pack, with forward slashes → text
 * @throws PackSourceRefused when there is nothing to read, PackArchiveRefused
 */
export function readPackSource(source: string, from: string): Map<string, string> {
  if (source.startsWith(NPM)) return readNpmPack(source, from);
  const place = resolve(from, source);
  return readable(source, () =>
    statSync(place).isDirectory() ? readPackFolder(place) : readPackArchive(readFileSync(place)),
  );
}

/** What a source holds, with a reason in words when the system says no. */
export function readable<T>(source: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    const { code, syscall, message } = error as NodeJS.ErrnoException;
    if (syscall === undefined) throw error;
    throw new PackSourceRefused(code === 'ENOENT' ? 'missing' : 'unreadable', source, message);
  }
}
