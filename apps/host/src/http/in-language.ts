import { type Text } from '@samenwerkt/engine';
import { type Language } from './language.js';

/** A value in which every text in two languages has become text in one. */
type Told<T> = T extends Text
  ? string
  : T extends readonly (infer Item)[]
    ? readonly Told<Item>[]
    : T extends object
      ? { readonly [Key in keyof T]: Told<T[Key]> }
      : T;

/** The value in the language asked for, however deep its texts lie. */
export function inLanguage<T>(value: T, language: Language): Told<T> {
  return told(value, language) as Told<T>;
}

function told(value: unknown, language: Language): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => told(item, language));
  if (isText(value)) return value[language];
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, told(part, language)]));
}

function isText(value: object): value is Text {
  const { nl, en } = value as Partial<Text>;
  return typeof nl === 'string' && typeof en === 'string' && Object.keys(value).length === 2;
}
