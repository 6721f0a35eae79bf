import { type FactType } from './model.js';
import { fromJson } from './quantities.js';

/**
 * What is known about one partnership, as a plain JSON tree. Euro and procent are decimal text, dates are ISO text,
 * lists are arrays of text; what is absent or null is missing.
 */
export type FactValues = Readonly<Record<string, unknown>>;

/** The facts of one decision. Each is converted at its first use and shared by all rules that are asked after it. */
export class FactSet {
  readonly #converted = new Map<string, unknown>();

  constructor(readonly values: FactValues) {}

  /** The fact as expressions see it; undefined when it is missing or not of its type. */
  read(path: string, names: readonly string[], type: FactType): unknown {
    const known = this.#converted.get(path);
    if (known !== undefined || this.#converted.has(path)) return known;
    const value = fromJson[type](this.find(names));
    this.#converted.set(path, value);
    return value;
  }

  /** The value in the tree, as given; undefined when any part of the way is absent. */
  find(names: readonly string[]): unknown {
    let at: unknown = this.values;
    for (const name of names) {
      if (typeof at !== 'object' || at === null || !Object.hasOwn(at, name)) return undefined;
      at = (at as FactValues)[name];
    }
    return at ?? undefined;
  }
}
