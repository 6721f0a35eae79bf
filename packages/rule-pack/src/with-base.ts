import { BASE_FOLDER, DEEPEST_BASE } from './layers.js';
import { extendsFile } from './manifest-file.js';
import { type Manifest } from './model.js';
import { readTree } from './yaml-tree.js';

type Files = ReadonlyMap<string, string>;

/**
 * Finds a pack by its name.
 * @param name in lower case with dashes: it leads to no other folder
 * @param range of versions asked for, such as `^1.1.0`
 * @returns its files, or undefined when there is none
 */
export type FindBase = (name: string, range: string) => Files | undefined;

/**
 * The files of a pack with the pack it extends inside it, under `base/`, and that of the base under `base/base/`. What is
 * there already stays. A base that cannot be found is left out, and the loader says so; packs that extend each other end at
 * the deepest layer, and the loader says that too. Pure.
 * @param files path within the pack, with forward slashes → text
 */
export function withBase(files: Files, find: FindBase): Files {
  return extended(files, find, 0);
}

function extended(files: Files, find: FindBase, layer: number): Files {
  const wanted = extendsIn(files);
  if (!wanted || layer >= DEEPEST_BASE) return files;
  const inside = [...files].filter(([path]) => path.startsWith(BASE_FOLDER));
  const found =
    inside.length > 0
      ? new Map(inside.map(([path, text]) => [path.slice(BASE_FOLDER.length), text]))
      : find(wanted.name, wanted.version);
  if (!found) return files;
  const base = [...extended(found, find, layer + 1)].filter(([path]) => path.endsWith('.yaml'));
  return new Map([...files, ...base.map(([path, text]) => [BASE_FOLDER + path, text] as const)]);
}

/** What the pack says it extends; undefined when it says nothing, or says it wrong: that is for the loader to report. */
function extendsIn(files: Files): Manifest['extends'] {
  const text = files.get('pack.yaml');
  const quietly = () => undefined;
  const tree = text === undefined ? undefined : readTree('pack.yaml', text.replace(/\r\n?/g, '\n'), quietly);
  const wanted = tree?.kind === 'map' ? tree.entries.get('extends') : undefined;
  return wanted && extendsFile(wanted.value, quietly);
}
