import { type ASTNode } from '@marcbachmann/cel-js';
import { type Text } from './model.js';
import { nearest } from './nearest.js';
import { type Names } from './names.js';
import { isDate } from './shape.js';
import { Datum, euro, procent } from './quantities.js';

/** A piece of an expression that stands for something outside it. */
export interface Reference {
  readonly start: number;
  readonly end: number;
  /** Whether every evaluation needs it, whatever the other values are. */
  readonly certain: boolean;
  readonly what:
    | { readonly kind: 'path'; readonly path: string }
    | { readonly kind: 'has'; readonly path: string }
    | { readonly kind: 'constant'; readonly type: 'Euro' | 'Procent' | 'Datum'; readonly value: unknown };
}

/** Takes down what is wrong at an index of the expression. */
export type Complain = (index: number, code: string, nl: string, en: string) => void;

interface Walk {
  readonly source: string;
  readonly names: Names;
  readonly complain: Complain;
  readonly found: Reference[];
  /** False below `&&`, `||` and the branches of `?:`, whose answer may not need this part, and inside loops. */
  readonly certain: boolean;
}

const functions = ['has', 'euro', 'procent', 'datum', 'maandenNa', 'jaar', 'size'];
const methods = ['all', 'exists', 'exists_one', 'size', 'startsWith', 'endsWith', 'contains'];
const overList = new Set(['all', 'exists', 'exists_one']);
const operators = new Set([
  '==',
  '!=',
  'in',
  '+',
  '-',
  '*',
  '/',
  '%',
  '<',
  '<=',
  '>',
  '>=',
  '&&',
  '||',
  '?:',
  '!_',
  '-_',
  'list',
]);

const constants = {
  euro: { type: 'Euro', of: euro, example: 'euro("100000.00")' },
  procent: { type: 'Procent', of: procent, example: 'procent("50")' },
  datum: {
    type: 'Datum',
    of: (text: string) => (isDate(text) ? new Datum(text) : undefined),
    example: 'datum("2026-01-31")',
  },
} as const;

const afterCalculation: Text = { nl: 'Een punt achter een berekening', en: 'A dot after a calculation' };

/**
 * Goes through an expression: which facts, parameters and constants it names, and whether it keeps to the part of CEL
 * that rules may use. Floating point, regular expressions, maps and loops within loops are left out: the first is
 * inexact, the others can be made to run for hours.
 */
export function referencesIn(ast: ASTNode, source: string, names: Names, complain: Complain): readonly Reference[] {
  const found: Reference[] = [];
  visit(ast, { source, names, complain, found, certain: true }, undefined);
  return found;
}

/** @param bound name of the loop's own variable, within `all`, `exists` and `exists_one` */
function visit(node: ASTNode, walk: Walk, bound: string | undefined): void {
  switch (node.op) {
    case 'value':
      return literal(node, walk);
    case 'id':
    case '.':
      return path(node, walk, bound);
    case 'call':
      return call(node, node.args[0], node.args[1], walk, bound);
    case 'rcall':
      return method(node, node.args, walk, bound);
    default:
      if (operators.has(node.op)) return operands(node, walk, bound);
      return notPart(node, { nl: `'${node.op}'`, en: `'${node.op}'` }, walk);
  }
}

function operands(node: ASTNode, walk: Walk, bound: string | undefined): void {
  children(node).forEach((child, i) => {
    const optional = node.op === '&&' || node.op === '||' || (node.op === '?:' && i > 0);
    visit(child, optional ? { ...walk, certain: false } : walk, bound);
  });
}

function children(node: ASTNode): readonly ASTNode[] {
  const { args } = node as { readonly args: ASTNode | readonly ASTNode[] };
  return 'op' in args ? [args] : args;
}

function literal(node: ASTNode, walk: Walk): void {
  if (['string', 'bigint', 'boolean'].includes(typeof node.args)) return;
  walk.complain(
    node.start,
    'literal-not-allowed',
    'Schrijf hier een tekst, een geheel getal of true/false; bedragen als euro("0.50"), percentages als procent("2.5"), en vraag met has(…) of iets is ingevuld.',
    'Write a text, a whole number or true/false; amounts as euro("0.50"), percentages as procent("2.5"), and ask with has(…) whether something is filled in.',
  );
}

function path(node: ASTNode, walk: Walk, bound: string | undefined): void {
  const name = nameOf(node);
  if (name === undefined || !plain(node, walk)) return notPart(node, afterCalculation, walk);
  if (name === bound) return;
  const meaning = walk.names.meaningOf(name);
  if (meaning === undefined) return unknownName(node, name, walk);
  if (meaning.kind !== 'group') return find(node, walk, { kind: 'path', path: name });
  walk.complain(
    node.start,
    'fact-incomplete',
    `${name} is een groep gegevens; noem één gegeven daarin.`,
    `${name} is a group of facts; name one fact in it.`,
  );
}

/** `dossier.werkgroep.backup` for the chain of nodes that spells it. */
function nameOf(node: ASTNode): string | undefined {
  if (node.op === 'id') return node.args;
  if (node.op !== '.') return undefined;
  const before = nameOf(node.args[0]);
  return before === undefined ? undefined : `${before}.${node.args[1]}`;
}

function plain(node: ASTNode, { source }: Walk): boolean {
  return /^[\w\s.]+$/.test(source.slice(node.start, node.end));
}

function call(node: ASTNode, name: string, args: readonly ASTNode[], walk: Walk, bound: string | undefined): void {
  if (!functions.includes(name)) return unknownFunction(node, name, functions, walk);
  if (name === 'has') return has(node, args, walk);
  if (name === 'euro' || name === 'procent' || name === 'datum') return constant(node, name, args, walk);
  args.forEach((arg) => visit(arg, walk, bound));
}

function has(node: ASTNode, args: readonly ASTNode[], walk: Walk): void {
  const [argument] = args;
  const name = argument && nameOf(argument);
  if (!argument || name === undefined || !plain(argument, walk)) {
    return walk.complain(
      node.start,
      'has-wrong',
      'has(…) vraagt naar een gegeven: has(dossier.werkgroep.backup).',
      'has(…) asks for a fact: has(dossier.werkgroep.backup).',
    );
  }
  if (walk.names.meaningOf(name) === undefined) return unknownName(argument, name, walk);
  find(node, walk, { kind: 'has', path: name });
}

function constant(node: ASTNode, name: keyof typeof constants, args: readonly ASTNode[], walk: Walk): void {
  const { type, of, example } = constants[name];
  const [argument] = args;
  const value = argument?.op === 'value' && typeof argument.args === 'string' ? of(argument.args) : undefined;
  if (args.length === 1 && value) {
    return find(node, walk, { kind: 'constant', type, value });
  }
  walk.complain(node.start, 'constant-wrong', `Schrijf dit als ${example}.`, `Write this as ${example}.`);
}

function method(
  node: ASTNode,
  [name, receiver, args]: readonly [string, ASTNode, readonly ASTNode[]],
  walk: Walk,
  bound: string | undefined,
): void {
  if (!methods.includes(name)) return unknownFunction(node, name, methods, walk);
  visit(receiver, walk, bound);
  if (!overList.has(name)) return args.forEach((arg) => visit(arg, walk, bound));
  const [variable, predicate] = args;
  if (bound !== undefined)
    return notPart(node, { nl: `${name}(…) binnen een ander`, en: `${name}(…) within another` }, walk);
  if (
    variable?.op !== 'id' ||
    !predicate ||
    !/^[a-z][A-Za-z0-9]*$/.test(variable.args) ||
    walk.names.isRoot(variable.args)
  ) {
    return walk.complain(
      node.start,
      'loop-wrong',
      `Schrijf ${name}(x, …) met een eigen naam voor x.`,
      `Write ${name}(x, …) with a name of its own for x.`,
    );
  }
  visit(predicate, { ...walk, certain: false }, variable.args);
}

function find({ start, end }: ASTNode, { found, certain }: Walk, what: Reference['what']): void {
  found.push({ start, end, certain, what });
}

function notPart(node: ASTNode, { nl, en }: Text, { complain }: Walk): void {
  complain(node.start, 'not-in-rules', `${nl} kan niet in een regel.`, `${en} is not possible in a rule.`);
}

function unknownName(node: ASTNode, name: string, { names, complain }: Walk): void {
  const meant = names.suggest(name);
  complain(
    node.start,
    'name-unknown',
    `${name} bestaat niet${meant ? `; bedoelde u ${meant}?` : '.'}`,
    `${name} does not exist${meant ? `; did you mean ${meant}?` : '.'}`,
  );
}

function unknownFunction(node: ASTNode, name: string, known: readonly string[], { complain }: Walk): void {
  const meant = nearest(name, known);
  complain(
    node.start,
    'function-unknown',
    `${name}(…) bestaat niet in regels${meant ? `; bedoelde u ${meant}?` : '.'}`,
    `${name}(…) does not exist in rules${meant ? `; did you mean ${meant}?` : '.'}`,
  );
}
