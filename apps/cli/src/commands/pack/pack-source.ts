import { statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { loadPolicy, type Pack, withBase } from '@samenwerkt/engine';
import { packsIn, readPackArchive, readPackFolder } from '@samenwerkt/intake';
import { readFile } from '../../files.js';
import { UsageFault } from '../../output/failure.js';
import { PROGRAM } from '../../workplace.js';

type Files = ReadonlyMap<string, string>;

/**
 * The files of a pack that the user named, a folder or an archive, with the pack it extends inside it: from beside it, or
 * from those that come with the program.
 * @throws UsageFault when there is neither
 */
export function packFiles(source: string): Files {
  const found = statSync(source, { throwIfNoEntry: false });
  if (!found) throw new UsageFault(`${source} bestaat niet.`, `${source} does not exist.`);
  const files = found.isDirectory() ? readPackFolder(source) : readPackArchive(readFile(source));
  return withBase(files, packsIn(dirname(resolve(source)), join(PROGRAM, 'rule-packs')));
}

/** A pack that the user named. @throws PackInvalid, UsageFault */
export function packAt(source: string): { readonly files: Files; readonly pack: Pack } {
  const files = packFiles(source);
  return { files, pack: loadPolicy(files).pack };
}
