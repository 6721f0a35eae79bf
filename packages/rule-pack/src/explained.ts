import { type AskedEvidence } from './evidence/model.js';
import { inWords } from './missing.js';
import { type DatedValue, type Pack, type Source, type Text, type Unit } from './model.js';

/** A parameter as a figure used it: which value, since when, and where it comes from. */
export interface ParameterUse {
  readonly name: string;
  readonly title: Text;
  readonly unit: Unit;
  readonly value: NonNullable<DatedValue['value']>;
  /** ISO date from which the value holds. */
  readonly validFrom: string;
  readonly source: Source;
  readonly assumption?: string;
}

/** One step on the way to a figure, in words, with what it stands on. */
export interface Step {
  readonly text: Text;
  readonly parameters: readonly ParameterUse[];
  readonly source?: Source;
  readonly assumption?: string;
  /** Smaller steps that this one is made of. */
  readonly parts: readonly Step[];
}

/** What a figure comes to. Never a number that somebody guessed: what cannot be worked out says what is missing. */
export type Outcome =
  /** Euro as decimal text with two decimals, rounded half up once, at the end. */
  | { readonly kind: 'amount'; readonly amount: string }
  /** The adviser decides: there is no formula and no amount. */
  | { readonly kind: 'adviser' }
  /** There is an obligation, and it is not an amount. */
  | { readonly kind: 'duty' }
  | { readonly kind: 'none'; readonly reason: Text }
  /** `missing` holds fact names and parameters (`parameter.<name>`). */
  | { readonly kind: 'unknown'; readonly missing: readonly string[]; readonly reason: Text };

/** A computed figure with the whole way to it. */
export interface Figure {
  readonly id: string;
  readonly title: Text;
  readonly outcome: Outcome;
  readonly steps: readonly Step[];
  /** What must prove it on the date it was worked out for; absent when nothing is asked. */
  readonly evidence?: readonly AskedEvidence[];
}

/** A parameter on a date: its value, or why there is none. */
type Looked =
  | { readonly state: 'value'; readonly use: ParameterUse }
  /** It has values, but none on this date: not yet in force, or ended. */
  | { readonly state: 'notInForce'; readonly title: Text }
  /** Nobody knows it: the organisation must fill it in. */
  | { readonly state: 'unknown'; readonly title: Text };

/** A parameter of the pack on a date. */
export function look(pack: Pack, name: string, isoDate: string): Looked {
  const found = pack.parameterOn(name, isoDate);
  const title = pack.parameters.get(name)?.title ?? { nl: name, en: name };
  if (found && found.current.value !== null) {
    const { from, value, source, assumption } = found.current;
    const { unit } = found.parameter;
    const use = { name, title, unit, value, validFrom: from, source };
    return { state: 'value', use: assumption === undefined ? use : { ...use, assumption } };
  }
  return { state: pack.parameters.get(name)?.known ? 'notInForce' : 'unknown', title };
}

/** A step without parameters or parts, unless they are given. */
export function step(nl: string, en: string, more: Partial<Omit<Step, 'text'>> = {}): Step {
  return { text: { nl, en }, parameters: [], parts: [], ...more };
}

/** There is no figure, and why. */
export function none(nl: string, en: string): Outcome {
  return { kind: 'none', reason: { nl, en } };
}

/** The figure cannot be worked out without these facts or parameters. */
export class Unsettled extends Error {
  constructor(readonly missing: readonly string[]) {
    super(missing.join(', '));
    this.name = 'Unsettled';
  }
}

/** Ends the working out of a figure: the outcome is settled, whatever would have come after. */
export class Settled extends Error {
  constructor(readonly outcome: Outcome) {
    super(outcome.kind);
    this.name = 'Settled';
  }
}

/** Works out an outcome that may be settled halfway, or turn out to be unknown. */
export function settle({ parameters }: Pack, work: () => Outcome): Outcome {
  try {
    return work();
  } catch (error) {
    if (error instanceof Settled) return error.outcome;
    if (error instanceof Unsettled) return unknown(error.missing, parameters);
    throw error;
  }
}

function unknown(missing: readonly string[], parameters: Pack['parameters']): Outcome {
  const { nl, en } = inWords(missing, parameters);
  return {
    kind: 'unknown',
    missing,
    reason: {
      nl: `Dit is niet uit te rekenen zonder ${nl || 'een kloppende voorwaarde'}; vul het in.`,
      en: `This cannot be worked out without ${en || 'a condition that holds'}; fill it in.`,
    },
  };
}
