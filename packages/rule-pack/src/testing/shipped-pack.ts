import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadPack } from '../load-pack.js';
import { type Pack } from '../model.js';
import { vocabulary } from './vocabulary.js';

/** The packs that come with the product, a folder each. */
export const shippedFolder = fileURLToPath(new URL('../../../../rule-packs', import.meta.url));

/** The files of a pack from `rule-packs/`. */
export function shippedFiles(name: string): ReadonlyMap<string, string> {
  const root = join(shippedFolder, name);
  const paths = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(paths.map((path) => [relative(root, path).replaceAll('\\', '/'), readFileSync(path, 'utf8')]));
}

/**
 * A pack from `rule-packs/`, as it is shipped.
 * @param filledIn text of files that an organisation changed, by path within the pack
 */
export function shippedPack(name: string, filledIn: Readonly<Record<string, string>> = {}): Pack {
  return loadPack(new Map([...shippedFiles(name), ...Object.entries(filledIn)]), vocabulary);
}
