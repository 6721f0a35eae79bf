import { sql } from '../database/work.js';
import { type PackMigrationEntity } from '../entities/pack-migration.js';
import { type PackMigrationResultEntity } from '../entities/pack-migration-result.js';

type Outcome = PackMigrationResultEntity['outcome'];

/** A result with what people know the partnership by. */
export type ResultRow = Pick<
  PackMigrationResultEntity,
  'partnershipId' | 'version' | 'outcome' | 'code' | 'reason' | 'settledAt'
> & { readonly title: string; readonly kenmerk: string | null };

/** The SQL of moves. A run that is over is never written again. */
const WHILE_RUNNING = `WHERE id = @id AND state = 'running'`;

export const RUNNING = sql<Pick<PackMigrationEntity, 'id'>>(
  `SELECT id FROM pack_migration WHERE organisation_id = @organisation AND state = 'running'`,
);
export const IS_RUNNING = sql<object>(`SELECT 1 FROM pack_migration ${WHILE_RUNNING}`);
export const ADD = sql(
  `INSERT INTO pack_migration (id, organisation_id, to_name, to_version, to_digest, reason, selection, actor_id,
     actor_roles, state, started_at)
   VALUES (@id, @organisation, @name, @version, @digest, @reason, @selection, @actorId, @actorRoles, 'running',
     @startedAt)`,
);
export const SELECT = sql(
  `INSERT INTO pack_migration_result (migration_id, organisation_id, partnership_id, version, outcome)
   VALUES (@migration, @organisation, @partnership, @version, 'waiting')`,
);
/** The next ones to move, in the order of their ids. */
export const WAITING = sql<Pick<PackMigrationResultEntity, 'partnershipId' | 'version'>>(
  `SELECT partnership_id AS "partnershipId", version FROM pack_migration_result
   WHERE migration_id = @migration AND outcome = 'waiting' AND partnership_id > @after
   ORDER BY partnership_id LIMIT @limit`,
);
export const SETTLE = sql(
  `UPDATE pack_migration_result SET outcome = @outcome, code = @code, reason = @reason, settled_at = @at
   WHERE migration_id = @migration AND partnership_id = @partnership AND outcome = 'waiting'`,
);
export const COUNTS = sql<{ outcome: Outcome; count: number }>(
  `SELECT outcome, CAST(count(*) AS INTEGER) AS count FROM pack_migration_result
   WHERE migration_id = @migration GROUP BY outcome`,
);
export const RESULTS = sql<ResultRow>(
  `SELECT r.partnership_id AS "partnershipId", r.version, r.outcome, r.code, r.reason, r.settled_at AS "settledAt",
          p.title, c.kenmerk
   FROM pack_migration_result r JOIN partnership p ON p.id = r.partnership_id
   LEFT JOIN contract c ON c.id = p.contract_id
   WHERE r.migration_id = @migration AND r.organisation_id = @organisation AND r.partnership_id > @after
     AND r.outcome LIKE @outcome
   ORDER BY r.partnership_id LIMIT @limit`,
);
export const END = sql(`UPDATE pack_migration SET state = @state, finished_at = @at ${WHILE_RUNNING}`);
export const FAIL = sql(
  `UPDATE pack_migration SET state = 'failed', failure = @failure, finished_at = @at ${WHILE_RUNNING}`,
);
