import { overlaid } from '../layers.js';
import { type CompiledRule, type Pack, type Parameter, type Vocabulary } from '../model.js';
import { type Place } from '../problem.js';
import { under } from '../shape.js';
import { readTree, type Tree } from '../yaml-tree.js';

/** A pack that loads, with its files, and what it is judged against. */
export interface Loaded {
  readonly pack: Pack;
  readonly files: ReadonlyMap<string, string>;
  readonly vocabulary: Vocabulary;
  /** The files that count, by their path within the pack; places in them name the file they stand in. */
  readonly trees: ReadonlyMap<string, Tree>;
  /** ISO date of judgement. */
  readonly date: string;
  /** Names of parameters that the engine reads itself. */
  readonly readByEngine: ReadonlySet<string>;
  /** Where a key of a parameter stands. */
  parameterPlace(parameter: Parameter, ...steps: readonly (string | number)[]): Place;
  /** Where a key of a rule stands. */
  rulePlace(rule: CompiledRule, ...steps: readonly (string | number)[]): Place;
}

type Given = Pick<Loaded, 'pack' | 'files' | 'vocabulary' | 'date' | 'readByEngine'>;

/** Reads the files again for their places; the pack itself keeps none, and deciding never needs them. */
export function loadedFiles(given: Given): Loaded {
  const trees = new Map<string, Tree>();
  const texts = [...given.files].filter(([path]) => path.endsWith('.yaml'));
  for (const [path, { file, text }] of overlaid(texts)) {
    const tree = readTree(file, text.replace(/\r\n?/g, '\n'), () => undefined);
    if (tree) trees.set(path, tree);
  }
  const rules = new Map<string, Tree>();
  for (const [path, tree] of trees) {
    if (!path.startsWith('rules/') || tree.kind !== 'list') continue;
    for (const item of tree.items) {
      const id = under(item, 'id');
      if (id.kind === 'scalar') rules.set(String(id.value), item);
    }
  }
  const placeIn = (tree: Tree | undefined, file: string, steps: readonly (string | number)[]): Place =>
    tree ? under(tree, ...steps).place : { file, line: 1, column: 1 };
  return {
    ...given,
    trees,
    parameterPlace({ name }, ...steps) {
      const path = `parameters/${name.replaceAll('.', '/')}.yaml`;
      return placeIn(trees.get(path), path, steps);
    },
    rulePlace: ({ rule: { id } }, ...steps) => placeIn(rules.get(id), 'rules', steps),
  };
}
