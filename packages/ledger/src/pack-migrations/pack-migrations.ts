import { migrationRefusal, type Actor, type PackRef } from '@samenwerkt/engine';
import { LessThan } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { type Audit } from '../audit/audit.js';
import { type Clock } from '../clock.js';
import { type Database } from '../database/database.js';
import { all, change, first, type Work } from '../database/work.js';
import { PackMigrationEntity } from '../entities/pack-migration.js';
import { EventRefused, LedgerClosed, NotFound, PackMigrationRunning } from '../errors.js';
import { type RunLeases } from '../leases/run-leases.js';
import { type PackShelf } from '../packs/pack-shelf.js';
import { type Partnerships } from '../queries/partnerships.js';
import { targetOf } from '../writer/migration.js';
import { type PartnershipWriter } from '../writer/partnership-writer.js';
import { hindranceOf } from './not-moved.js';
import { toResult, type MigrationResult, type Outcome } from './results.js';
import { Run } from './run.js';
import { Selections, withPack, type Selected, type Selection } from './selection.js';
import * as statements from './statements.js';
import { Tally, type Survey } from './survey.js';

/** To move a selection of partnerships to another pack. */
export interface MoveSelection {
  readonly organisation: string;
  readonly actor: Actor;
  readonly selection: Selection;
  readonly to: Pick<PackRef, 'name' | 'version'>;
  /** Why, recorded with every move; never a person's data. */
  readonly reden: string;
}

/** A move of a selection as listed. */
export interface MigrationRow {
  readonly id: string;
  readonly to: PackRef;
  readonly reden: string;
  readonly selection: Selection;
  readonly state: PackMigrationEntity['state'];
  readonly startedAt: string;
  /** Null while it runs, and when its process ended without a word. */
  readonly finishedAt: string | null;
  /** What went wrong, in the program's own words; null when nothing did. */
  readonly failure: string | null;
}

/** A move of a selection with how far it is. */
export interface MigrationReport extends MigrationRow {
  /** Partnerships by what became of them; `waiting` had no turn yet. */
  readonly progress: Readonly<Record<Outcome, number>>;
}

/** Longest that rehearsing holds up everything else in the process, in milliseconds. */
const SLICE = 5;

interface Running {
  readonly run: Run;
  readonly over: Promise<void>;
}

interface Parts {
  readonly database: Database;
  readonly writer: PartnershipWriter;
  readonly shelf: PackShelf;
  readonly partnerships: Partnerships;
  readonly audit: Audit;
  readonly leases: RunLeases;
  readonly clock: Clock;
}

/**
 * Moves selections of partnerships to another pack, in the background and one run at a time for each organisation. Each
 * partnership moves by a command of its own. Running the same again goes on where a run stopped: what is on the pack
 * already is skipped.
 */
export class PackMigrations {
  private readonly selections: Selections;
  private readonly running = new Map<string, Running>();
  private closed = false;

  constructor(private readonly parts: Parts) {
    this.selections = new Selections(parts.database, parts.partnerships);
  }

  /**
   * What the move of a selection would come to; nothing is recorded. Works in slices between which commands get their turn.
   * @throws NotFound, SelectionTooLarge, EventRefused when this actor or this reason will not do for any partnership
   */
  async survey(move: MoveSelection): Promise<Survey> {
    const { selected } = await this.prepared(move);
    const tally = new Tally();
    let sliceEnds = performance.now() + SLICE;
    for (const one of selected) {
      await this.rehearse(move, one, tally);
      if (performance.now() < sliceEnds) continue;
      await new Promise((resolve) => setImmediate(resolve));
      sliceEnds = performance.now() + SLICE;
    }
    return tally.survey(selected.length);
  }

  /**
   * Begins to move a selection; settles as soon as it is on record. See {@link over} to wait for its end.
   * @throws NotFound, SelectionTooLarge, EventRefused, PackMigrationRunning
   */
  async start(move: MoveSelection): Promise<MigrationReport> {
    const { selected, to } = await this.prepared(move);
    const id = uuid();
    await this.parts.database.write(() => this.record(id, move, to, selected));
    if (this.closed) throw await this.tooLate(id);
    this.launch(id, move);
    return this.get(move.organisation, id);
  }

  /** @throws NotFound */
  async get(organisationId: string, id: string): Promise<MigrationReport> {
    const found = await this.repository().findOneBy({ id, organisationId });
    if (!found) throw new NotFound({ nl: 'overstap', en: 'move' }, id);
    const entity = await this.asItIs(found);
    const progress = { waiting: 0, moved: 0, present: 0, refused: 0, conflict: 0 };
    const counts = await this.parts.database.read(() => all(statements.COUNTS, { migration: id }));
    for (const { outcome, count } of counts) progress[outcome] = count;
    return { ...toRow(entity), progress };
  }

  /** One page, newest first. @param before id of the last one of the page before */
  async page(organisationId: string, limit: number, before?: string): Promise<MigrationRow[]> {
    const found = await this.repository().find({
      where: { organisationId, ...(before === undefined ? {} : { id: LessThan(before) }) },
      order: { id: 'DESC' },
      take: limit,
    });
    const entities = await Promise.all(found.map((entity) => this.asItIs(entity)));
    return entities.map(toRow);
  }

  /** What became of the partnerships of a run, one page by id. @param after id of the last one of the page before */
  async results(
    organisation: string,
    id: string,
    limit: number,
    outcome?: Outcome,
    after = '',
  ): Promise<MigrationResult[]> {
    const asked = { migration: id, organisation, outcome: outcome ?? '%', after, limit };
    const rows = await this.parts.database.read(() => all(statements.RESULTS, asked));
    return rows.map(toResult);
  }

  /** Stops a run; what moved has moved. One that is over is left as it is. @throws NotFound */
  async cancel(organisation: string, id: string, actor: string): Promise<MigrationReport> {
    const { state } = await this.get(organisation, id);
    if (state === 'running') {
      const subject = { kind: 'pack-migration', id };
      const line = { organisation, actor, action: 'pack-migration.stopped', subject } as const;
      await this.parts.database.write(() => this.parts.audit.record(line));
    }
    const here = this.running.get(id);
    here?.run.stop();
    await here?.over;
    // In another process, or in one that is gone: that run finds out before its next partnership.
    await this.parts.database.write(() => this.ended(id, 'stopped'));
    return this.get(organisation, id);
  }

  /** Settles when a run of this process is over, however it ended; at once for any other. */
  async over(id: string): Promise<void> {
    await this.running.get(id)?.over;
  }

  /** Stops what runs here, and puts that on record. */
  async close(): Promise<void> {
    this.closed = true;
    for (const { run } of this.running.values()) run.stop();
    await Promise.all([...this.running.values()].map(({ over }) => over));
  }

  /** Everything that can be wrong with the move as a whole, before any partnership is looked at. */
  private async prepared({ organisation, selection, to, reden, actor }: MoveSelection) {
    const refusal = migrationRefusal({ reden }, actor);
    if (refusal) throw new EventRefused(refusal);
    const { ref } = await this.parts.database.read(() => targetOf(this.parts.shelf, organisation, to));
    return { to: ref, selected: await this.selections.find(organisation, selection, to.name) };
  }

  private async rehearse(
    { selection: _, ...command }: MoveSelection,
    { id, title }: Selected,
    tally: Tally,
  ): Promise<void> {
    try {
      const rehearsal = await this.parts.writer.rehearseMigration({ ...command, partnership: id });
      if (!rehearsal.preview) throw new EventRefused(rehearsal.decision);
      tally.add(rehearsal);
    } catch (error) {
      const { outcome, code, reason } = hindranceOf(error);
      if (outcome === 'present') tally.present();
      else tally.refuse({ partnership: id, title, code, reason });
    }
  }

  private *record(
    id: string,
    { organisation, actor, selection, reden }: MoveSelection,
    to: PackRef,
    selected: Selected[],
  ): Work<void> {
    const running = yield* first(statements.RUNNING, { organisation });
    if (running && (yield* this.parts.leases.isAlive(running.id))) throw new PackMigrationRunning(running.id);
    if (running) yield* this.ended(running.id, 'stopped');
    const kept = 'filter' in selection ? { filter: withPack(selection.filter, to.name) } : selection;
    yield* change(statements.ADD, {
      ...{ id, organisation, name: to.name, version: to.version, digest: to.digest, reason: reden },
      ...{ selection: JSON.stringify(kept), actorId: actor.id, actorRoles: actor.roles.join(' ') },
      startedAt: this.parts.clock(),
    });
    yield* this.parts.leases.begin(id);
    for (const { id: partnership, version } of selected)
      yield* change(statements.SELECT, { migration: id, organisation, partnership, version });
    const details = { to, partnerships: selected.length, selectedBy: Object.keys(selection).join() };
    const subject = { kind: 'pack-migration', id };
    const line = { organisation, actor: actor.id, reason: reden, subject, details };
    yield* this.parts.audit.record({ ...line, action: 'pack-migration.started' });
  }

  /** The ledger was closed while the run was put on record: nobody will do it. */
  private async tooLate(id: string): Promise<LedgerClosed> {
    await this.parts.database.alone(() => this.ended(id, 'stopped')).catch(() => undefined);
    return new LedgerClosed();
  }

  private launch(id: string, { selection: _, ...command }: MoveSelection): void {
    const { writer, clock, database } = this.parts;
    const run = new Run({ id, command, writer, clock, database });
    const rest = this.parts.leases.keep(id);
    const over = this.carryOut(id, run).finally(() => {
      rest();
      this.running.delete(id);
    });
    this.running.set(id, { run, over });
  }

  /** Never rejects: whatever goes wrong is put on record. The end gets there also when the writer takes no more work. */
  private async carryOut(id: string, run: Run): Promise<void> {
    try {
      const state = await run.play();
      await this.parts.database.alone(() => this.ended(id, state));
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

  private *ended(id: string, state: 'done' | 'stopped'): Work<void> {
    yield* change(statements.END, { state, at: this.parts.clock(), id });
    yield* this.parts.leases.end(id);
  }

  private *failed(id: string, failure: string): Work<void> {
    yield* change(statements.FAIL, { failure, at: this.parts.clock(), id });
    yield* this.parts.leases.end(id);
  }

  private asItIs(entity: PackMigrationEntity): Promise<PackMigrationEntity> {
    return this.parts.leases.asItIs(entity, () => this.repository().findOneBy({ id: entity.id }));
  }

  private repository() {
    return this.parts.database.dataSource.getRepository(PackMigrationEntity);
  }
}

function toRow(entity: PackMigrationEntity): MigrationRow {
  const { id, toName, toVersion, toDigest, reason, selection, state, startedAt, finishedAt, failure } = entity;
  return {
    id,
    to: { name: toName, version: toVersion, digest: toDigest },
    reden: reason,
    selection: JSON.parse(selection) as Selection,
    state,
    startedAt,
    finishedAt,
    failure,
  };
}
