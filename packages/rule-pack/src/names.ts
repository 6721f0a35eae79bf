import { type FactTree, type FactType, type Parameter, type Vocabulary } from './model.js';
import { nearest } from './nearest.js';

/** What a dotted name in an expression stands for. */
type Meaning =
  | { readonly kind: 'fact'; readonly type: FactType }
  | { readonly kind: 'group' }
  | { readonly kind: 'parameter'; readonly name: string }
  /** A parameter whose file has a mistake, reported there; what refers to it is not a mistake of its own. */
  | { readonly kind: 'broken' };

/** Every name that expressions of one pack may use. */
export interface Names {
  meaningOf(path: string): Meaning | undefined;
  isRoot(name: string): boolean;
  /** The known name that comes nearest; asks no more than a bounded number of times. */
  suggest(path: string): string | undefined;
}

const parameterRoot = 'parameter';
const mostSuggestions = 100;

/**
 * The facts of the vocabulary and the parameters of the pack, the latter as `parameter.<name>`.
 * @param broken names of parameters whose file has a mistake
 */
export function namesOf(
  vocabulary: Pick<Vocabulary, 'facts'>,
  parameters: ReadonlyMap<string, Parameter>,
  broken: readonly string[] = [],
): Names {
  const meanings = new Map<string, Meaning>(flatten(vocabulary.facts, ''));
  for (const name of broken) meanings.set(`${parameterRoot}.${name}`, { kind: 'broken' });
  for (const name of parameters.keys()) meanings.set(`${parameterRoot}.${name}`, { kind: 'parameter', name });
  const readable = [...meanings].filter(([, { kind }]) => kind !== 'group').map(([path]) => path);
  let suggestions = 0;
  return {
    meaningOf: (path) => meanings.get(path),
    isRoot: (name) => name === parameterRoot || Object.hasOwn(vocabulary.facts, name),
    suggest: (path) => (suggestions++ < mostSuggestions ? nearest(path, readable) : undefined),
  };
}

function flatten(tree: FactTree, prefix: string): [string, Meaning][] {
  return Object.entries(tree).flatMap(([name, below]): [string, Meaning][] => {
    const path = prefix + name;
    if (typeof below === 'string') return [[path, { kind: 'fact', type: below }]];
    return [[path, { kind: 'group' }], ...flatten(below, `${path}.`)];
  });
}
