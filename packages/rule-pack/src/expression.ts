import type { ParseError, ParseResult, TypeError as CelTypeError } from '@marcbachmann/cel-js';
import { language } from './environment.js';
import { type FactSet } from './facts.js';
import { type Parameter } from './model.js';
import { type Names } from './names.js';
import { type Complain, type Reference, referencesIn } from './references.js';
import { units } from './units.js';

/** The parameters of a pack on one date, by name, as expressions see them. */
export type ParameterView = ReadonlyMap<string, unknown>;

/** A checked expression that answers yes or no. */
export interface Expression {
  /** Dotted paths, without doubles. */
  readonly facts: readonly string[];
  /** Names, without doubles. */
  readonly parameters: readonly string[];
  /** Yes, no, or the names of what it asked for and did not find; empty when it failed for another reason. */
  run(facts: FactSet, parameters: ParameterView): boolean | readonly string[];
}

/** Something an expression reads, under the short name it has in the compiled text. */
interface Slot {
  readonly alias: string;
  readonly name: string;
  readonly type: string;
  read(facts: FactSet, parameters: ParameterView): unknown;
}

const longest = 2000;

/**
 * Checks and compiles an expression. Each name in it becomes one variable: the text is rewritten with a short alias of
 * the same width in its place, so that positions in messages stay right, an absent fact is simply a variable without
 * a value, however many levels of its path are absent, and nothing but the named facts can be reached.
 * @returns undefined when something is wrong with it; `complain` heard what
 */
export function compile(
  source: string,
  names: Names,
  parameters: ReadonlyMap<string, Parameter>,
  complain: Complain,
): Expression | undefined {
  if (source.length > longest) {
    complain(
      0,
      'expression-too-long',
      `Een expressie heeft hoogstens ${longest} tekens.`,
      `An expression has at most ${longest} characters.`,
    );
    return undefined;
  }
  let complaints = 0;
  const counted: Complain = (...complaint) => {
    complaints++;
    complain(...complaint);
  };
  const parsed = parse(source, counted);
  const references = parsed ? referencesIn(parsed.ast, source, names, counted) : [];
  if (!parsed || complaints > 0 || references.some((reference) => isBroken(reference, names))) return undefined;
  const slots = references.map((reference, i) => slotFor(reference, i, names, parameters));
  const program = typed(rewrite(source, references, slots), slots, counted);
  return program && expressionOf(program, references, slots, names);
}

function isBroken({ what }: Reference, names: Names): boolean {
  return what.kind !== 'constant' && names.meaningOf(what.path)?.kind === 'broken';
}

function parse(source: string, complain: Complain): ParseResult | undefined {
  try {
    return language.parse(source);
  } catch (error) {
    const { summary, range } = error as ParseError;
    const nl = `Deze expressie is niet te lezen: ${summary}.`;
    complain(range?.start ?? 0, 'expression-unreadable', nl, `This expression cannot be read: ${summary}.`);
    return undefined;
  }
}

function slotFor({ what }: Reference, index: number, names: Names, parameters: ReadonlyMap<string, Parameter>): Slot {
  const alias = `_${index.toString(36)}`;
  if (what.kind === 'constant') return { alias, name: '', type: what.type, read: () => what.value };
  const { path } = what;
  const meaning = names.meaningOf(path);
  const steps = path.split('.');
  if (what.kind === 'has') {
    const there: Slot['read'] =
      meaning?.kind === 'parameter'
        ? (_, view) => view.get(meaning.name) !== undefined
        : (facts) => facts.find(steps) !== undefined;
    return { alias, name: path, type: 'bool', read: there };
  }
  if (meaning?.kind === 'fact') {
    const { type } = meaning;
    return { alias, name: path, type, read: (facts) => facts.read(path, steps, type) };
  }
  const name = meaning?.kind === 'parameter' ? meaning.name : path;
  const type = units[parameters.get(name)?.unit ?? 'tekst'].type;
  return { alias, name: path, type, read: (_, view) => view.get(name) };
}

function rewrite(source: string, references: readonly Reference[], slots: readonly Slot[]): string {
  let text = '';
  let from = 0;
  references.forEach(({ start, end }, i) => {
    text += source.slice(from, start) + (slots[i]?.alias ?? '').padEnd(end - start);
    from = end;
  });
  return text + source.slice(from);
}

function typed(text: string, slots: readonly Slot[], complain: Complain): ParseResult | undefined {
  const environment = language.clone();
  for (const { alias, type } of slots) environment.registerVariable(alias, type);
  const program = environment.parse(text);
  const { error, type } = program.check();
  if (error) {
    const { nl, en } = explain(error);
    complain(error.range?.start ?? 0, 'expression-type', nl, en);
    return undefined;
  }
  if (type === 'bool') return program;
  complain(
    0,
    'expression-not-bool',
    `De uitkomst moet waar of niet waar zijn (bool); dit geeft ${type}.`,
    `The result must be true or false (bool); this gives ${type}.`,
  );
  return undefined;
}

function explain({ code, summary }: ParseError | CelTypeError): { readonly nl: string; readonly en: string } {
  if (code !== 'no_such_overload') return { nl: `Dit klopt niet: ${summary}.`, en: `This is not right: ${summary}.` };
  const operation = summary.replace('no such overload: ', '');
  return {
    nl: `'${operation}' kan niet: neem twee waarden van dezelfde soort, bedragen als euro("100000"), percentages als procent("50"), datums als datum("2026-01-31").`,
    en: `'${operation}' is not possible: take two values of the same kind, amounts as euro("100000"), percentages as procent("50"), dates as datum("2026-01-31").`,
  };
}

function expressionOf(
  program: ParseResult,
  references: readonly Reference[],
  slots: readonly Slot[],
  names: Names,
): Expression {
  const paths = [...new Set(references.flatMap(({ what }) => (what.kind === 'constant' ? [] : [what.path])))];
  const parameters = paths.flatMap((path) => {
    const meaning = names.meaningOf(path);
    return meaning?.kind === 'parameter' ? [meaning.name] : [];
  });
  const reading = new Reading(slots);
  const certain = slots.filter((_, i) => references[i]?.certain);
  return {
    facts: paths.filter((path) => names.meaningOf(path)?.kind !== 'parameter'),
    parameters,
    run(facts, view) {
      const absent = certain.filter((slot) => slot.read(facts, view) === undefined);
      if (absent.length > 0) return [...new Set(absent.map(({ name }) => name))];
      reading.start(facts, view);
      try {
        const answer: unknown = program(reading);
        return typeof answer === 'boolean' ? answer : [];
      } catch {
        return [...reading.missed];
      }
    },
  };
}

/** The variables of one expression, looked up as it asks for them; remembers which were not there. */
class Reading extends Map<string, unknown> {
  readonly missed = new Set<string>();
  readonly #slots: ReadonlyMap<string, Slot>;
  #facts: FactSet | undefined;
  #parameters: ParameterView = new Map();

  constructor(slots: readonly Slot[]) {
    super();
    this.#slots = new Map(slots.map((slot) => [slot.alias, slot]));
  }

  start(facts: FactSet, parameters: ParameterView): void {
    this.#facts = facts;
    this.#parameters = parameters;
    if (this.missed.size > 0) this.missed.clear();
  }

  override get(alias: string): unknown {
    const slot = this.#slots.get(alias);
    if (!slot || !this.#facts) return undefined;
    const value = slot.read(this.#facts, this.#parameters);
    if (value === undefined) this.missed.add(slot.name);
    return value;
  }
}
