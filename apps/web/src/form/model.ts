import { language } from '../i18n/language.js';
import { readDate } from '../i18n/format.js';
import { t } from '../i18n/translate.js';

/** The part of JSON Schema in which events say what they want to know. */
export interface FieldSchema {
  readonly type?: string;
  readonly format?: string;
  readonly title?: string;
  readonly 'x-title-en'?: string;
  readonly 'x-personal'?: boolean;
  readonly enum?: readonly string[];
  /** What the values of `enum` are called, where their own words are not for people. */
  readonly called?: (value: string) => string;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly properties?: Readonly<Record<string, FieldSchema>>;
  readonly required?: readonly string[];
  readonly items?: FieldSchema;
}

/** What was typed into a field: text, or the parts of a group or list. Nothing is changed until it is sent. */
export type Typed = string | boolean | { readonly [name: string]: Typed } | readonly Typed[];

/** Faults by where they are: `/afspraken/0/eigenaar`. */
export type Faults = Readonly<Record<string, string>>;

/** Where a field is written in lines rather than in a word. */
const LONG = 500;

export function titleOf(schema: FieldSchema, name: string): string {
  return (language() === 'en' ? schema['x-title-en'] : undefined) ?? schema.title ?? name;
}

export function isLong({ type, format, maxLength = 0, ...schema }: FieldSchema): boolean {
  return (
    type === 'string' && format === undefined && schema.enum === undefined && maxLength > LONG && !schema['x-personal']
  );
}

/** What stands in a field before anybody typed. */
export function blank(schema: FieldSchema): Typed {
  if (schema.type === 'array') return [];
  if (schema.type !== 'object') return '';
  return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, part]) => [name, blank(part)]));
}

/**
 * What was typed as the data it stands for, and what is wrong with it. What is left empty is left out; whether it may be,
 * and everything else, the server says.
 */
export function read(schema: FieldSchema, typed: Typed | undefined, path = ''): { value: unknown; faults: Faults } {
  if (Array.isArray(typed)) return readList(schema, typed as readonly Typed[], path);
  if (typeof typed === 'object') return readGroup(schema, typed as { readonly [name: string]: Typed }, path);
  const text = typeof typed === 'string' ? typed.trim() : typed;
  if (text === '' || text === undefined) return { value: undefined, faults: {} };
  return readText(schema, String(text), path);
}

function readText(schema: FieldSchema, text: string, path: string): { value: unknown; faults: Faults } {
  const wrong = (message: string) => ({ value: undefined, faults: { [path]: message } });
  const right = (value: unknown) => ({ value, faults: {} });
  if (schema.type === 'boolean') return right(text === 'ja');
  if (schema.type === 'integer' || schema.type === 'number')
    return /^-?\d+$/.test(text) ? right(Number(text)) : wrong(t('form.number'));
  if (schema.format === 'date') {
    const date = readDate(text);
    return date === undefined ? wrong(t('form.date')) : right(date);
  }
  if (schema.format === 'euro' || schema.format === 'uren' || schema.format === 'procent') {
    const amount = readAmount(text, schema.format);
    return amount === undefined ? wrong(t('form.euro')) : right(amount);
  }
  return right(text);
}

/** `1.440.000,50`, `1440000.50` or `1440000` as decimal text; undefined when it can be read in two ways or in none. */
export function readAmount(text: string, format: string): string | undefined {
  const bare = text.replace(/[€\s%]/g, '');
  const dutch = /^(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{1,2}))?$/.exec(bare);
  const english = /^(\d+)\.(\d{1,2})$/.exec(bare);
  const [, whole, cents] = english ?? dutch ?? [];
  if (whole === undefined) return undefined;
  const digits = whole.replaceAll('.', '');
  if (format === 'euro') return `${digits}.${(cents ?? '').padEnd(2, '0')}`;
  return cents === undefined ? digits : `${digits}.${cents}`;
}

function readGroup(schema: FieldSchema, typed: { readonly [name: string]: Typed }, path: string) {
  const value: Record<string, unknown> = {};
  const faults: Record<string, string> = {};
  for (const [name, part] of Object.entries(schema.properties ?? {})) {
    const found = read(part, typed[name], `${path}/${name}`);
    if (found.value !== undefined) value[name] = found.value;
    Object.assign(faults, found.faults);
  }
  const empty = Object.keys(value).length === 0 && path !== '';
  return { value: empty ? undefined : value, faults };
}

function readList(schema: FieldSchema, typed: readonly Typed[], path: string) {
  const faults: Record<string, string> = {};
  const value = typed.flatMap((item, index) => {
    const found = read(schema.items ?? {}, item, `${path}/${index}`);
    Object.assign(faults, found.faults);
    return found.value === undefined ? [] : [found.value];
  });
  return { value: value.length === 0 ? undefined : value, faults };
}
