import { readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { withBase } from '@samenwerkt/engine';
import { readPackArchive } from './archive-read.js';
import { NPM, readNpmPack } from './npm-pack.js';
import { packsIn, readPackFolder } from './pack-folder.js';
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

/**
 * As {@link readPackSource}, with the pack that it extends inside it: from beside it when it is a path, else from those that
 * come with the program.
 * @param shipped folder of the packs that come with the program
 * @throws PackSourceRefused when there is nothing to read, PackArchiveRefused
 */
export function wholePack(source: string, from: string, shipped: string): ReadonlyMap<string, string> {
  const beside = source.startsWith(NPM) ? [] : [dirname(resolve(from, source))];
  return withBase(readPackSource(source, from), packsIn(...beside, shipped));
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
