/**
 * What a rule pack is: an organisation's policy as dated data. Parameters with their source, rules in CEL that guard
 * events, and extra records a step must have. A pack is parsed, type-checked and compiled at load; it is never code.
 */

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
  readonly facts: FactTree;
  /** For each lifecycle id its states and events. */
  readonly lifecycles: ReadonlyMap<string, { readonly states: ReadonlySet<string>; readonly events: ReadonlySet<string> }>;
}

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

export interface Parameter {
  /** Name within the pack, dotted camelCase: `inspanningswaarde.banenafspraak`. */
  readonly name: string;
  readonly title: Text;
  readonly unit: Unit;
  readonly lastVerifiedOn: string;
  /** Ascending by `from`. Empty when the figure is not known: the organisation must fill it in. */
  readonly values: readonly DatedValue[];
}

/** A parameter as it stood on a date. */
export interface ParameterOn {
  readonly parameter: Parameter;
  readonly current: DatedValue;
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
  /** Date at which parameters are read: today, or the start of the contract. */
  readonly referenceDate: 'vandaag' | 'contractStart';
  /** Shown when not fulfilled. */
  readonly message: Text;
  /** What to do about it. */
  readonly remedy: Text;
  /** Fact path whose value is shown as "now", for example `contract.waarde`. */
  readonly now?: string;
  /** Parameter name or fact path whose value is shown as "needed". */
  readonly needed?: string;
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

export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly title: Text;
  readonly description: Text;
  readonly maintainer: string;
  readonly licence: string;
  /** Engine versions it is written for, a semver range such as `^0.1.0`. */
  readonly engine: string;
  /** Lifecycle ids it can be used with. */
  readonly lifecycles: readonly string[];
}
