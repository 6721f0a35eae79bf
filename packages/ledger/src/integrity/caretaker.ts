import {
  ENGINE_SEMANTICS,
  EngineError,
  LifecycleMismatch,
  lifecycleOf,
  plannedTimers,
  PositionUnreadable,
  replay,
  SEAL_EVENT,
  type Actor,
  type Partnership,
  type RecordedEvent,
} from '@samenwerkt/engine';
import { notBefore, type Clock } from '../clock.js';
import { type Database } from '../database/database.js';
import { change, lock, sql, type Work } from '../database/work.js';
import { type HistoryEntity } from '../entities/history.js';
import { PartnershipEntity } from '../entities/partnership.js';
import { ChainBroken, NotFound } from '../errors.js';
import { sha256 } from '../hashing.js';
import { type PackShelf } from '../packs/pack-shelf.js';
import { type PartnershipWriter } from '../writer/partnership-writer.js';
import { resetMoments } from '../writer/consequences.js';
import { searchColumns } from '../writer/search-columns.js';
import { LOCK } from '../writer/statements.js';
import { type Break, type ChainReport, eventHash, toRecordedEvent, toRow, verifyChain } from './chain.js';
import { onFile } from './records.js';

/** What came of verifying one partnership. */
export interface Verification extends ChainReport {
  readonly partnership: string;
  /** Whether the snapshot equals the replay of the history, to the letter. */
  readonly snapshotMatches: boolean;
  /** Why it is set apart; absent when all is well. */
  readonly fault?: string;
}

/** What came of rebuilding one. */
export interface Rebuilt {
  readonly partnership: string;
  readonly version: number;
  readonly states: readonly string[];
  /** Breaks of the chain that were put on record now. */
  readonly acknowledged: readonly Break[];
}

/** To accept a break of the chain: who, and why. */
export interface AcceptBreak {
  readonly actor: Actor;
  readonly reason: string;
}

/** A partnership to write anew. */
interface Anew {
  readonly partnership: Partnership;
  /** Hash of the last event, the seal not counted. */
  readonly head: string;
  readonly seal: RecordedEvent | undefined;
  /** Moment of the last event. */
  readonly at: string;
}

const REPLACE = sql(
  `UPDATE partnership SET version = @version, snapshot = @snapshot, snapshot_hash = @snapshotHash, head_hash = @headHash,
     phase = @phase, states = @states, pack_name = @packName, pack_version = @packVersion, coordinator = @coordinator, next_due_on = @nextDueOn,
     contract_ends_on = @contractEndsOn, updated_at = @at,
     quarantined_at = NULL, quarantine_reason = NULL
   WHERE id = @id`,
);

/** Verifies histories, sets damaged partnerships apart, and rebuilds them from their history. */
export class Caretaker {
  constructor(
    private readonly database: Database,
    private readonly writer: PartnershipWriter,
    private readonly shelf: PackShelf,
    private readonly clock: Clock,
  ) {}

  /**
   * Walks the chain and replays the history; a partnership that fails is set apart.
   * @throws NotFound, LifecycleMismatch
   */
  async verify(organisation: string, id: string): Promise<Verification> {
    const { row, rows } = await this.database.read(() => onFile(organisation, id));
    const report = verifyChain(rows, row);
    const replayed = report.intact ? attemptReplay(rows) : 'keten verbroken';
    const snapshotMatches =
      typeof replayed !== 'string' &&
      JSON.stringify(replayed) === row.snapshot &&
      sha256(row.snapshot) === row.snapshotHash &&
      replayed?.version === row.version &&
      row.headHash === report.head;
    const fault = faultOf(report, replayed, snapshotMatches);
    if (fault !== undefined && row.quarantinedAt === null) await this.writer.setApart(id, fault);
    return { partnership: id, ...report, snapshotMatches, ...(fault === undefined ? {} : { fault }) };
  }

  /**
   * Writes the snapshot anew from the history and lifts the quarantine. Reading and writing are one transaction, so that
   * no event that is recorded meanwhile is written over.
   * @throws ChainBroken when an event is missing, or when the chain does not hold and no break is accepted; HistoryUnplayable when it
   * cannot be replayed
   */
  rebuild(organisation: string, id: string, accept?: AcceptBreak): Promise<Rebuilt> {
    return this.writer.run(() => this.writtenAnew(organisation, id, accept));
  }

  /** Ids of all partnerships that are set apart, with the reason. */
  async quarantined(organisation: string): Promise<{ id: string; reason: string; since: string }[]> {
    const rows = await this.database.dataSource
      .getRepository(PartnershipEntity)
      .createQueryBuilder('p')
      .where('p.organisation_id = :organisation AND p.quarantined_at IS NOT NULL', { organisation })
      .orderBy('p.id')
      .getMany();
    return rows.map(({ id, quarantineReason, quarantinedAt }) => ({
      id,
      reason: quarantineReason ?? '',
      since: quarantinedAt ?? '',
    }));
  }

  private *writtenAnew(organisation: string, id: string, accept: AcceptBreak | undefined): Work<Rebuilt> {
    yield* lock(LOCK, { id });
    const { row, rows } = yield* onFile(organisation, id);
    const report = verifyChain(rows, row);
    const open = report.breaks.filter(({ acknowledged }) => !acknowledged);
    if (open.some(({ kind }) => kind === 'missing') || (open.length > 0 && !accept)) {
      throw new ChainBroken(
        id,
        open.map(({ sequence }) => sequence),
      );
    }
    const recorded = rows.map(toRecordedEvent);
    const last = recorded.at(-1);
    if (!last) throw new NotFound({ nl: 'geschiedenis van', en: 'history of' }, id);
    const seal = open.length > 0 && accept ? this.seal(last, open, accept) : undefined;
    const partnership = replay(seal ? [...recorded, seal] : recorded) as Partnership;
    yield* this.replace(organisation, { partnership, head: report.head, seal, at: (seal ?? last).at });
    return { partnership: id, version: partnership.version, states: partnership.states, acknowledged: open };
  }

  private seal(last: RecordedEvent, breaks: readonly Break[], { actor, reason }: AcceptBreak): RecordedEvent {
    const breuken = breaks.map(({ sequence, stored, computed }) => ({ sequence, stored, computed }));
    return {
      ...last,
      sequence: last.sequence + 1,
      event: SEAL_EVENT,
      data: { reden: reason, breuken },
      actor,
      at: notBefore(last.at, this.clock()),
      semantics: ENGINE_SEMANTICS,
    };
  }

  private *replace(organisation: string, { partnership, head, seal, at }: Anew): Work<void> {
    const snapshot = JSON.stringify(partnership);
    const policy = yield* this.shelf.find(organisation, partnership.pack);
    const timers = plannedTimers(partnership, policy);
    const columns = searchColumns(partnership, lifecycleOf(partnership.lifecycle), timers);
    const happened = { partnership, policy, sequence: partnership.version, at, event: seal?.event ?? 'rebuild' };
    yield* resetMoments(happened, timers);
    const row = seal && toRow(organisation, partnership.id, seal);
    const headHash = row ? eventHash(head, row) : head;
    if (row) yield* this.writer.append({ ...row, hash: headHash });
    const { id, version } = partnership;
    yield* change(REPLACE, { id, version, snapshot, snapshotHash: sha256(snapshot), headHash, at, ...columns });
  }
}

/** The replayed partnership, or in words why it cannot be replayed. */
function attemptReplay(rows: readonly HistoryEntity[]): Partnership | undefined | string {
  try {
    return replay(rows.map(toRecordedEvent));
  } catch (error) {
    if (error instanceof LifecycleMismatch) throw error;
    return error instanceof EngineError || error instanceof PositionUnreadable ? error.text.nl : String(error);
  }
}

function faultOf(
  report: ChainReport,
  replayed: Partnership | undefined | string,
  snapshotMatches: boolean,
): string | undefined {
  if (!report.intact)
    return `keten verbroken bij gebeurtenis ${report.breaks
      .filter(({ acknowledged }) => !acknowledged)
      .map(({ sequence }) => sequence)
      .join(', ')}`;
  if (typeof replayed === 'string') return `geschiedenis niet na te spelen: ${replayed}`;
  return snapshotMatches ? undefined : 'momentopname wijkt af van de geschiedenis';
}
