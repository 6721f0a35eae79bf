import { type EventInfo, type JsonSchema, type Role, type Text } from '@samenwerkt/lifecycle';
import { type Severity, type Source, type Unit } from '@samenwerkt/rule-pack';

/** Facts of the contract or planned procurement that policy looks at. Money is decimal text in euro, excl. btw. */
export interface ContractFacts {
  /** Number or reference under which the organisation knows the contract; unique within it. */
  readonly kenmerk: string;
  readonly titel: string;
  readonly categorie: string;
  readonly soort: 'werk' | 'dienst' | 'levering';
  /** Contract value in euro, `"1440000.00"`. */
  readonly waarde: string;
  /** Wage sum of the staff used for the contract, in euro. */
  readonly loonsom?: string;
  /** Share of labour in the contract, in percent, `"65"`. */
  readonly arbeidsaandeel?: string;
  /** First day, ISO. */
  readonly start?: string;
  /** Last day, ISO. */
  readonly einde?: string;
  readonly verlenging?: string;
  readonly procedure?: string;
}

/** Who fires an event: a person or a job, with the roles held at that moment. */
export interface Actor {
  readonly id: string;
  readonly roles: readonly Role[];
}

/** Which version of a pack: the digest pins its very content. */
export interface PackRef {
  readonly name: string;
  readonly version: string;
  readonly digest: string;
}

/** Which version of a lifecycle: the hash pins its very definition. */
export interface LifecycleRef {
  readonly id: string;
  readonly version: string;
  readonly hash: string;
}

/** Records of the steps by key; series keep a count and their latest entry. */
export type Dossier = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** A partnership as it stands: the fold of its history, and all that is needed to judge the next event. */
export interface Partnership {
  readonly id: string;
  readonly organisation: string;
  readonly lifecycle: LifecycleRef;
  readonly pack: PackRef;
  /** Number of events in its history. */
  readonly version: number;
  /** Instant (ISO, UTC) of its first event. */
  readonly startedAt: string;
  /** Stored form of the position in the lifecycle. */
  readonly position: string;
  /** Public ids of the states it stands in. */
  readonly states: readonly string[];
  /** For each of those states the instant it was entered. */
  readonly since: Readonly<Record<string, string>>;
  readonly done: boolean;
  readonly contract: ContractFacts;
  readonly opdrachtnemer?: string;
  readonly coordinator?: string;
  readonly backup?: string;
  readonly dossier: Dossier;
}

/** One event of a history, as recorded. */
export interface RecordedEvent {
  /** 1 for the start, then one higher each time. */
  readonly sequence: number;
  readonly event: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly actor: Actor;
  /** Instant (ISO, UTC) of recording. */
  readonly at: string;
  readonly pack: PackRef;
  readonly lifecycle: LifecycleRef;
  /** Number of the engine's own rules of behaviour under which it was decided; see `semantics.ts`. */
  readonly semantics: number;
}

/** A number that passes the eleven-test of the BSN, of which somebody says that it is another number, and which. */
export interface NumberConfirmation {
  /** JSON pointer to the text in the data. */
  readonly path: string;
  /** The number, as in the text or without what stands between its digits. */
  readonly number: string;
  readonly reason: string;
}

/** What somebody asks of a partnership. */
export interface Command {
  readonly event: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** Numbers in the data that only look like a BSN. */
  readonly confirmations?: readonly NumberConfirmation[] | undefined;
}

/** A parameter as it stood when it was read. */
export interface ParameterReading {
  readonly name: string;
  readonly title: Text;
  readonly unit: Unit;
  readonly value: unknown;
  /** ISO date from which that value holds. */
  readonly validFrom: string;
  readonly source: Source;
  readonly assumption?: string;
}

/** A value shown with a reason: where it was read, and what it was (undefined when nothing is on record). */
export interface Reading {
  readonly path: string;
  readonly value: unknown;
}

/** Why an event may not happen, or may with a warning. */
export interface Reason {
  readonly kind: 'role' | 'record' | 'rule' | 'pack';
  /** Rule id, or `dossier.<key>.<field>` for a record, or `role`; for a move to another pack what it warns of. */
  readonly id: string;
  readonly severity: Severity;
  readonly outcome: 'notFulfilled' | 'unknown' | 'fulfilled' | 'notApplicable';
  readonly title: Text;
  readonly message: Text;
  readonly remedy: Text;
  /** The pack that holds the rule; absent for what the lifecycle itself asks. */
  readonly pack?: { readonly name: string; readonly version: string };
  readonly expression?: string;
  readonly parameters: readonly ParameterReading[];
  readonly now?: Reading;
  readonly needed?: Reading;
  /** Facts the judgement read, with their values. */
  readonly facts: readonly Reading[];
  /** Facts or parameters that were not there to judge by. */
  readonly missing: readonly string[];
  readonly source: {
    readonly title: string;
    readonly document?: string;
    readonly page?: string;
    readonly step?: string;
    readonly address?: string;
  };
}

/** A fault in the data that came with a command. `path` is a JSON pointer into the data. */
export interface DataProblem {
  readonly path: string;
  readonly code: string;
  readonly message: Text;
}

/** A moment that must not pass unseen: the date is local (Europe/Amsterdam). */
export interface Timer {
  /** Id of the entry of the pack's cadence that asks for it, for example `gesprek`. */
  readonly kind: string;
  /**
   * Names the occurrence once and for all within its kind: `2026-3m-4` for the fourth period of three months, `2025`,
   * `gunnen-2026-03-01`, `einde-2027-12-31`, `werkgroep-2026-01-15`. A moved due date does not change it.
   */
  readonly occurrence: string;
  /** ISO date by which it must have happened. */
  readonly dueOn: string;
}

/** Something to tell somebody; delivered after the commit, at least once. */
export interface OutboxMessage {
  readonly topic:
    | 'coordinatorOvergedragen'
    | 'partnerschapOpgeschort'
    | 'partnerschapHervat'
    | 'partnerschapBeeindigd'
    | 'regelpakketGewisseld';
  /** Who is to be told: the function or person as recorded in the partnership. */
  readonly recipient: string;
}

export interface Acceptance {
  readonly outcome: 'accepted';
  readonly event: RecordedEvent;
  readonly next: Partnership;
  readonly warnings: readonly Reason[];
  /** What to set and what to cancel; `open` is all that is open afterwards. */
  readonly timers: {
    readonly set: readonly Timer[];
    readonly cancel: readonly Timer[];
    readonly open: readonly Timer[];
  };
  readonly outbox: readonly OutboxMessage[];
}

type RefusalCause =
  | 'unknownEvent'
  | 'eventNotPossible'
  | 'dataInvalid'
  | 'notAllowed'
  /** Of a move to another pack only. */
  | 'partnershipDone'
  | 'packNotForLifecycle'
  | 'alreadyOnPack';

export interface Refusal {
  readonly outcome: 'refused';
  readonly cause: RefusalCause;
  readonly message: Text;
  /** Events that are possible where the partnership stands; given when the asked one is not. */
  readonly possible: readonly string[];
  /** Every fault in the data. */
  readonly problems: readonly DataProblem[];
  /** Every reason of severity block, and the warnings beside them. */
  readonly reasons: readonly Reason[];
}

export type Decision = Acceptance | Refusal;

/** One thing that can happen next. */
export interface Option {
  readonly event: string;
  readonly title: Text;
  readonly roles: EventInfo['roles'];
  /** `allowed`: nothing needed; `needsData`: possible once the fields are filled in rightly; `blocked`: not now. */
  readonly status: 'allowed' | 'needsData' | 'blocked';
  /** JSON Schema of the data to give with the event. */
  readonly schema: JsonSchema;
  /** What stands in the way or warns. */
  readonly reasons: readonly (Reason & { readonly canBeGivenWithEvent: boolean })[];
  /** Ids of the rules that can only be judged once the event's own data is there. */
  readonly judgedWithData: readonly string[];
  /** Ids of what is fulfilled already. */
  readonly met: readonly string[];
}
