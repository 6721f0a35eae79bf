import { checkLayers, DEEPEST_BASE, layered, type Layer, manifestPath } from './layers.js';
import { manifestFile } from './manifest-file.js';
import { type Manifest, type Vocabulary } from './model.js';
import { type Place, type Report } from './problem.js';
import { satisfies } from './semver-range.js';
import { under } from './shape.js';
import { type Tree } from './yaml-tree.js';

/** The manifests of a pack and of the packs it lies on. */
export interface Manifests {
  /** The pack's own; absent when it has a mistake. */
  readonly own: Manifest | undefined;
  /** The one of the layer that a file belongs to. */
  of(place: Pick<Place, 'file'>): Manifest | undefined;
}

/**
 * Reads the manifest of every layer, and checks it against what the engine knows.
 * @param trees file → its content, manifests of bases included
 * @param files the paths of all files of the pack
 */
export function manifestsIn(
  trees: ReadonlyMap<string, Tree>,
  files: readonly string[],
  vocabulary: Vocabulary,
  report: Report,
): Manifests {
  const layers: Layer[] = [];
  for (let i = 0; i <= DEEPEST_BASE; i++) {
    const tree = trees.get(manifestPath(i));
    const manifest = tree && manifestFile(tree, report);
    if (tree && manifest) checkKnown(manifest, tree, vocabulary, report);
    layers.push({ tree, manifest });
  }
  checkLayers(layers, files, report);
  return { own: layers[0]?.manifest, of: ({ file }) => layers[layered(file).layer]?.manifest };
}

function checkKnown(
  { engine, lifecycles, lifecycleRanges }: Manifest,
  tree: Tree,
  known: Vocabulary,
  report: Report,
): void {
  if (!satisfies(known.engineVersion, engine)) {
    report(
      under(tree, 'engine').place,
      'engine-range',
      `Dit pakket is voor motor ${engine}; deze is ${known.engineVersion}.`,
      `This pack is for engine ${engine}; this one is ${known.engineVersion}.`,
    );
  }
  lifecycles.forEach((id, i) => {
    const at = under(tree, 'lifecycles', i);
    const lifecycle = known.lifecycles.get(id);
    const range = lifecycleRanges[id];
    if (!lifecycle) {
      const all = [...known.lifecycles.keys()].join(', ');
      report(
        under(at, 'id').place,
        'lifecycle-unknown',
        `Het stappenplan '${id}' bestaat niet; kies uit ${all}.`,
        `The lifecycle '${id}' does not exist; choose from ${all}.`,
      );
    } else if (range !== undefined && !satisfies(lifecycle.version, range)) {
      report(
        under(at, 'version').place,
        'lifecycle-range',
        `Dit pakket is voor ${id} ${range}; dit is ${lifecycle.version}.`,
        `This pack is for ${id} ${range}; this one is ${lifecycle.version}.`,
      );
    }
  });
}

/** Checks that an id of a rule or a test begins as the pack it stands in says. */
export function checkNamespace(id: string, place: Place, manifests: Manifests, report: Report): void {
  const { namespace } = manifests.of(place) ?? {};
  if (namespace === undefined || id.startsWith(`${namespace}-`)) return;
  report(
    place,
    'namespace',
    `Kenmerken van dit pakket beginnen met ${namespace}-; noem ${id} anders, of pas \`namespace\` in pack.yaml aan.`,
    `Ids of this pack begin with ${namespace}-; call ${id} otherwise, or change \`namespace\` in pack.yaml.`,
  );
}
