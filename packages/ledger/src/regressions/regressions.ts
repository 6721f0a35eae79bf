import { type PackRef, type Policy } from '@samenwerkt/engine';
import { LessThan } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { type Audit, type AuditRecord } from '../audit/audit.js';
import { type Clock } from '../clock.js';
import { type Database } from '../database/database.js';
import { change, first, type Work } from '../database/work.js';
import { RegressionEntity } from '../entities/regression.js';
import { LedgerClosed, NotFound, RegressionRunning } from '../errors.js';
import { type RunLeases } from '../leases/run-leases.js';
import { type PackShelf } from '../packs/pack-shelf.js';
import { findingsIn, Tally, type Findings } from './findings.js';
import { HistoriesByPage, scopeOf, type Scope } from './histories-by-page.js';
import { PinnedPacks } from './pinned-packs.js';
import { Run } from './run.js';
import * as statements from './statements.js';

/** A regression as listed. */
export interface RegressionRow {
  readonly id: string;
  /** Name of the pack whose partnerships are judged again. */
  readonly pack: string;
  readonly candidate: PackRef;
  readonly state: RegressionEntity['state'];
  /** Partnerships in all, partnerships that are through, and events judged. */
  readonly progress: { readonly partnerships: number; readonly done: number; readonly events: number };
  readonly startedAt: string;
  /** Null while it runs, and when its process ended without a word. */
  readonly finishedAt: string | null;
  /** What went wrong, in the program's own words; null when nothing did. */
  readonly failure: string | null;
}

/** A regression with what it found, also while it runs. */
export interface RegressionReport extends RegressionRow {
  readonly findings: Findings;
}

/** To judge the partnerships of a pack again by a candidate: a next version of it, or another pack. */
interface StartRegression {
  readonly organisation: string;
  readonly pack: string;
  readonly candidate: Policy;
  /** Id of who asks it. */
  readonly actor: string;
}

interface Parts {
  readonly database: Database;
  readonly shelf: PackShelf;
  readonly audit: Audit;
  readonly leases: RunLeases;
  readonly clock: Clock;
}

/** A run in this process, and when it is over. */
interface Running {
  readonly run: Run;
  readonly over: Promise<void>;
}

const NOTHING_YET = JSON.stringify(new Tally().findings());

/**
 * Runs policy regressions in the background and keeps what they find. Judging happens outside every transaction; only
 * progress is written. One at a time for each organisation.
 */
export class Regressions {
  private readonly histories: HistoriesByPage;
  private readonly running = new Map<string, Running>();
  private closed = false;

  constructor(private readonly parts: Parts) {
    this.histories = new HistoriesByPage(parts.database);
  }

  /**
   * Begins a regression; settles as soon as it is on record. See {@link over} to wait for its end.
   * @throws NotFound when the organisation has no such pack, RegressionRunning
   */
  async start({ organisation, pack, candidate, actor }: StartRegression): Promise<RegressionReport> {
    await this.parts.shelf.mustKnow(organisation, pack);
    const id = uuid();
    const scope = await this.parts.database.write(() => this.record(id, { organisation, pack, candidate, actor }));
    if (this.closed) throw await this.tooLate(id);
    this.launch(id, scope, candidate);
    return this.get(organisation, pack, id);
  }

  /** @throws NotFound */
  async get(organisationId: string, packName: string, id: string): Promise<RegressionReport> {
    const found = await this.repository().findOneBy({ id, organisationId, packName });
    if (!found) throw new NotFound({ nl: 'regressie', en: 'regression' }, id);
    const entity = await this.asItIs(found);
    return { ...toRow(entity), findings: findingsIn(entity.findings) };
  }

  /** One page without findings, newest first. @param before id of the last one of the page before */
  async page(organisationId: string, packName: string, limit: number, before?: string): Promise<RegressionRow[]> {
    const found = await this.repository().find({
      select: SELECT_ROW,
      where: { organisationId, packName, ...(before === undefined ? {} : { id: LessThan(before) }) },
      order: { id: 'DESC' },
      take: limit,
    });
    const entities = await Promise.all(found.map((entity) => this.asItIs(entity)));
    return entities.map(toRow);
  }

  /** Stops a regression and keeps what it found; one that is over is left as it is. @throws NotFound */
  async cancel(organisation: string, pack: string, id: string, actor: string): Promise<RegressionReport> {
    const { state } = await this.get(organisation, pack, id);
    if (state === 'running') {
      const line = lineOf('regression.stopped', organisation, id, actor);
      await this.parts.database.write(() => this.parts.audit.record(line));
    }
    const here = this.running.get(id);
    here?.run.stop();
    await here?.over;
    // In another process, or in one that is gone: that run finds out when it next puts its progress on record.
    await this.parts.database.write(() => this.ended(id, 'stopped'));
    return this.get(organisation, pack, id);
  }

  /** Settles when a regression of this process is over, however it ended; at once for any other. */
  async over(id: string): Promise<void> {
    await this.running.get(id)?.over;
  }

  /** Stops what runs here, and puts on record what it found. */
  async close(): Promise<void> {
    this.closed = true;
    for (const { run } of this.running.values()) run.stop();
    await Promise.all([...this.running.values()].map(({ over }) => over));
  }

  private *record(id: string, { organisation, pack, candidate: { ref }, actor }: StartRegression): Work<Scope> {
    const running = yield* first(statements.RUNNING, { organisation });
    if (running && (yield* this.parts.leases.isAlive(running.id))) throw new RegressionRunning(running.id);
    const scope = yield* scopeOf(organisation, pack);
    if (running) yield* this.ended(running.id, 'stopped');
    yield* change(statements.ADD, {
      ...{ id, organisation, pack, total: scope.total },
      ...ref,
      ...{ startedAt: this.parts.clock(), findings: NOTHING_YET },
    });
    const details = { pack, candidate: ref, partnerships: scope.total };
    yield* this.parts.audit.record(lineOf('regression.started', organisation, id, actor, details));
    yield* this.parts.leases.begin(id);
    return scope;
  }

  /** The ledger was closed while the run was put on record: nobody will do it. */
  private async tooLate(id: string): Promise<LedgerClosed> {
    await this.parts.database.alone(() => this.ended(id, 'stopped')).catch(() => undefined);
    return new LedgerClosed();
  }

  private launch(id: string, scope: Scope, candidate: Policy): void {
    const { histories } = this;
    const pinned = new PinnedPacks(this.parts.shelf, scope.organisation);
    const run = new Run({ scope, candidate, histories, pinned, save: (at) => this.save(id, at) });
    const rest = this.parts.leases.keep(id);
    const over = this.carryOut(id, run).finally(() => {
      rest();
      this.running.delete(id);
    });
    this.running.set(id, { run, over });
  }

  /**
   * Never rejects: whatever goes wrong is put on record, and when even that cannot be done, the row tells nothing more.
   * The end is written in a transaction of its own, so that it also gets there when the writer takes no more work.
   */
  private async carryOut(id: string, run: Run): Promise<void> {
    try {
      const state = await run.play();
      await this.parts.database.alone(() => this.finished(id, run, state));
    } catch (error) {
      await this.fail(id, error instanceof Error ? error.message : String(error));
    }
  }

  private async fail(id: string, failure: string): Promise<void> {
    try {
      await this.parts.database.alone(() => this.failed(id, failure));
    } catch {
      // Without a database to write to, the row goes on as running until its lease ends; then it shows as stopped.
    }
  }

  private save(id: string, run: Run): Promise<boolean> {
    return this.parts.database.write(() => this.progress(id, run));
  }

  private *finished(id: string, run: Run, state: 'done' | 'stopped'): Work<void> {
    yield* this.progress(id, run);
    yield* this.ended(id, state);
  }

  private *ended(id: string, state: 'done' | 'stopped'): Work<void> {
    yield* change(statements.END, { state, at: this.parts.clock(), id });
    yield* this.parts.leases.end(id);
  }

  private *failed(id: string, failure: string): Work<void> {
    yield* change(statements.FAIL, { failure, at: this.parts.clock(), id });
    yield* this.parts.leases.end(id);
  }

  private *progress(id: string, { done, events, tally }: Run): Work<boolean> {
    const findings = JSON.stringify(tally.findings());
    return (yield* change(statements.PROGRESS, { id, done, events, findings })) === 1;
  }

  private asItIs(entity: RegressionEntity): Promise<RegressionEntity> {
    return this.parts.leases.asItIs(entity, () => this.repository().findOneBy({ id: entity.id }));
  }

  private repository() {
    return this.parts.database.dataSource.getRepository(RegressionEntity);
  }
}

function lineOf(
  action: 'regression.started' | 'regression.stopped',
  organisation: string,
  id: string,
  actor: string,
  details: AuditRecord['details'] = {},
): AuditRecord {
  return { action, organisation, actor, subject: { kind: 'regression', id }, details };
}

function toRow(entity: RegressionEntity): RegressionRow {
  const { id, packName, candidateName, candidateVersion, candidateDigest, state, total, done, events } = entity;
  return {
    id,
    pack: packName,
    candidate: { name: candidateName, version: candidateVersion, digest: candidateDigest },
    state,
    progress: { partnerships: total, done, events },
    startedAt: entity.startedAt,
    finishedAt: entity.finishedAt,
    failure: entity.failure,
  };
}

/** All columns but the findings. */
const SELECT_ROW = {
  ...{ id: true, packName: true, candidateName: true, candidateVersion: true, candidateDigest: true, state: true },
  ...{ total: true, done: true, events: true, startedAt: true, finishedAt: true, failure: true },
} as const;
