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
  type Partnership,
  type Policy,
  type Timer,
} from '@samenwerkt/engine';
import { type Database } from 'better-sqlite3';
import { v7 as uuid } from 'uuid';
import { notBefore, type Clock } from '../clock.js';
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
import { type Course, type Receipt, type StartPartnership, type TransitionCommand } from './commands.js';
import { GroupCommit } from './group-commit.js';
import { KnownSnapshots } from './known-snapshots.js';
import { searchColumns, sameColumns } from './search-columns.js';
import { prepare, type Statements, type StoredPartnership } from './statements.js';

const PARTNERSHIP = { nl: 'partnerschap', en: 'partnership' };

/** A partnership as the writer found it, trusted after its checks. */
interface Loaded {
  readonly stored: StoredPartnership;
  readonly partnership: Partnership;
  readonly policy: Policy;
}

/** The one way to change a partnership. Every command is decided and recorded inside a group commit. */
export class PartnershipWriter {
  private readonly statements: Statements;
  private readonly commits: GroupCommit;
  private readonly known = new KnownSnapshots();

  constructor(
    private readonly database: Database,
    private readonly shelf: PackShelf,
    private readonly clock: Clock,
  ) {
    this.statements = prepare(database);
    this.commits = new GroupCommit(database);
  }

  /**
   * Fires an event. Settles after the commit.
   * @throws EventRefused, VersionConflict, IdempotencyConflict, NotFound, PartnershipQuarantined, PackUnavailable
   */
  submit(command: TransitionCommand): Promise<Receipt> {
    return this.watched(() =>
      this.commits.run(() => this.answered(command, command.partnership, () => this.fire(command))),
    );
  }

  /**
   * Starts a partnership. Settles after the commit.
   * @throws IdempotencyConflict, NotFound, PackNotPublished, PackEnded, PackUnavailable, PackNotForLifecycle
   */
  start(command: StartPartnership): Promise<Receipt> {
    return this.commits.run(() => this.answered(command, 'start', () => this.begin(command)));
  }

  /**
   * Takes over histories from elsewhere, all of them or none. Every event goes through the engine at its own moment.
   * @throws TakeOverFailed naming the contract and the event that the engine refuses
   */
  takeOver(courses: readonly Course[]): Promise<Receipt[]> {
    return this.commits.run(() => courses.map((course) => this.play(course)));
  }

  /** What would come of a command; nothing is recorded. @throws NotFound, VersionConflict, PartnershipQuarantined */
  rehearse(command: TransitionCommand): Promise<Decision> {
    const look = this.database.transaction(() => this.load(command));
    return this.watched(async () => this.decided(command, look.deferred()));
  }

  /** Sets a damaged partnership apart: nothing more happens to it until it is rebuilt. */
  async setApart(id: string, reason: string): Promise<PartnershipQuarantined> {
    await this.commits.run(() => this.statements.quarantine.run(this.clock(), reason, id));
    return new PartnershipQuarantined(id, reason);
  }

  /** Runs other writing in the same queue and under the same promises; see `GroupCommit.run`. */
  run<T>(work: () => T): Promise<T> {
    return this.commits.run(work);
  }

  /** Adds an event that is not a command's; only inside `run`. */
  append(row: HistoryEntity): void {
    this.statements.addEvent.run(row);
  }

  /** Makes these the open timers of a partnership that was rebuilt, and no others; only inside `run`. */
  resetTimers({ id, organisation, version }: Partnership, timers: readonly Timer[]): void {
    this.statements.closeTimers.run(version, id);
    this.setTimers(organisation, id, version, timers);
  }

  /** Forgets answers older than an instant, so that the table of keys does not grow for ever. */
  forgetAnswers(before: string): Promise<number> {
    return this.commits.run(() => this.statements.forgetAnswers.run(before).changes);
  }

  /** Takes no more commands; settles when what was waiting is on disk. */
  close(): Promise<void> {
    return this.commits.close();
  }

  private answered(command: TransitionCommand | StartPartnership, about: string, act: () => Receipt): Receipt {
    const { organisation, idempotencyKey: key, ...asked } = command;
    if (key === undefined) return act();
    const requestHash = sha256(canonicalJson([about, asked]));
    const known = this.statements.answer.get(organisation, key);
    if (known && known.requestHash !== requestHash) throw new IdempotencyConflict(key);
    if (known) return JSON.parse(known.answer) as Receipt;
    const receipt = act();
    this.statements.addAnswer.run(organisation, key, requestHash, JSON.stringify(receipt), this.clock());
    return receipt;
  }

  private play({ start: first, events }: Course): Receipt {
    let event = START_EVENT;
    try {
      let receipt = this.begin(first);
      for (const command of events) {
        event = command.event;
        receipt = this.fire({ ...command, partnership: receipt.partnership });
      }
      return receipt;
    } catch (error) {
      throw new TakeOverFailed(first.contract.kenmerk, event, error);
    }
  }

  private fire(command: TransitionCommand): Receipt {
    const loaded = this.load(command);
    const decision = this.decided(command, loaded);
    if (decision.outcome === 'refused') throw new EventRefused(decision);
    return this.record(decision, loaded);
  }

  /** The partnership of a row: as it was last seen here when the row still says the same, otherwise read and checked. */
  private trusted(id: string, stored: StoredPartnership): Partnership {
    const known = stored.lastEventHash === stored.headHash ? this.known.find(id, stored.snapshotHash) : undefined;
    if (known?.version === stored.version) return known;
    const snapshot = this.statements.snapshot.get(id)?.snapshot ?? '';
    const partnership = readSnapshot(id, { ...stored, snapshot }, stored.lastEventHash);
    this.known.keep(stored.snapshotHash, partnership);
    return partnership;
  }

  private decided({ event, data, actor, at }: TransitionCommand, { stored, partnership, policy }: Loaded): Decision {
    const command = { event, data: asRecorded(data) };
    return decide(partnership, policy, command, actor, notBefore(stored.updatedAt, at ?? this.clock()));
  }

  /** Turns damage that comes to light into a quarantine. */
  private async watched<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw error instanceof DamageFound ? await this.setApart(error.id, error.reason) : error;
    }
  }

  private load({ partnership: id, organisation, expectedVersion }: TransitionCommand): Loaded {
    const stored = this.statements.partnership.get(id, organisation);
    if (!stored) throw new NotFound(PARTNERSHIP, id);
    if (stored.quarantinedAt !== null) throw new PartnershipQuarantined(id, stored.quarantineReason ?? '');
    if (expectedVersion !== undefined && expectedVersion !== stored.version)
      throw new VersionConflict(expectedVersion, stored.version);
    const partnership = this.trusted(id, stored);
    return { stored, partnership, policy: this.shelf.policy(organisation, partnership.pack) };
  }

  private record(
    { event, next, timers, outbox, warnings }: Acceptance,
    { stored, partnership: before }: Loaded,
  ): Receipt {
    const { statements } = this;
    const { id, organisation: organisationId } = next;
    const row = toRow(organisationId, id, event);
    const hash = eventHash(stored.headHash, row);
    const snapshot = JSON.stringify(next);
    statements.addEvent.run({ ...row, hash });
    const snapshotHash = sha256(snapshot);
    const moved = { id, version: next.version, snapshot, snapshotHash, headHash: hash, updatedAt: event.at };
    const columns = searchColumns(next, lifecycleOf(next.lifecycle), timers.open);
    if (sameColumns(columns, stored)) statements.moveOn.run(moved);
    else statements.moveOnAndReindex.run({ ...moved, ...columns });
    this.known.keep(snapshotHash, next);
    if (next.opdrachtnemer !== undefined && next.opdrachtnemer !== before.opdrachtnemer)
      this.linkSupplier(next, event.at);
    for (const { kind, occurrence } of timers.cancel) statements.closeTimer.run(event.sequence, id, kind, occurrence);
    this.setTimers(organisationId, id, event.sequence, timers.set);
    for (const message of outbox) {
      statements.addMessage.run({
        ...message,
        id: uuid(),
        organisationId,
        partnershipId: id,
        sequence: event.sequence,
        createdAt: event.at,
      });
    }
    return {
      partnership: id,
      version: next.version,
      event: event.event,
      states: next.states,
      done: next.done,
      at: event.at,
      hash,
      warnings,
    };
  }

  private setTimers(organisationId: string, partnershipId: string, setBy: number, timers: readonly Timer[]): void {
    for (const timer of timers)
      this.statements.setTimer.run({ ...timer, id: uuid(), organisationId, partnershipId, setBy });
  }

  /** The opdrachtnemer is one of the organisation's suppliers from now on; lists find the partnership by it. */
  private linkSupplier({ id, organisation, opdrachtnemer }: Partnership, at: string): void {
    this.statements.knowSupplier.run(uuid(), organisation, opdrachtnemer ?? '', at);
    this.statements.linkSupplier.run(organisation, opdrachtnemer ?? '', id);
  }

  /** A contract or supplier of another organisation does not exist here. */
  private mustOwn(organisation: string, contract: string | undefined, supplier: string | undefined): void {
    const { hasContract, hasSupplier } = this.statements;
    if (contract !== undefined && !hasContract.get(contract, organisation))
      throw new NotFound({ nl: 'contract', en: 'contract' }, contract);
    if (supplier !== undefined && !hasSupplier.get(supplier, organisation))
      throw new NotFound({ nl: 'leverancier', en: 'supplier' }, supplier);
  }

  private begin({
    organisation,
    lifecycle,
    pack,
    contract,
    contractId,
    supplierId,
    actor,
    at,
  }: StartPartnership): Receipt {
    const problems = contractProblems(contract);
    if (problems.length > 0) throw new DataInvalid(problems);
    this.mustOwn(organisation, contractId, supplierId);
    const moment = at ?? this.clock();
    const policy = this.shelf.current(organisation, pack, today(moment));
    const { event, next } = start({ id: uuid(), organisation, lifecycle, contract }, policy, actor, moment);
    const row = toRow(organisation, next.id, event);
    const hash = eventHash(GENESIS, row);
    const snapshot = JSON.stringify(next);
    this.statements.addPartnership.run({
      id: next.id,
      organisationId: organisation,
      contractId: contractId ?? null,
      supplierId: supplierId ?? null,
      title: contract.titel,
      ...searchColumns(next, lifecycleOf(next.lifecycle), []),
      lifecycleId: lifecycle,
      packName: policy.ref.name,
      packVersion: policy.ref.version,
      version: 1,
      snapshot,
      snapshotHash: sha256(snapshot),
      headHash: hash,
      createdAt: event.at,
      updatedAt: event.at,
    });
    this.statements.addEvent.run({ ...row, hash });
    return {
      partnership: next.id,
      version: 1,
      event: event.event,
      states: next.states,
      done: false,
      at: event.at,
      hash,
      warnings: [],
    };
  }
}

/**
 * The data as the history will hold it. Fields that are undefined would be in the snapshot but not in the history, and
 * what the caller changes afterwards must not change a partnership that is kept in memory.
 */
function asRecorded(data: TransitionCommand['data']): TransitionCommand['data'] {
  return JSON.parse(JSON.stringify(data)) as TransitionCommand['data'];
}
