import { statSync } from 'node:fs';
import { loadPolicy, type Pack } from '@samenwerkt/engine';
import { readPackArchive, readPackFolder } from '@samenwerkt/intake';
import { readFile } from '../../files.js';
import { UsageFault } from '../../output/failure.js';

type Files = ReadonlyMap<string, string>;

/** The files of a pack that the user named: a folder, or an archive. @throws UsageFault when there is neither */
export function packFiles(source: string): Files {
  const found = statSync(source, { throwIfNoEntry: false });
  if (!found) throw new UsageFault(`${source} bestaat niet.`, `${source} does not exist.`);
  return found.isDirectory() ? readPackFolder(source) : readPackArchive(readFile(source));
}

/** A pack that the user named. @throws PackInvalid, UsageFault */
export function packAt(source: string): { readonly files: Files; readonly pack: Pack } {
  const files = packFiles(source);
  return { files, pack: loadPolicy(files).pack };
}
