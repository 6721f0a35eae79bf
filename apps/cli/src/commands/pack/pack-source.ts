import { loadPolicy, type Policy } from '@samenwerkt/engine';
import { wholePack } from '@samenwerkt/intake';
import { SHIPPED_PACKS } from '../../workplace.js';

type Files = ReadonlyMap<string, string>;

/**
 * The files of a pack that the user named, a folder, an archive, or `npm:<package>`, with the pack it extends inside it.
 * @throws PackSourceRefused
 */
export function packFiles(source: string): Files {
  return wholePack(source, process.cwd(), SHIPPED_PACKS);
}

/** A pack that the user named. @throws PackInvalid, PackSourceRefused */
export function packAt(source: string): Policy & { readonly files: Files } {
  const files = packFiles(source);
  return { files, ...loadPolicy(files) };
}
