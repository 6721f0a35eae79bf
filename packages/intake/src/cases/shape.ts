import { type CaseProblem } from './case-unreadable.js';
import { type CaseNode } from './yaml-tree.js';

/** What a part of a case file must look like. */
export type Shape =
  | {
      readonly kind: 'text';
      readonly pattern?: RegExp;
      readonly example?: string;
      readonly choices?: readonly string[];
    }
  | { readonly kind: 'list'; readonly of: Shape }
  | {
      readonly kind: 'map';
      readonly required: Readonly<Record<string, Shape>>;
      readonly optional?: Readonly<Record<string, Shape>>;
    }
  /** Event data: any keys, with texts, whole numbers, yes or no, lists and maps. What fits is for the engine. */
  | { readonly kind: 'data' };

const dataKey = /^[a-z][A-Za-z0-9]*$/;

/** Every place where the node does not have the shape. */
export function faultsOf(node: CaseNode, shape: Shape, path: string): CaseProblem[] {
  switch (shape.kind) {
    case 'text':
      return textFaults(node, shape, path);
    case 'list':
      return listFaults(node, shape.of, path);
    case 'map':
      return mapFaults(node, shape, path);
    case 'data':
      return node.kind === 'map' ? dataFaults(node, path) : [fault(node, path, 'een lijst velden', 'a list of fields')];
  }
}

function textFaults(node: CaseNode, shape: Shape & { kind: 'text' }, path: string): CaseProblem[] {
  if (node.kind !== 'scalar' || typeof node.value !== 'string' || node.value.trim() === '') {
    return [fault(node, path, 'een tekst (getallen tussen aanhalingstekens)', 'a text (numbers between quotes)')];
  }
  const { pattern, example = '', choices } = shape;
  if (choices && !choices.includes(node.value)) {
    return [fault(node, path, `een van: ${choices.join(', ')}`, `one of: ${choices.join(', ')}`)];
  }
  if (pattern && !pattern.test(node.value)) return [fault(node, path, `zoals ${example}`, `like ${example}`)];
  return [];
}

function listFaults(node: CaseNode, of: Shape, path: string): CaseProblem[] {
  if (node.kind !== 'list' || node.items.length === 0) {
    return [fault(node, path, 'een lijst met ten minste één deel', 'a list with at least one item')];
  }
  return node.items.flatMap((item, index) => faultsOf(item, of, `${path}[${index}]`));
}

function mapFaults(node: CaseNode, shape: Shape & { kind: 'map' }, path: string): CaseProblem[] {
  if (node.kind !== 'map') return [fault(node, path, 'velden met een naam', 'named fields')];
  const known = new Map(Object.entries({ ...shape.optional, ...shape.required }));
  const present = new Set(node.entries.map(({ key }) => key));
  const names = [...known.keys()].join(', ');
  const missing = Object.keys(shape.required)
    .filter((name) => !present.has(name))
    .map((name) => ({
      line: node.line,
      nl: `${path}: '${name}' ontbreekt. Voeg het toe.`,
      en: `${path}: '${name}' is missing. Add it.`,
    }));
  const faults = node.entries.flatMap(({ key, line, node: value }) => {
    const part = known.get(key);
    if (part) return faultsOf(value, part, `${path}.${key}`);
    return [
      {
        line,
        nl: `${path}: '${key}' is onbekend. Verwijder het, of schrijf een van: ${names}.`,
        en: `${path}: '${key}' is unknown. Remove it, or write one of: ${names}.`,
      },
    ];
  });
  return [...missing, ...faults];
}

function dataFaults(node: CaseNode, path: string): CaseProblem[] {
  if (node.kind === 'list') return node.items.flatMap((item, index) => dataFaults(item, `${path}[${index}]`));
  if (node.kind === 'map') {
    return node.entries.flatMap(({ key, line, node: value }) => {
      if (dataKey.test(key)) return dataFaults(value, `${path}.${key}`);
      const text = `'${key}'`;
      return [
        { line, nl: `${path}: ${text} is geen veldnaam in camelCase.`, en: `${path}: ${text} is no camelCase name.` },
      ];
    });
  }
  const { value } = node;
  if (typeof value === 'string' || typeof value === 'boolean' || Number.isSafeInteger(value)) return [];
  // A number with decimals would lose its exactness on the way; amounts and percentages are decimal text.
  return [fault(node, path, 'tekst, een heel getal, true of false', 'text, a whole number, true or false')];
}

function fault(node: CaseNode, path: string, nl: string, en: string): CaseProblem {
  return { line: node.line, nl: `${path}: hier hoort ${nl}.`, en: `${path}: this should be ${en}.` };
}
