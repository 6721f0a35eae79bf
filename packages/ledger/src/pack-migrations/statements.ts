import { type Database, type Statement } from 'better-sqlite3';
import { type PackMigrationEntity } from '../entities/pack-migration.js';
import { type PackMigrationResultEntity } from '../entities/pack-migration-result.js';

/** What is on record of a run when it begins. */
type Begun = Record<
  | 'id'
  | 'organisation'
  | 'name'
  | 'version'
  | 'digest'
  | 'reason'
  | 'selection'
  | 'actorId'
  | 'actorRoles'
  | 'startedAt',
  string
> & { runner: number };

type Outcome = PackMigrationResultEntity['outcome'];
type Waiting = Pick<PackMigrationResultEntity, 'partnershipId' | 'version'>;

/** A result with what people know the partnership by. */
export type ResultRow = Pick<
  PackMigrationResultEntity,
  'partnershipId' | 'version' | 'outcome' | 'code' | 'reason' | 'settledAt'
> & { readonly title: string; readonly kenmerk: string | null };

/** The SQL of moves; writing only inside the writer's transactions. A run that is over is never written again. */
export interface MoveStatements {
  readonly running: Statement<[organisation: string], Pick<PackMigrationEntity, 'id' | 'runner'>>;
  readonly isRunning: Statement<[id: string]>;
  readonly add: Statement<[Begun]>;
  readonly select: Statement<[migration: string, organisation: string, partnership: string, version: number]>;
  /** The next ones to move, in the order of their ids. */
  readonly waiting: Statement<[migration: string, after: string, limit: number], Waiting>;
  readonly settle: Statement<
    [outcome: Outcome, code: string | null, reason: string | null, at: string, migration: string, partnership: string]
  >;
  readonly counts: Statement<[migration: string], { outcome: Outcome; count: number }>;
  readonly results: Statement<
    [{ migration: string; organisation: string; outcome: Outcome | null; after: string; limit: number }],
    ResultRow
  >;
  readonly end: Statement<[state: string, at: string, id: string]>;
  readonly fail: Statement<[failure: string, at: string, id: string]>;
}

export function prepare(database: Database): MoveStatements {
  const whileRunning = `WHERE id = ? AND state = 'running'`;
  return {
    running: database.prepare(`SELECT id, runner FROM pack_migration WHERE organisation_id = ? AND state = 'running'`),
    isRunning: database.prepare(`SELECT 1 FROM pack_migration ${whileRunning}`),
    add: database.prepare(
      `INSERT INTO pack_migration (id, organisation_id, to_name, to_version, to_digest, reason, selection, actor_id,
         actor_roles, state, runner, started_at)
       VALUES (@id, @organisation, @name, @version, @digest, @reason, @selection, @actorId, @actorRoles, 'running',
         @runner, @startedAt)`,
    ),
    select: database.prepare(
      `INSERT INTO pack_migration_result (migration_id, organisation_id, partnership_id, version, outcome)
       VALUES (?, ?, ?, ?, 'waiting')`,
    ),
    waiting: database.prepare(
      `SELECT partnership_id AS partnershipId, version FROM pack_migration_result
       WHERE migration_id = ? AND outcome = 'waiting' AND partnership_id > ? ORDER BY partnership_id LIMIT ?`,
    ),
    settle: database.prepare(
      `UPDATE pack_migration_result SET outcome = ?, code = ?, reason = ?, settled_at = ?
       WHERE migration_id = ? AND partnership_id = ? AND outcome = 'waiting'`,
    ),
    counts: database.prepare(
      'SELECT outcome, count(*) AS count FROM pack_migration_result WHERE migration_id = ? GROUP BY outcome',
    ),
    results: database.prepare(
      `SELECT r.partnership_id AS partnershipId, r.version, r.outcome, r.code, r.reason, r.settled_at AS settledAt,
              p.title, c.kenmerk
       FROM pack_migration_result r JOIN partnership p ON p.id = r.partnership_id
       LEFT JOIN contract c ON c.id = p.contract_id
       WHERE r.migration_id = @migration AND r.organisation_id = @organisation AND r.partnership_id > @after
         AND (@outcome IS NULL OR r.outcome = @outcome)
       ORDER BY r.partnership_id LIMIT @limit`,
    ),
    end: database.prepare(`UPDATE pack_migration SET state = ?, finished_at = ? ${whileRunning}`),
    fail: database.prepare(`UPDATE pack_migration SET state = 'failed', failure = ?, finished_at = ? ${whileRunning}`),
  };
}
