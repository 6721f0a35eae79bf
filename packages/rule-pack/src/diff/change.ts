import { type Text } from '../model.js';
import { type Level } from './version-advice.js';

/** One difference between two versions of a pack. */
export interface Change {
  readonly area:
    | 'manifest'
    | 'parameter'
    | 'rule'
    | 'record'
    | 'cadence'
    | 'obligation'
    | 'valuation'
    | 'block'
    | 'bonus'
    | 'evidence'
    | 'text'
    | 'test'
    | 'file';
  readonly kind: 'added' | 'removed' | 'changed';
  /** Name of the parameter, id of the rule, moment, obligation, block, bonus, proof, text or test, field of the record, key of the manifest, or path of the file. */
  readonly subject: string;
  readonly level: Level;
  /** What changed, in one line. */
  readonly text: Text;
  /** What exactly, a line each: periods with values before and after, or the parts of a rule. */
  readonly details: readonly Text[];
}

/** The things of both versions that are known by a key, in order of the key. */
export function paired<T>(before: Iterable<readonly [string, T]>, after: Iterable<readonly [string, T]>): Pair<T>[] {
  const [old, fresh] = [new Map(before), new Map(after)];
  const keys = [...new Set([...old.keys(), ...fresh.keys()])].sort();
  return keys.map((key) => ({ key, before: old.get(key), after: fresh.get(key) }));
}

interface Pair<T> {
  readonly key: string;
  readonly before: T | undefined;
  readonly after: T | undefined;
}

/** The keys under which two records of the same kind hold something else. */
export function differing<T extends object>(before: T, after: T, keys: readonly (keyof T & string)[]): string[] {
  return keys.filter((key) => canonical(before[key]) !== canonical(after[key]));
}

/** The same text for the same value, whatever order its keys were written in. */
export function canonical(value: unknown): string {
  const sorted = (_: string, at: unknown): unknown =>
    typeof at === 'object' && at !== null && !Array.isArray(at)
      ? Object.fromEntries(Object.entries(at).sort(([a], [b]) => (a < b ? -1 : 1)))
      : at;
  return JSON.stringify(value, sorted) ?? '';
}
