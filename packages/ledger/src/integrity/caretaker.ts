import {
  ENGINE_SEMANTICS,
  lifecycleOf,
  plannedTimers,
  replay,
  SEAL_EVENT,
  type Actor,
  type Partnership,
  type RecordedEvent,
} from '@samenwerkt/engine';
import { type Database } from 'better-sqlite3';
import { type DataSource } from 'typeorm';
import { type Clock } from '../clock.js';
import { type HistoryEntity } from '../entities/history.js';
import { PartnershipEntity } from '../entities/partnership.js';
import { ChainBroken, NotFound } from '../errors.js';
import { sha256 } from '../hashing.js';
import { type PackShelf } from '../packs/pack-shelf.js';
import { type PartnershipWriter } from '../writer/partnership-writer.js';
import { searchColumns } from '../writer/search-columns.js';
import { type Break, type ChainReport, eventHash, toRecordedEvent, toRow, verifyChain } from './chain.js';
import { type Histories } from './history.js';

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

/** Verifies histories, sets damaged partnerships apart, and rebuilds them from their history. */
export class Caretaker {
  constructor(
    private readonly dataSource: DataSource,
    private readonly database: Database,
    private readonly histories: Histories,
    private readonly writer: PartnershipWriter,
    private readonly shelf: PackShelf,
    private readonly clock: Clock,
  ) {}

  /** Walks the chain and replays the history; a partnership that fails is set apart. @throws NotFound */
  async verify(organisation: string, id: string): Promise<Verification> {
    const rows = await this.histories.all(organisation, id);
    const row = await this.row(organisation, id);
    const report = verifyChain(rows);
    const replayed = attemptReplay(rows);
    const snapshotMatches =
      typeof replayed !== 'string' && JSON.stringify(replayed) === row.snapshot && row.headHash === report.head;
    const fault = faultOf(report, replayed, snapshotMatches);
    if (fault !== undefined && row.quarantinedAt === null) await this.writer.setApart(id, fault);
    return { partnership: id, ...report, snapshotMatches, ...(fault === undefined ? {} : { fault }) };
  }

  /**
   * Writes the snapshot anew from the history and lifts the quarantine.
   * @throws ChainBroken when the chain does not hold and no break is accepted; HistoryUnplayable when it cannot be replayed
   */
  async rebuild(organisation: string, id: string, accept?: AcceptBreak): Promise<Rebuilt> {
    const rows = await this.histories.all(organisation, id);
    const report = verifyChain(rows);
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
    await this.writer.run(() => this.replace(organisation, partnership, report.head, seal));
    return { partnership: id, version: partnership.version, states: partnership.states, acknowledged: open };
  }

  /** Ids of all partnerships that are set apart, with the reason. */
  async quarantined(organisation: string): Promise<{ id: string; reason: string; since: string }[]> {
    const rows = await this.dataSource
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

  private async row(organisationId: string, id: string): Promise<PartnershipEntity> {
    const row = await this.dataSource.getRepository(PartnershipEntity).findOneBy({ id, organisationId });
    if (!row) throw new NotFound({ nl: 'partnerschap', en: 'partnership' }, id);
    return row;
  }

  private seal(last: RecordedEvent, breaks: readonly Break[], { actor, reason }: AcceptBreak): RecordedEvent {
    const breuken = breaks.map(({ sequence, stored, computed }) => ({ sequence, stored, computed }));
    return {
      ...last,
      sequence: last.sequence + 1,
      event: SEAL_EVENT,
      data: { reden: reason, breuken },
      actor,
      at: this.clock(),
      semantics: ENGINE_SEMANTICS,
    };
  }

  private replace(organisation: string, partnership: Partnership, head: string, seal: RecordedEvent | undefined): void {
    const snapshot = JSON.stringify(partnership);
    const policy = this.shelf.policy(organisation, partnership.pack);
    const columns = searchColumns(partnership, lifecycleOf(partnership.lifecycle), plannedTimers(partnership, policy));
    const row = seal && toRow(organisation, partnership.id, seal);
    const headHash = row ? eventHash(head, row) : head;
    if (row) this.writer.append({ ...row, hash: headHash });
    this.database
      .prepare(
        `UPDATE partnership SET version = @version, snapshot = @snapshot, snapshot_hash = @snapshotHash, head_hash = @headHash, phase = @phase,
           states = @states, coordinator = @coordinator, next_due_on = @nextDueOn, quarantined_at = NULL, quarantine_reason = NULL WHERE id = @id`,
      )
      .run({
        id: partnership.id,
        version: partnership.version,
        snapshot,
        snapshotHash: sha256(snapshot),
        headHash,
        ...columns,
      });
  }
}

/** The replayed partnership, or in words why it cannot be replayed. */
function attemptReplay(rows: readonly HistoryEntity[]): Partnership | undefined | string {
  try {
    return replay(rows.map(toRecordedEvent));
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
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
