import { today } from '@samenwerkt/calendar';
import {
  canonicalJson,
  contractProblems,
  decide,
  lifecycleOf,
  start,
  START_EVENT,
  type Acceptance,
  type Decision,
  type NumberConfirmation,
  type Partnership,
  type Policy,
  type RecordedEvent,
} from '@samenwerkt/engine';
import { v7 as uuid } from 'uuid';
import { type Audit } from '../audit/audit.js';
import { notBefore, type Clock } from '../clock.js';
import { type Database } from '../database/database.js';
import { change, first, lock, type Work } from '../database/work.js';
import { type HistoryEntity } from '../entities/history.js';
import {
  DataInvalid,
  EventRefused,
  IdempotencyConflict,
  NotFound,
  PartnershipQuarantined,
  TakeOverFailed,
  VersionConflict,
} from '../errors.js';
import { sha256 } from '../hashing.js';
import { eventHash, GENESIS, toRow } from '../integrity/chain.js';
import { DamageFound, readSnapshot } from '../integrity/snapshot.js';
import { type PackShelf } from '../packs/pack-shelf.js';
import { withNames, type DataSubjects, type Referring } from '../privacy/data-subjects.js';
import {
  type Course,
  type MigratePartnership,
  type MigrationRehearsal,
  type Receipt,
  type StartPartnership,
  type TransitionCommand,
} from './commands.js';
import { confirmedLines } from './confirmed-lines.js';
import { setMoments, tell } from './consequences.js';
import { KnownSnapshots } from './known-snapshots.js';
import { decideMove, rehearseMove, targetOf } from './migration.js';
import { searchColumns, sameColumns } from './search-columns.js';
import * as statements from './statements.js';
import { type StoredPartnership } from './statements.js';

const PARTNERSHIP = { nl: 'partnerschap', en: 'partnership' };

/** A partnership as the writer found it, trusted after its checks. */
interface Loaded {
  readonly stored: StoredPartnership;
  readonly partnership: Partnership;
  readonly policy: Policy;
}

/** The one way to change a partnership. Every command is decided and recorded inside a group commit. */
export class PartnershipWriter {
  private readonly known = new KnownSnapshots();
  private readonly counts = { accepted: 0, refused: 0 };

  constructor(
    private readonly database: Database,
    private readonly shelf: PackShelf,
    private readonly subjects: DataSubjects,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * Fires an event. Settles after the commit.
   * @throws EventRefused, VersionConflict, IdempotencyConflict, NotFound, PartnershipQuarantined, PackUnavailable
   */
  submit(command: TransitionCommand): Promise<Receipt> {
    return this.counted(() => this.answered(command, command.partnership, () => this.fire(command)));
  }

  /**
   * Starts a partnership. Settles after the commit.
   * @throws IdempotencyConflict, NotFound, PackNotPublished, PackEnded, PackUnavailable, PackNotForLifecycle
   */
  start(command: StartPartnership): Promise<Receipt> {
    return this.counted(() => this.answered(command, 'start', () => this.begin(command)));
  }

  /**
   * Takes over histories from elsewhere, all of them or none. Every event goes through the engine at its own moment.
   * @throws TakeOverFailed naming the contract and the event that the engine refuses
   */
  takeOver(courses: readonly Course[]): Promise<Receipt[]> {
    const play = (course: Course) => this.play(course);
    return this.run(function* () {
      const receipts: Receipt[] = [];
      for (const course of courses) receipts.push(yield* play(course));
      return receipts;
    });
  }

  /** What would come of a command; nothing is recorded. @throws NotFound, VersionConflict, PartnershipQuarantined */
  rehearse(command: TransitionCommand): Promise<Decision> {
    return this.watched(() => this.database.read(() => this.rehearsed(command)));
  }

  /**
   * Moves a partnership to another pack. Settles after the commit.
   * @param alongside other writing in the transaction of the move
   * @throws EventRefused, VersionConflict, IdempotencyConflict, NotFound, PartnershipQuarantined, PackUnavailable
   */
  migrate(command: MigratePartnership, alongside?: (receipt: Receipt) => Work<unknown>): Promise<Receipt> {
    const move = () => this.move(command, alongside);
    return this.counted(() => this.answered(command, `${command.partnership} pack`, move));
  }

  /** What a move to another pack would come to; nothing is recorded. @throws NotFound, VersionConflict, PartnershipQuarantined, PackUnavailable */
  rehearseMigration(command: MigratePartnership): Promise<MigrationRehearsal> {
    return this.watched(() => this.database.read(() => this.rehearseMove(command)));
  }

  /** Sets a damaged partnership apart: nothing more happens to it until it is rebuilt. */
  async setApart(id: string, reason: string): Promise<PartnershipQuarantined> {
    await this.run(() => change(statements.QUARANTINE, { at: this.clock(), reason, id }));
    return new PartnershipQuarantined(id, reason);
  }

  /** How many commands were accepted and refused, those answered before included; not what was taken over. */
  get tally(): Readonly<Record<'accepted' | 'refused', number>> {
    return this.counts;
  }

  /** Runs other writing in the same queue and under the same promises; see {@link Database.write}. */
  run<T>(work: () => Work<T>): Promise<T> {
    return this.database.write(work);
  }

  /** Adds an event that is not a command's; only inside `run`. */
  *append(row: HistoryEntity): Work<void> {
    yield* change(statements.ADD_EVENT, row);
  }

  /** Forgets answers older than an instant, so that the table of keys does not grow for ever. */
  forgetAnswers(before: string): Promise<number> {
    return this.run(() => change(statements.FORGET_ANSWERS, { before }));
  }

  /** Takes no more commands; settles when what was waiting is on disk. */
  close(): Promise<void> {
    return this.database.drain();
  }

  private *answered(
    command: TransitionCommand | StartPartnership | MigratePartnership,
    about: string,
    act: () => Work<Receipt>,
  ): Work<Receipt> {
    const { organisation, idempotencyKey: key, ...asked } = command;
    if (key === undefined) return yield* act();
    const requestHash = sha256(canonicalJson([about, asked]));
    const known = yield* first(statements.ANSWER, { organisation, key });
    if (known && known.requestHash !== requestHash) throw new IdempotencyConflict(key);
    if (known) return JSON.parse(known.answer) as Receipt;
    const receipt = yield* act();
    const answer = JSON.stringify(receipt);
    yield* change(statements.ADD_ANSWER, { organisation, key, requestHash, answer, at: this.clock() });
    return receipt;
  }

  private *play({ start, events }: Course): Work<Receipt> {
    let event = START_EVENT;
    try {
      let receipt = yield* this.begin(start);
      for (const command of events) {
        event = command.event;
        receipt = yield* this.fire({ ...command, partnership: receipt.partnership });
      }
      return receipt;
    } catch (error) {
      throw new TakeOverFailed(start.contract.kenmerk, event, error);
    }
  }

  private *fire(command: TransitionCommand): Work<Receipt> {
    yield* lock(statements.LOCK, { id: command.partnership });
    const loaded = yield* this.load(command);
    const { decision, fresh } = yield* this.decided(command, loaded);
    if (decision.outcome === 'refused') throw new EventRefused(withNames(decision, fresh));
    yield* this.subjects.add(command.organisation, fresh);
    const receipt = yield* this.record(decision, loaded);
    for (const line of confirmedLines(decision)) yield* this.audit.record(line);
    return receipt;
  }

  private *rehearsed(command: TransitionCommand): Work<Decision> {
    const { decision, fresh } = yield* this.decided(command, yield* this.load(command));
    return withNames(decision, fresh);
  }

  private *move(command: MigratePartnership, alongside?: (receipt: Receipt) => Work<unknown>): Work<Receipt> {
    yield* lock(statements.LOCK, { id: command.partnership });
    const loaded = yield* this.load(command);
    const to = yield* targetOf(this.shelf, command.organisation, command.to);
    const receipt = yield* this.record(decideMove(command, loaded, to, this.clock()), { ...loaded, policy: to });
    if (alongside) yield* alongside(receipt);
    return receipt;
  }

  private *rehearseMove(command: MigratePartnership): Work<MigrationRehearsal> {
    const loaded = yield* this.load(command);
    const to = yield* targetOf(this.shelf, command.organisation, command.to);
    return rehearseMove(command, loaded, to, this.clock());
  }

  /** The partnership of a row: as it was last seen here when the row still says the same, otherwise read and checked. */
  private *trusted(id: string, stored: StoredPartnership): Work<Partnership> {
    const known = stored.lastEventHash === stored.headHash ? this.known.find(id, stored.snapshotHash) : undefined;
    if (known?.version === stored.version) return known;
    const { snapshot } = (yield* first(statements.SNAPSHOT, { id })) ?? { snapshot: '' };
    const partnership = readSnapshot(id, { ...stored, snapshot }, stored.lastEventHash);
    this.known.keep(stored.snapshotHash, partnership);
    return partnership;
  }

  /** The decision on a command in which references take the place of names, and who is named for the first time. */
  private *decided(
    { organisation, event, data: given, confirmations, actor, at }: TransitionCommand,
    { stored, partnership, policy }: Loaded,
  ): Work<{ decision: Decision; fresh: Referring['fresh'] }> {
    const asked = { event, data: asRecorded(given) };
    const { data, fresh } = yield* this.subjects.referring(organisation, partnership, asked);
    const now = notBefore(stored.updatedAt, at ?? this.clock());
    return { decision: decide(partnership, policy, { event, data, confirmations }, actor, now), fresh };
  }

  private async counted(work: () => Work<Receipt>): Promise<Receipt> {
    try {
      const receipt = await this.watched(() => this.run(work));
      this.counts.accepted += 1;
      return receipt;
    } catch (error) {
      if (error instanceof EventRefused) this.counts.refused += 1;
      throw error;
    }
  }

  /** Turns damage that comes to light into a quarantine. */
  private async watched<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw error instanceof DamageFound ? await this.setApart(error.id, error.reason) : error;
    }
  }

  private *load(command: TransitionCommand | MigratePartnership): Work<Loaded> {
    const { partnership: id, organisation, expectedVersion } = command;
    const stored = yield* first(statements.STORED, { id, organisation });
    const own = 'supplier' in command ? command.supplier : undefined;
    if (!stored || (own !== undefined && stored.supplierId !== own)) throw new NotFound(PARTNERSHIP, id);
    if (stored.quarantinedAt !== null) throw new PartnershipQuarantined(id, stored.quarantineReason ?? '');
    if (expectedVersion !== undefined && expectedVersion !== stored.version)
      throw new VersionConflict(expectedVersion, stored.version);
    const partnership = yield* this.trusted(id, stored);
    return { stored, partnership, policy: yield* this.shelf.find(organisation, partnership.pack) };
  }

  private *record(
    { event, next, timers, outbox, warnings }: Acceptance,
    { stored, partnership: before, policy }: Loaded,
  ): Work<Receipt> {
    const { id, organisation: organisationId } = next;
    const row = toRow(organisationId, id, event);
    const hash = eventHash(stored.headHash, row);
    const snapshot = JSON.stringify(next);
    yield* change(statements.ADD_EVENT, { ...row, hash });
    const snapshotHash = sha256(snapshot);
    const moved = { id, version: next.version, snapshot, snapshotHash, headHash: hash, updatedAt: event.at };
    const columns = searchColumns(next, lifecycleOf(next.lifecycle), timers.open);
    if (sameColumns(columns, stored)) yield* change(statements.MOVE_ON, moved);
    else yield* change(statements.MOVE_ON_AND_REINDEX, { ...moved, ...columns });
    this.known.keep(snapshotHash, next);
    if (next.opdrachtnemer !== undefined && next.opdrachtnemer !== before.opdrachtnemer)
      yield* this.linkSupplier(next, event.at);
    const happened = { partnership: next, policy, sequence: event.sequence, at: event.at, event: event.event };
    yield* setMoments(happened, timers);
    yield* tell(happened, outbox, this.clock());
    return receiptOf(next, event, hash, warnings);
  }

  /** The opdrachtnemer is one of the organisation's suppliers from now on; lists find the partnership by it. */
  private *linkSupplier({ id, organisation, opdrachtnemer: name = '' }: Partnership, at: string): Work<void> {
    yield* change(statements.KNOW_SUPPLIER, { id: uuid(), organisation, name, at });
    yield* change(statements.LINK_SUPPLIER, { organisation, name, partnership: id });
  }

  /**
   * The numbers in a contract on record of which somebody said that they are no BSN. A contract or supplier of another
   * organisation does not exist here.
   */
  private *confirmedOf(
    organisation: string,
    contract: string | undefined,
    supplier: string | undefined,
  ): Work<NumberConfirmation[]> {
    if (supplier !== undefined && !(yield* first(statements.HAS_SUPPLIER, { id: supplier, organisation })))
      throw new NotFound({ nl: 'leverancier', en: 'supplier' }, supplier);
    if (contract === undefined) return [];
    const found = yield* first(statements.CONFIRMED, { id: contract, organisation });
    if (!found) throw new NotFound({ nl: 'contract', en: 'contract' }, contract);
    return found.confirmed === null ? [] : (JSON.parse(found.confirmed) as NumberConfirmation[]);
  }

  private *begin({
    organisation,
    lifecycle,
    pack,
    contract,
    contractId,
    supplierId,
    actor,
    at,
  }: StartPartnership): Work<Receipt> {
    const problems = contractProblems(contract, yield* this.confirmedOf(organisation, contractId, supplierId));
    if (problems.length > 0) throw new DataInvalid(problems);
    const moment = at ?? this.clock();
    const policy = yield* this.shelf.newest(organisation, pack, today(moment));
    const { event, next, timers } = start({ id: uuid(), organisation, lifecycle, contract }, policy, actor, moment);
    const row = toRow(organisation, next.id, event);
    const hash = eventHash(GENESIS, row);
    const snapshot = JSON.stringify(next);
    yield* change(statements.ADD_PARTNERSHIP, {
      id: next.id,
      organisationId: organisation,
      contractId: contractId ?? null,
      supplierId: supplierId ?? null,
      title: contract.titel,
      ...searchColumns(next, lifecycleOf(next.lifecycle), timers.open),
      lifecycleId: lifecycle,
      version: 1,
      snapshot,
      snapshotHash: sha256(snapshot),
      headHash: hash,
      createdAt: event.at,
      updatedAt: event.at,
    });
    yield* change(statements.ADD_EVENT, { ...row, hash });
    yield* setMoments({ partnership: next, policy, sequence: 1, at: event.at, event: event.event }, timers);
    return receiptOf(next, event, hash, []);
  }
}

function receiptOf(
  { id, version, states, done }: Partnership,
  { event, at }: RecordedEvent,
  hash: string,
  warnings: Receipt['warnings'],
): Receipt {
  return { partnership: id, version, event, states, done, at, hash, warnings };
}

/**
 * The data as the history will hold it. Fields that are undefined would be in the snapshot but not in the history, and
 * what the caller changes afterwards must not change a partnership that is kept in memory.
 */
function asRecorded(data: TransitionCommand['data']): TransitionCommand['data'] {
  return JSON.parse(JSON.stringify(data)) as TransitionCommand['data'];
}
