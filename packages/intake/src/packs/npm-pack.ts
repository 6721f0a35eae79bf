import { lstatSync, readdirSync, readFileSync, realpathSync, statSync, type Dirent } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative, resolve, sep } from 'node:path';
import { MOST_BYTES, MOST_FILES } from './archive-limits.js';
import { PackSourceRefused } from './source-refused.js';

/** How a source says that it is an npm package. */
export const NPM = 'npm:';

/** Names as npm allows them: no way to another folder in them. */
const packageName = /^(@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/;

/** What a package has beside its pack; at the top of the pack's folder only. */
const notOfThePack = /^(package\.json|node_modules|licen[cs]e(\.(md|txt))?)$/i;

/**
 * The files of the pack in an installed npm package, found as Node finds packages: in `node_modules` of the folder and
 * of the folders above it. Only text is read; nothing of the package is executed.
 * @param source `npm:<name>`
 * @param from folder to look from
 * @returns path within the pack, with forward slashes → text
 * @throws PackSourceRefused
 */
export function readNpmPack(source: string, from: string): Map<string, string> {
  const root = packageFolder(source, from);
  const folder = packFolder(source, root);
  const files = new Map<string, string>();
  let bytes = 0;
  for (const path of filesIn(source, folder)) {
    bytes += statSync(path).size;
    if (files.size >= MOST_FILES || bytes > MOST_BYTES) throw new PackSourceRefused('npm-too-large', source);
    files.set(relative(folder, path).split(sep).join('/'), readFileSync(path, 'utf8'));
  }
  return files;
}

/** Where the package really is: what a workspace, npm link or pnpm put in `node_modules` is a link to it. */
function packageFolder(source: string, from: string): string {
  const name = source.slice(NPM.length);
  if (!packageName.test(name)) throw new PackSourceRefused('npm-name', source);
  const places = createRequire(join(resolve(from), 'package.json')).resolve.paths(name) ?? [];
  const found = places.map((place) => join(place, name)).find((place) => isFile(join(place, 'package.json')));
  if (found === undefined) throw new PackSourceRefused('npm-missing', source);
  return realpathSync(found);
}

/** The folder of the package that holds the pack: the one it names, or the package itself. */
function packFolder(source: string, root: string): string {
  const named = folderNamed(source, join(root, 'package.json'));
  const folder = resolve(root, named);
  const manifest = relative(root, join(folder, 'pack.yaml')).split(sep).join('/');
  if (!isWithin(folder, root)) throw new PackSourceRefused('npm-outside', source, named);
  if (!lstatSync(join(folder, 'pack.yaml'), { throwIfNoEntry: false }))
    throw new PackSourceRefused('npm-no-pack', source, manifest);
  if (!isWithin(realpathSync(folder), root)) throw new PackSourceRefused('npm-outside', source, named);
  return realpathSync(folder);
}

function folderNamed(source: string, file: string): string {
  try {
    const manifest = JSON.parse(readFileSync(file, 'utf8')) as { samenwerkt?: { pack?: unknown } } | null;
    const named = manifest?.samenwerkt?.pack ?? '.';
    if (typeof named === 'string') return named;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new PackSourceRefused('npm-manifest', source);
}

/** The files of the pack; a link is never followed. */
function* filesIn(source: string, folder: string, top = folder): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort(byName)) {
    if (folder === top && notOfThePack.test(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesIn(source, path, top);
    else if (entry.isFile()) yield path;
    else throw new PackSourceRefused('npm-outside', source, relative(top, path).split(sep).join('/'));
  }
}

function byName(a: Dirent, b: Dirent): number {
  return a.name < b.name ? -1 : 1;
}

function isWithin(path: string, root: string): boolean {
  return path === root || path.startsWith(root + sep);
}

/** Whether there is an ordinary file here, not a link to one. */
function isFile(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
