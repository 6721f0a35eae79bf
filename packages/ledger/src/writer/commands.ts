import {
  type Acceptance,
  type Actor,
  type Command,
  type ContractFacts,
  type MigrationPreview,
  type PackRef,
  type Reason,
  type Refusal,
} from '@samenwerkt/engine';

/** Who asks, for which organisation, and under which idempotency key. */
interface Asked {
  readonly organisation: string;
  readonly actor: Actor;
  /**
   * Instant (ISO, UTC) at which it happened, for histories that are taken over from elsewhere; the present when left out.
   * Never before the event it follows.
   */
  readonly at?: string;
  /** Same key and same command give the same answer; another command under the key is refused. */
  readonly idempotencyKey?: string;
}

/** To fire an event at a partnership. */
export interface TransitionCommand extends Asked, Command {
  readonly partnership: string;
  /** Version the command is based on; left out, the command takes the partnership as it finds it. */
  readonly expectedVersion?: number;
  /** Only a partnership of this supplier: for an opdrachtnemer any other does not exist. */
  readonly supplier?: string;
}

/** To start a partnership on a contract of the organisation, or on a procurement that is only planned. */
export interface StartPartnership extends Asked {
  readonly lifecycle: string;
  readonly pack: string;
  readonly contract: ContractFacts;
  readonly contractId?: string;
  readonly supplierId?: string;
}

/** To move a partnership to another version of its pack, or to another pack of the organisation. */
export interface MigratePartnership extends Omit<Asked, 'at'> {
  readonly partnership: string;
  /** Version the command is based on; left out, the command takes the partnership as it finds it. */
  readonly expectedVersion?: number;
  readonly to: Pick<PackRef, 'name' | 'version'>;
  /** Why, for whoever reads the history later; never a person's data. */
  readonly reden: string;
}

/** A move that was rehearsed; nothing is recorded. */
interface Rehearsed {
  readonly partnership: string;
  /** Reference and title of its contract. */
  readonly kenmerk: string;
  readonly title: string;
  /** Version the rehearsal is based on. */
  readonly version: number;
  readonly from: PackRef;
  readonly to: PackRef;
}

/** A move that would be recorded, with what it changes. */
export interface RehearsedMove extends Rehearsed {
  readonly decision: Acceptance;
  readonly preview: MigrationPreview;
}

/** What a move would come to: the move, or the refusal. */
export type MigrationRehearsal =
  RehearsedMove | (Rehearsed & { readonly decision: Refusal; readonly preview?: undefined });

/** A history to take over from elsewhere: how it began, and every event after that with its moment. */
export interface Course {
  readonly start: StartPartnership;
  readonly events: readonly Omit<TransitionCommand, 'partnership'>[];
}

/** Answer to a command that was recorded: committed to disk before anybody reads this. */
export interface Receipt {
  readonly partnership: string;
  readonly version: number;
  readonly event: string;
  readonly states: readonly string[];
  readonly done: boolean;
  /** Instant of recording (ISO, UTC). */
  readonly at: string;
  /** Hash of the event, the new head of the chain. */
  readonly hash: string;
  readonly warnings: readonly Reason[];
}
