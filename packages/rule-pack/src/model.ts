/**
 * What a rule pack is: an organisation's policy as dated data. Parameters with their source, rules in CEL that guard
 * events, and extra records a step must have. A pack is parsed, type-checked and compiled at load; it is never code.
 */

import { type CadenceEntry } from './cadence/model.js';
import { type FactSet, type FactValues } from './facts.js';
import { type Evidence } from './evidence/model.js';
import { type CompiledObligation } from './obligation/model.js';
import { type PackTest } from './pack-tests/model.js';
import { type Valuation } from './valuation/model.js';

/** A text in both languages of the product; Dutch comes first everywhere. */
export interface Text {
  readonly nl: string;
  readonly en: string;
}

/** Where a figure or a rule comes from. `onbekend` is a value of its own: the organisation must fill it in. */
export interface Source {
  readonly title: string;
  /** File name of one of the source documents, when it is one. */
  readonly document?: string;
  readonly page?: string;
  readonly address?: string;
}

/** Severity of a rule: a block refuses the event, a warning goes along with it. */
export type Severity = 'block' | 'warn';

/**
 * Types a fact or parameter can have in an expression. `Euro` and `Procent` are exact decimals, `Datum` is a local
 * date; none of the three compares with a bare number or text, so a mixed-up unit is an error at load.
 */
export type FactType = 'string' | 'int' | 'bool' | 'Euro' | 'Procent' | 'Datum' | 'list<string>';

/** The facts that expressions may read: a tree of names with a type at each leaf. */
export interface FactTree {
  readonly [name: string]: FactType | FactTree;
}

/** What the engine knows and a pack may refer to; everything else is refused at load. */
export interface Vocabulary {
  /** Version of the engine, `0.1.0`; a pack says which it is written for. */
  readonly engineVersion: string;
  readonly facts: FactTree;
  /** For each lifecycle id its states and events. */
  readonly lifecycles: ReadonlyMap<string, KnownLifecycle>;
  /** What a cadence may name beside those. */
  readonly cadence: {
    /** Who may fire events, and so who may be reminded. */
    readonly roles: ReadonlySet<string>;
    /** By event what the dossier shows of it afterwards; events that leave no trace of their own are not in it. */
    readonly traces: ReadonlyMap<string, Trace>;
  };
}

/** A lifecycle as packs may refer to it. */
interface KnownLifecycle {
  /** Three numbers, `1.0.0`; a pack may say which it is written for. */
  readonly version: string;
  readonly states: ReadonlySet<string>;
  readonly events: ReadonlySet<string>;
}

/** What the dossier shows of an event after it happened. */
export interface Trace {
  /** The day on which it happened. */
  readonly day: boolean;
  /** Whether it comes back: of a series the dossier keeps the latest. */
  readonly repeats: boolean;
  /** The whole calendar year that it is about. */
  readonly year: boolean;
}

/** What a parameter's value is; in expressions euro → Euro, procent → Procent, datum → Datum, jaNee → bool, the rest int or text. */
export type Unit = 'euro' | 'procent' | 'maanden' | 'dagen' | 'uren' | 'aantal' | 'jaNee' | 'tekst' | 'datum' | 'lijst';

/** A value from a date on; `null` ends the parameter from that date. */
export interface DatedValue {
  /** ISO date from which the value holds (inclusive). */
  readonly from: string;
  /** Decimal text for euro, procent; whole number for maanden, dagen, uren, aantal; null ends it. */
  readonly value: string | number | boolean | readonly string[] | null;
  readonly source: Source;
  /** What of this value is assumed and not sourced, in words. */
  readonly assumption?: string;
}

/** A figure or a text of the policy, with its history. */
export interface Parameter {
  /** Name within the pack, dotted camelCase: `inspanningswaarde.banenafspraak`. */
  readonly name: string;
  readonly title: Text;
  readonly unit: Unit;
  /** ISO date on which somebody last compared the values with their sources. */
  readonly lastVerifiedOn: string;
  /**
   * False when no source gives the figure (`source: onbekend`, `values: []` in the file): the organisation must fill it
   * in, and until then every rule that needs it answers `unknown`.
   */
  readonly known: boolean;
  /** Ascending by `from`. Empty when the figure is not known. */
  readonly values: readonly DatedValue[];
}

/** A parameter as it stood on a date. */
export interface ParameterOn {
  readonly parameter: Parameter;
  readonly current: DatedValue;
}

/** What a rule says about whether social return suits a contract at all. */
export interface RuleAdvice {
  /** What of the contract it looks at: size, nature, duration, share of labour, or category. */
  readonly aspect: 'omvang' | 'aard' | 'duur' | 'arbeidsaandeel' | 'categorie';
  /** What it means when the rule is not fulfilled: less suitable, a point of attention, or nothing by itself. */
  readonly otherwise: 'minderGeschikt' | 'aandacht' | 'neutraal';
}

/** A rule as written in the pack. */
export interface Rule {
  /** Stable id, unique within the pack, for example `UT-01`. */
  readonly id: string;
  readonly title: Text;
  readonly events: readonly string[];
  readonly severity: Severity;
  /** CEL; true means fulfilled. */
  readonly condition: string;
  /** CEL; when given and false, the rule does not apply. */
  readonly appliesWhen?: string;
  /** Date at which parameters are read: today, or the start of the contract. Whoever evaluates hands that date in. */
  readonly referenceDate: 'vandaag' | 'contractStart';
  /** Shown when not fulfilled. */
  readonly message: Text;
  /** What to do about it. */
  readonly remedy: Text;
  /** Fact path whose value is shown as "now", for example `contract.waarde`. */
  readonly now?: string;
  /** Parameter name or fact path whose value is shown as "needed". */
  readonly needed?: string;
  /** When given, the rule counts in the advice whether social return suits a contract. */
  readonly advice?: RuleAdvice;
  readonly source: Source;
}

/** A record that a step must have on top of what the handreiking asks. */
export interface RequiredRecord {
  /** Lifecycle state the requirement belongs to. */
  readonly state: string;
  /** Fact path that must be filled in: `dossier.doelstellingen.doelgroep`. */
  readonly field: string;
  readonly title: Text;
  readonly source: Source;
}

/** What a pack says about itself in `pack.yaml`. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly title: Text;
  readonly description: Text;
  /** Who keeps the pack up to date; at least one. */
  readonly maintainers: readonly Maintainer[];
  readonly licence: string;
  /** Engine versions it is written for, a semver range such as `^0.1.0`. */
  readonly engine: string;
  /** Lifecycle ids it can be used with. */
  readonly lifecycles: readonly string[];
  /** Lifecycle id → versions it is written for, such as `^1.0.0`; only for those that the pack says it of. */
  readonly lifecycleRanges: Readonly<Record<string, string>>;
  /** Languages of its texts: always both. */
  readonly languages: readonly Language[];
  /** What the ids of its own rules and tests begin with, without the dash: `UT`. */
  readonly namespace?: string;
  /** The pack that lies under it, within the pack itself, in `base/`. */
  readonly extends?: BaseReference;
  /** What two people must do together: who brings it does not carry it out. */
  readonly fourEyes?: readonly FourEyes[];
}

/** What a pack can want two people for. `publication`: who uploaded a version does not publish it. */
export const FOUR_EYES = ['publication'] as const;
type FourEyes = (typeof FOUR_EYES)[number];

/** The languages of every text of a pack. */
export const LANGUAGES = ['nl', 'en'] as const;
type Language = (typeof LANGUAGES)[number];

/** Somebody who keeps a pack up to date. */
export interface Maintainer {
  readonly name: string;
  readonly email?: string;
  /** Web address. */
  readonly address?: string;
}

/** Another pack, by name and the versions that will do. */
export interface BaseReference {
  readonly name: string;
  /** Such as `^1.1.0`. */
  readonly version: string;
}

/**
 * What a rule says about the facts. A rule whose parameter has no value on the date of judgement, though it has on
 * others, is not applicable: its norm was not in force.
 */
export interface Verdict {
  readonly outcome: 'fulfilled' | 'notFulfilled' | 'notApplicable' | 'unknown';
  /**
   * With `unknown`: the fact paths and parameters (`parameter.<name>`) that the expression asked for and that are not
   * there. Empty when the expression could not be worked out for another reason, such as a division by zero.
   */
  readonly missing: readonly string[];
}

/** A rule, checked and compiled. */
export interface CompiledRule {
  readonly rule: Rule;
  /** Dotted paths of the facts in condition and appliesWhen, without doubles. */
  readonly readsFacts: readonly string[];
  /** Names of the parameters in condition and appliesWhen, without `parameter.` before them. */
  readonly readsParameters: readonly string[];
  /**
   * Never throws.
   * @param facts made by {@link Pack.facts}, shared by all rules of one decision
   * @param isoDate date at which parameters are read; see {@link Rule.referenceDate}
   */
  evaluate(facts: FactSet, isoDate: string): Verdict;
}

/** A pack that passed every check. */
export interface Pack {
  readonly manifest: Manifest;
  /** SHA-256 (hex) over the pack's YAML files, those in `base/` included, sorted by path, with line ends as `\n`; README and CHANGELOG do not count. */
  readonly digest: string;
  /** By name. */
  readonly parameters: ReadonlyMap<string, Parameter>;
  readonly rules: readonly CompiledRule[];
  readonly requiredRecords: readonly RequiredRecord[];
  /** What the pack asks of a supplier; empty when it has no `obligation.yaml`. */
  readonly obligations: readonly CompiledObligation[];
  /** Which moments must not pass unseen; absent without a `cadence.yaml`, and then the engine has a cadence of its own. */
  readonly cadence?: readonly CadenceEntry[];
  /** What contributions are worth; absent without a `valuation.yaml`. */
  readonly valuation?: Valuation;
  /** What proves a contribution or a step, by date; empty without an `evidence.yaml`. */
  readonly evidence: readonly Evidence[];
  /**
   * The organisation's own words, by id: `toestand.<state>` and `gebeurtenis.<event>` are titles,
   * `herinnering.<name>.onderwerp` and `.tekst` are for reminders. Empty without a `texts.yaml`.
   */
  readonly texts: ReadonlyMap<string, Text>;
  /** What the pack proves about itself. */
  readonly tests: readonly PackTest[];
  /** The rules that guard an event, in the order of the files. */
  rulesFor(event: string): readonly CompiledRule[];
  /** The newest value that is not after the date; undefined when there is none, or when it has been ended. */
  parameterOn(name: string, isoDate: string): ParameterOn | undefined;
  /** The facts of one decision, converted to the types of expressions only when asked for. */
  facts(values: FactValues): FactSet;
}
