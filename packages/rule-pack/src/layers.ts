import { type Manifest } from './model.js';
import { type Place, type Report } from './problem.js';
import { satisfies } from './semver-range.js';
import { under } from './shape.js';
import { type Tree } from './yaml-tree.js';

/** A pack may lie on a base, that on another, and that on a third: `base/base/base/`. */
export const DEEPEST_BASE = 3;

/** Folder within a pack that holds the pack it extends. */
export const BASE_FOLDER = 'base/';

const split = /^((?:base\/)*)(.*)$/;

/** Where a file of a pack belongs: `base/rules/a.yaml` is `rules/a.yaml` of the pack one layer down. */
interface Layered {
  /** 0 for the pack's own files, 1 for those of its base, and so on. */
  readonly layer: number;
  /** Path within the pack of that layer. */
  readonly path: string;
}

/** The layer of a file, and its path there. */
export function layered(file: string): Layered {
  const [, down = '', path = file] = split.exec(file) ?? [];
  return { layer: down.length / BASE_FOLDER.length, path };
}

type Texts = readonly (readonly [string, string])[];

/**
 * The files that count, in order of their path within the pack: a file goes before the one of the same path in a base. The
 * manifest of a base is about the base only, so it is not among them.
 * @param texts path within the whole pack → text
 */
export function overlaid(texts: Texts): ReadonlyMap<string, { readonly file: string; readonly text: string }> {
  const all = texts.map(([file, text]) => ({ ...layered(file), file, text }));
  const own = all.filter(({ path, layer }) => layer === 0 || path !== 'pack.yaml');
  own.sort((a, b) => a.layer - b.layer);
  const effective = new Map<string, { file: string; text: string }>();
  for (const { path, file, text } of own) if (!effective.has(path)) effective.set(path, { file, text });
  return new Map([...effective].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Path of the manifest of a layer. */
export function manifestPath(layer: number): string {
  return `${BASE_FOLDER.repeat(layer)}pack.yaml`;
}

/** A manifest with its place in the files; both are absent when it cannot be read. */
export interface Layer {
  readonly tree?: Tree | undefined;
  readonly manifest?: Manifest | undefined;
}

/**
 * Checks that every layer lies on the base it says it extends, and on none when it says nothing.
 * @param layers own manifest first, then that of its base, and so on
 * @param files the paths of all files
 */
export function checkLayers(layers: readonly Layer[], files: readonly string[], report: Report): void {
  layers.forEach(({ tree, manifest }, i) => {
    if (!tree || !manifest) return;
    const below = files.find((file) => layered(file).layer > i);
    const base = layers[i + 1];
    if (!manifest.extends) return below === undefined ? undefined : unexpected(below, manifest, report);
    const { place } = under(tree, 'extends');
    if (i >= DEEPEST_BASE) return tooDeep(place, report);
    if (below === undefined) return missing(place, manifest, report);
    if (base?.manifest) checkIdentity(manifest.extends, base.manifest, place, report);
    else if (!files.includes(manifestPath(i + 1))) missing(place, manifest, report);
  });
}

function unexpected(file: string, { name }: Manifest, report: Report): void {
  report(
    { file, line: 1, column: 1 },
    'base-unexpected',
    `Dit bestand ligt in base/, maar ${name} zegt niet dat het een ander pakket uitbreidt; zet \`extends\` in zijn pack.yaml of haal base/ weg.`,
    `This file is in base/, but ${name} does not say that it extends another pack; put \`extends\` in its pack.yaml or remove base/.`,
  );
}

function tooDeep(place: Place, report: Report): void {
  report(
    place,
    'base-too-deep',
    `Een pakket ligt op hoogstens ${DEEPEST_BASE} andere; breid er een uit dat zelf minder lagen heeft, en ga na of pakketten elkaar niet over en weer uitbreiden.`,
    `A pack lies on at most ${DEEPEST_BASE} others; extend one that has fewer layers, and see whether packs extend each other back and forth.`,
  );
}

function missing(place: Place, manifest: Manifest, report: Report): void {
  const { name, version } = manifest.extends ?? { name: '', version: '' };
  report(
    place,
    'base-missing',
    `Dit pakket breidt ${name} ${version} uit, maar dat ligt niet in base/. Zet de map ${name} naast die van dit pakket en maak er met \`samenwerkt pack pack\` een archief van: dat haalt het erin.`,
    `This pack extends ${name} ${version}, but that is not in base/. Put the folder ${name} beside that of this pack and make an archive with \`samenwerkt pack pack\`: that takes it in.`,
  );
}

function checkIdentity(
  wanted: NonNullable<Manifest['extends']>,
  { name, version }: Manifest,
  place: Place,
  report: Report,
): void {
  if (name === wanted.name && satisfies(version, wanted.version)) return;
  report(
    place,
    'extends-mismatch',
    `Dit pakket breidt ${wanted.name} ${wanted.version} uit, maar in base/ ligt ${name} ${version}; leg het goede pakket neer of pas \`extends\` aan.`,
    `This pack extends ${wanted.name} ${wanted.version}, but base/ holds ${name} ${version}; put the right pack there or change \`extends\`.`,
  );
}
