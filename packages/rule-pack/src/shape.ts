import { plainDate } from '@samenwerkt/calendar';
import { type Text } from './model.js';
import { nearest } from './nearest.js';
import { type Place, type Report } from './problem.js';
import { type Tree } from './yaml-tree.js';

/** Reads a part of a file into a value; what is wrong is reported, and then there is no value. */
export type Read<T> = (tree: Tree, report: Report) => T | undefined;

type OptionalKeys<T> = { [K in keyof T]-?: undefined extends T[K] ? K : never }[keyof T];
type RequiredKeys<T> = Exclude<keyof T, OptionalKeys<T>>;

/** A map with exactly these keys. */
export function record<T extends object>(
  required: { readonly [K in RequiredKeys<T>]: Read<T[K]> },
  optional: { readonly [K in OptionalKeys<T>]: Read<NonNullable<T[K]>> },
): Read<T> {
  const fields = new Map<string, Read<unknown>>(Object.entries({ ...required, ...optional }));
  return (tree, report) => {
    if (tree.kind !== 'map') return wrong(tree, report, 'een blok met sleutels', 'a block with keys');
    const given = Object.keys(required).filter((key) => !tree.entries.has(key));
    for (const key of given) missingKey(tree.place, key, report);
    const entries = [...tree.entries].map(([key, { key: place, value }]) => {
      const read = fields.get(key);
      if (!read) return unknownKey(place, key, fields.keys(), report);
      const result = read(value, report);
      return result === undefined ? undefined : ([key, result] as const);
    });
    if (given.length > 0 || entries.includes(undefined)) return undefined;
    return Object.fromEntries(entries.filter((entry) => entry !== undefined)) as T;
  };
}

/** A list; `most` keeps a hostile file from costing much. */
export function list<T>(read: Read<T>, { least = 0, most = 1000 } = {}): Read<readonly T[]> {
  return (tree, report) => {
    if (tree.kind !== 'list') return wrong(tree, report, 'een lijst', 'a list');
    const { length } = tree.items;
    if (length < least || length > most) {
      return wrong(tree, report, `een lijst van ${least} tot ${most} regels`, `a list of ${least} to ${most} items`);
    }
    const items = tree.items.map((item) => read(item, report));
    return items.includes(undefined) ? undefined : (items as T[]);
  };
}

/** A text of 1 to `most` characters, perhaps of a certain form. */
export function text(
  most = 2000,
  form?: { readonly pattern: RegExp; readonly nl: string; readonly en: string },
): Read<string> {
  return (tree, report) => {
    const value = tree.kind === 'scalar' ? tree.value : undefined;
    if (typeof value !== 'string' || value.trim() === '')
      return wrong(tree, report, form?.nl ?? 'een tekst', form?.en ?? 'a text');
    if (value.length > most)
      return wrong(tree, report, `een tekst van hoogstens ${most} tekens`, `a text of at most ${most} characters`);
    if (form && !form.pattern.test(value)) return wrong(tree, report, form.nl, form.en);
    return value;
  };
}

/** One of a few words. */
export function oneOf<const T extends string>(...words: readonly T[]): Read<T> {
  return (tree, report) => {
    const value = words.find((word) => tree.kind === 'scalar' && tree.value === word);
    return value ?? wrong(tree, report, `een van: ${words.join(', ')}`, `one of: ${words.join(', ')}`);
  };
}

/** Yes or no. */
export const yesNo: Read<boolean> = (tree, report) => {
  const value = tree.kind === 'scalar' ? tree.value : undefined;
  return typeof value === 'boolean' ? value : wrong(tree, report, 'true of false', 'true or false');
};

/** An existing date, `yyyy-mm-dd`. */
export const date: Read<string> = (tree, report) => {
  const value = tree.kind === 'scalar' ? tree.value : undefined;
  if (typeof value === 'string' && isDate(value)) return value;
  return wrong(tree, report, 'een bestaande datum (jjjj-mm-dd)', 'an existing date (yyyy-mm-dd)', 'date-invalid');
};

/** Whether a text is an existing date. */
export function isDate(value: string): boolean {
  try {
    return plainDate(value).toString() === value;
  } catch {
    return false;
  }
}

/** A text in Dutch and in English. */
export const bilingual: Read<Text> = record<Text>({ nl: text(), en: text() }, {});

/** The part of a tree under a key or index, or the tree itself when it is not there: for places in messages. */
export function under(tree: Tree, ...steps: readonly (string | number)[]): Tree {
  return steps.reduce<Tree>((at, step) => {
    if (at.kind === 'map') return at.entries.get(String(step))?.value ?? at;
    return at.kind === 'list' ? (at.items[Number(step)] ?? at) : at;
  }, tree);
}

/** Reports that something else was expected here. */
export function wrong(tree: Tree, report: Report, nl: string, en: string, code = 'value-wrong'): undefined {
  const { nl: seenNl, en: seenEn } = seen(tree);
  report(tree.place, code, `Hier hoort ${nl}; er staat ${seenNl}.`, `This must be ${en}; it says ${seenEn}.`);
  return undefined;
}

function seen(tree: Tree): Text {
  if (tree.kind === 'map') return { nl: 'een blok met sleutels', en: 'a block with keys' };
  if (tree.kind === 'list') return { nl: `een lijst van ${tree.items.length}`, en: `a list of ${tree.items.length}` };
  if (tree.value === null) return { nl: 'niets', en: 'nothing' };
  const value = String(tree.value);
  const quote = typeof tree.value === 'string' ? `'` : '';
  const shown = `${quote}${value.length > 60 ? `${value.slice(0, 60)}…` : value}${quote}`;
  return { nl: shown, en: shown };
}

/** Reports a key that must be there. */
export function missingKey(place: Place, key: string, report: Report): undefined {
  report(place, 'key-missing', `De sleutel '${key}' ontbreekt; voeg hem toe.`, `The key '${key}' is missing; add it.`);
  return undefined;
}

/** Reports a key that has no place here, with the one that may have been meant. */
export function unknownKey(place: Place, key: string, known: Iterable<string>, report: Report): undefined {
  const meant = nearest(key, known);
  report(
    place,
    'key-unknown',
    `De sleutel '${key}' hoort hier niet${meant ? `; bedoelde u '${meant}'?` : '.'}`,
    `The key '${key}' does not belong here${meant ? `; did you mean '${meant}'?` : '.'}`,
  );
  return undefined;
}
