import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadPack } from '../load-pack.js';
import { type Pack } from '../model.js';
import { vocabulary } from './vocabulary.js';

const folder = fileURLToPath(new URL('../../../../rule-packs', import.meta.url));

/**
 * A pack from `rule-packs/`, as it is shipped.
 * @param filledIn text of files that an organisation changed, by path within the pack
 */
export function shippedPack(name: string, filledIn: Readonly<Record<string, string>> = {}): Pack {
  const root = join(folder, name);
  const paths = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const files = paths.map((path) => [relative(root, path).replaceAll('\\', '/'), readFileSync(path, 'utf8')] as const);
  return loadPack(new Map([...files, ...Object.entries(filledIn)]), vocabulary);
}
