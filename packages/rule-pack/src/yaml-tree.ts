import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node, type Scalar } from 'yaml';
import { type Place, type Report } from './problem.js';
import { offsetInSource } from './scalar-offset.js';
import { deepest, guard, tooDeep } from './yaml-guard.js';

/** A YAML file as plain data, each part with its place. */
export type Tree = MapTree | ListTree | ScalarTree;

interface MapTree {
  readonly kind: 'map';
  readonly place: Place;
  readonly entries: ReadonlyMap<string, Entry>;
}

interface Entry {
  readonly key: Place;
  readonly value: Tree;
}

interface ListTree {
  readonly kind: 'list';
  readonly place: Place;
  readonly items: readonly Tree[];
}

interface ScalarTree {
  readonly kind: 'scalar';
  readonly place: Place;
  readonly value: string | number | boolean | null;
  /** Place in the file of a character of the value, whatever way of quoting was used. */
  placeOf(index: number): Place;
}

/** Names that reach into the language itself when they are used as keys. */
const forbidden = new Set(['__proto__', 'constructor', 'prototype']);

/** After the first few, the faults of a text that is not YAML say nothing new. */
const mostFaults = 10;
const longestMessage = 200;

/** Places in one file, and where to report. */
interface Reader {
  readonly text: string;
  readonly report: Report;
  at(offset: number): Place;
}

/**
 * Reads a YAML 1.2 file: one document, no references, no tags, no double keys.
 * @param text with line ends as `\n`
 * @returns undefined when the file cannot be read; the reasons are reported
 */
export function readTree(file: string, text: string, report: Report): Tree | undefined {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines.addNewLine(at + 1);
  const reader: Reader = {
    text,
    report,
    at: (offset) => {
      const { line, col } = lines.linePos(Math.min(offset, text.length));
      return { file, line, column: col };
    },
  };
  const refusals = guard(text);
  for (const { offset, code, nl, en } of refusals) report(reader.at(offset), code, nl, en);
  return refusals.length > 0 ? undefined : parse(reader);
}

function parse(reader: Reader): Tree | undefined {
  const { report, at } = reader;
  try {
    const document = parseDocument(reader.text, { version: '1.2', uniqueKeys: false, prettyErrors: false });
    const faults = [...document.errors, ...document.warnings];
    for (const { pos, message } of faults.slice(0, mostFaults)) {
      const shown = message.slice(0, longestMessage).replace(/\.$/, '');
      report(at(pos[0]), 'yaml-invalid', `Dit is geen geldige YAML: ${shown}.`, `This is not valid YAML: ${shown}.`);
    }
    if (faults.length > 0) return undefined;
    if (document.contents) return treeOf(document.contents, reader, 1);
    report(at(0), 'yaml-empty', 'Dit bestand is leeg.', 'This file is empty.');
  } catch (error) {
    // The parser calls itself for every level of indentation; the guard bounds it, the stack is the last resort.
    if (!(error instanceof RangeError)) throw error;
    report(at(0), tooDeep.code, tooDeep.nl, tooDeep.en);
  }
  return undefined;
}

function treeOf(node: unknown, reader: Reader, depth: number): Tree | undefined {
  const place = reader.at(startOf(node));
  if (depth > deepest) {
    reader.report(place, tooDeep.code, tooDeep.nl, tooDeep.en);
    return undefined;
  }
  if (isMap(node)) return { kind: 'map', place, entries: entriesOf(node.items, reader, depth) };
  if (isSeq(node)) {
    const items = node.items.map((item) => treeOf(item, reader, depth + 1)).filter((item) => item !== undefined);
    return { kind: 'list', place, items };
  }
  return scalarOf(node, place, reader);
}

function entriesOf(
  pairs: readonly { readonly key: unknown; readonly value: unknown }[],
  reader: Reader,
  depth: number,
): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const pair of pairs) {
    const place = reader.at(startOf(pair.key));
    const key = keyOf(pair.key, place, entries, reader.report);
    const value = pair.value ? treeOf(pair.value, reader, depth + 1) : empty(place);
    if (key !== undefined && value) entries.set(key, { key: place, value });
  }
  return entries;
}

function keyOf(node: unknown, place: Place, entries: ReadonlyMap<string, Entry>, report: Report): string | undefined {
  const key = isScalar(node) ? node.value : undefined;
  if (typeof key !== 'string') {
    report(place, 'key-invalid', 'Een sleutel moet een tekst zijn.', 'A key must be a text.');
    return undefined;
  }
  if (forbidden.has(key)) {
    report(place, 'key-forbidden', `De sleutel '${key}' is niet toegestaan.`, `The key '${key}' is not allowed.`);
    return undefined;
  }
  if (entries.has(key)) {
    report(
      place,
      'key-double',
      `De sleutel '${key}' staat er al op regel ${entries.get(key)?.key.line}; houd er één over.`,
      `The key '${key}' is already there on line ${entries.get(key)?.key.line}; keep one of them.`,
    );
    return undefined;
  }
  return key;
}

function scalarOf(node: unknown, place: Place, reader: Reader): ScalarTree {
  const scalar = node as Scalar;
  const { value } = scalar;
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return empty(place);
  return {
    kind: 'scalar',
    place,
    value,
    placeOf: (index) => reader.at(offsetInSource(reader.text, scalar, index)),
  };
}

function empty(place: Place): ScalarTree {
  return { kind: 'scalar', place, value: null, placeOf: () => place };
}

function startOf(node: unknown): number {
  return (node as Node | null)?.range?.[0] ?? 0;
}
