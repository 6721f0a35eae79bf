/**
 * What a lifecycle is made of, as plain data. A *chart* says which state follows which; the *catalogue* beside it says
 * what each state and event mean: title, step, what must be on record, who may fire, source and page.
 */

/** A text in both languages of the product; Dutch comes first everywhere. */
export interface Text {
  readonly nl: string;
  readonly en: string;
}

/** Where a step or requirement comes from: a document of the field and its page. */
export interface Source {
  /** File name of the source document, for example `001_6c3f9123756a8f34.txt`. */
  readonly document: string;
  /** Title of the document as people know it. */
  readonly title: string;
  /** Step of the handreiking, for example `1a`. */
  readonly step?: string;
  /** Page or pages as printed, for example `p. 9` or `p. 26-27`. */
  readonly page: string;
}

/** The roles of the handreiking (001…, Bijlage II, p. 36-38); they decide who may fire which event. */
export type Role =
  | 'coordinator'
  | 'projectcoordinator'
  | 'hrExpert'
  | 'inkoopexpert'
  | 'categoriemanager'
  | 'contractmanager'
  | 'bestuurder'
  | 'interneOpdrachtgever'
  | 'opdrachtnemer';

/**
 * The part of JSON Schema 2020-12 that event data uses. `format` is one of `date` (ISO), `euro` (decimal text with at
 * most two decimals, `"100000.00"`), `procent` and `uren` (decimal text), `uuid`. Titles are Dutch; the English one
 * stands beside it as `x-title-en`.
 */
export interface JsonSchema {
  readonly type: 'string' | 'integer' | 'number' | 'boolean' | 'array' | 'object';
  readonly format?: 'date' | 'euro' | 'procent' | 'uren' | 'hoeveelheid' | 'uuid';
  readonly enum?: readonly string[];
  readonly const?: string | boolean;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean;
  readonly title?: string;
  readonly 'x-title-en'?: string;
  /**
   * The text may name a person: whoever stores it keeps the name where it can be erased. Says nothing about what is valid,
   * and is outside the definition hash.
   */
  readonly 'x-personal'?: true;
  readonly description?: string;
}

/** One field of an event's data or of a step's record. */
export interface Field {
  readonly title: Text;
  readonly schema: JsonSchema;
  /** Whether it must be on record before the step can be left (steps), or given with the event (events). */
  readonly required: boolean;
}

/** The result a step must leave behind. Kept in the dossier under `key`. */
export interface StepRecord {
  /** Key in the dossier, camelCase, unique within the lifecycle; in rules `dossier.<key>.<field>`. */
  readonly key: string;
  readonly fields: Readonly<Record<string, Field>>;
}

/** What one state of a lifecycle means. */
export interface StateInfo {
  /** Public id, for example `verkenning.aanbesteding.gunning`. */
  readonly id: string;
  /** Step of the handreiking, for example `2Ad`; `-` for the states around the steps (opgeschort, beeindigd). */
  readonly step: string;
  /** Phase by which lists and boards group, for example `voorbereiding`. */
  readonly phase: string;
  readonly title: Text;
  /** What must be on record before it can be left, in one sentence. */
  readonly result: Text;
  readonly source: Source;
  readonly record?: StepRecord;
  readonly final: boolean;
}

/**
 * Where the data of an event is kept in the dossier:
 * `record` merges its fields into the record with that key; `series` adds one to a count and keeps the latest entry
 * (`dossier.<record>.<series>.aantal` and `.laatste`), so that a dossier does not grow with its history.
 */
export type Keeps = { readonly record: string } | { readonly record: string; readonly series: string };

/**
 * Facts of the partnership itself that an event may change. The value names the field it is taken from: of the event's
 * data or, where that field was already on record, of the record the event completes.
 */
export type Sets = Readonly<
  Partial<
    Record<'contract.einde' | 'contract.waarde' | 'contract.start' | 'opdrachtnemer' | 'coordinator' | 'backup', string>
  >
>;

/** What one event of a lifecycle means. */
export interface EventInfo {
  readonly id: string;
  readonly title: Text;
  readonly source: Source;
  /** Roles that may fire it. */
  readonly roles: readonly Role[];
  /**
   * Whether the record of the state it leaves must be complete: the record that `keeps` names, if the state has it.
   * Its fields may be given with the event or may already be on record. False for events that turn away from a step (afwijzen, opschorten, beeindigen).
   */
  readonly completes: boolean;
  /** Fields of the event itself, beside those of the records it completes. */
  readonly fields: Readonly<Record<string, Field>>;
  readonly keeps: Keeps;
  readonly sets?: Sets;
}

/**
 * Condition on a transition: a field of the event's data has that value, at least one of those states is active, or
 * every one of several conditions holds.
 */
export type When =
  | { readonly field: string; readonly equals: string | boolean }
  | { readonly active: readonly string[] }
  | { readonly all: readonly When[] };

/** One transition; `target` names public state ids. Without target the position stays where it is. */
export interface ChartTransition {
  readonly target?: string | readonly string[];
  readonly when?: When;
}

/** A node of the chart. Leaves carry a public `id`; the tree above them is the chart's own affair. */
export interface ChartNode {
  readonly id?: string;
  readonly type?: 'parallel' | 'final' | 'history';
  readonly initial?: string;
  readonly states?: Readonly<Record<string, ChartNode>>;
  readonly on?: Readonly<Record<string, ChartTransition | readonly ChartTransition[]>>;
  readonly onDone?: readonly ChartTransition[];
}

/** A whole lifecycle as data. */
export interface LifecycleDefinition {
  readonly id: 'stappenplan-2020' | 'stappenplan-2019';
  /** Semantic version; raised with every change of chart or catalogue. */
  readonly version: string;
  readonly title: Text;
  readonly chart: ChartNode;
  readonly states: readonly StateInfo[];
  readonly events: readonly EventInfo[];
}

/** Where a partnership stands. Plain data; `persisted` is all that needs to be stored. */
export interface Position {
  /** Public ids of the active leaf states, in the order of the chart. */
  readonly states: readonly string[];
  /** Whether the lifecycle has ended: no event is possible any more. */
  readonly done: boolean;
  /** The stored form, a JSON text; equal positions have equal texts. */
  readonly persisted: string;
}

/** A state as a place on a map. */
interface GraphState {
  /** Public id. */
  readonly id: string;
  /** The parallel part of the chart it lies in, as keys joined by dots; empty where nothing runs beside it. */
  readonly lane: string;
  /** Whether its lane, or the whole lifecycle, ends there. */
  readonly end: boolean;
}

/** A way from states to states, as the chart has it. */
export interface GraphTransition {
  /** Null for what follows by itself, once every lane beside each other has ended. */
  readonly event: string | null;
  /** Ids of the states that each have this way out; more than one when it belongs to a whole part of the chart. */
  readonly from: readonly string[];
  /** Ids of the states it leads to; none when the position stays, or goes back to where it was suspended. */
  readonly to: readonly string[];
}

/** A chart as something that can be drawn. */
export interface LifecycleGraph {
  /** In the order of the chart. */
  readonly states: readonly GraphState[];
  readonly transitions: readonly GraphTransition[];
}

/** A lifecycle ready for use. Pure: positions in, positions out. */
export interface Lifecycle {
  readonly id: string;
  readonly version: string;
  readonly title: Text;
  /** SHA-256 (hex) of what decides how a history folds: chart, records, and where events keep and set their data. */
  readonly hash: string;
  readonly states: ReadonlyMap<string, StateInfo>;
  readonly events: ReadonlyMap<string, EventInfo>;
  /** The chart as something that can be drawn. */
  readonly graph: LifecycleGraph;
  start(): Position;
  /**
   * The position after the event, or undefined when the event is not possible there (unknown events included).
   * @param data the event's data, as far as transitions look at it: always given with the event, never on record before
   * @throws PositionUnreadable when the position was not made by this version
   */
  move(position: Position, event: string, data: Readonly<Record<string, unknown>>): Position | undefined;
  /**
   * Whether the event is possible there for at least some data.
   * @throws PositionUnreadable when the position was not made by this version
   */
  accepts(position: Position, event: string): boolean;
  /** @throws PositionUnreadable when the text is damaged or names a state this version does not have. */
  restore(persisted: string): Position;
}
