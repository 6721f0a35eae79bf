import { loadPolicy, type Policy } from '@samenwerkt/engine';
import { readPackSource } from '@samenwerkt/intake';

type Files = ReadonlyMap<string, string>;

/** The files of a pack that the user named: a folder, an archive, or `npm:<package>`. @throws PackSourceRefused */
export function packFiles(source: string): Files {
  return readPackSource(source, process.cwd());
}

/** A pack that the user named. @throws PackInvalid, PackSourceRefused */
export function packAt(source: string): Policy & { readonly files: Files } {
  const files = packFiles(source);
  return { files, ...loadPolicy(files) };
}
