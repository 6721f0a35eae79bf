import { type Text } from '../model.js';
import { canonical, differing, paired, type Change } from './change.js';
import { shown } from './shown.js';
import { type Level } from './version-advice.js';

/** How the items of one part of a pack are compared: blocks, obligations, tests and so on. */
export interface ItemKind<T> {
  readonly area: Change['area'];
  /** What one item is called at the beginning of a sentence: `Bouwblok`. */
  readonly name: Text;
  readonly added: Level;
  readonly removed: Level;
  /** What each key is called, and how much it weighs when its value becomes another; a key left out is not compared. */
  readonly parts: { readonly [K in keyof T & string]?: Part };
}

interface Part {
  readonly name: Text;
  readonly level: Level;
}

/** A part of which a change may turn decisions around. */
export function deciding(nl: string, en: string): Part {
  return { name: { nl, en }, level: 'major' };
}

/** A part that decides nothing, but that people notice: what is asked of them, or when. */
export function noticed(nl: string, en: string): Part {
  return { name: { nl, en }, level: 'minor' };
}

/** A part for whoever reads the pack. */
export function reading(nl: string, en: string): Part {
  return { name: { nl, en }, level: 'patch' };
}

const levels: readonly Level[] = ['major', 'minor', 'patch'];

/** The items that came, went or changed, by id, each changed one with what became of its parts. */
export function itemChanges<T extends object>(
  before: Iterable<readonly [string, T]>,
  after: Iterable<readonly [string, T]>,
  kind: ItemKind<T>,
): Change[] {
  return paired(before, after).flatMap(({ key, before: was, after: is }) => {
    if (was && is) return changed(key, was, is, kind);
    return [cameOrWent(key, is ?? was, is ? 'added' : 'removed', kind)];
  });
}

function cameOrWent<T extends object>(
  id: string,
  item: T | undefined,
  what: 'added' | 'removed',
  kind: ItemKind<T>,
): Change {
  const verb = what === 'added' ? { nl: 'erbij', en: 'added' } : { nl: 'weg', en: 'removed' };
  const { nl, en } = titled(item);
  return {
    area: kind.area,
    kind: what,
    subject: id,
    level: kind[what],
    text: { nl: `${kind.name.nl} ${id} ${verb.nl}${nl}.`, en: `${kind.name.en} ${id} ${verb.en}${en}.` },
    details: [],
  };
}

function changed<T extends object>(id: string, was: T, is: T, { area, name, parts }: ItemKind<T>): Change[] {
  const keys = differing(was, is, Object.keys(parts) as (keyof T & string)[]) as (keyof T & string)[];
  if (keys.length === 0) return [];
  const level = levels.find((one) => keys.some((key) => parts[key]?.level === one)) ?? 'patch';
  const { nl, en } = titled(is);
  const text = { nl: `${name.nl} ${id} veranderd${nl}.`, en: `${name.en} ${id} changed${en}.` };
  const details = keys.map((key) => partText(parts[key]?.name ?? shown(key), was[key], is[key]));
  return [{ area, kind: 'changed', subject: id, level, text, details }];
}

function titled(item: object | undefined): Text {
  if (!item || !('title' in item)) return { nl: '', en: '' };
  const { nl, en } = shown(item.title);
  return { nl: `: ${nl}`, en: `: ${en}` };
}

/** `bedrag: waarde.ww → waarde.wwNieuw`; of what reads the same in words only that it is another. */
function partText(name: Text, was: unknown, is: unknown): Text {
  const [before, after] = [shown(was), shown(is)];
  if (canonical(before) === canonical(after))
    return { nl: `${name.nl}: anders geschreven`, en: `${name.en}: written otherwise` };
  return { nl: `${name.nl}: ${before.nl} → ${after.nl}`, en: `${name.en}: ${before.en} → ${after.en}` };
}
