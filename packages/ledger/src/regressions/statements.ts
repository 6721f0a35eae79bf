import { sql } from '../database/work.js';
import { type RegressionEntity } from '../entities/regression.js';

/** The writing of regressions; only inside a transaction. A run that is over is never written again. */
export const RUNNING = sql<Pick<RegressionEntity, 'id'>>(
  `SELECT id FROM regression WHERE organisation_id = @organisation AND state = 'running'`,
);
export const ADD = sql(
  `INSERT INTO regression (id, organisation_id, pack_name, candidate_name, candidate_version, candidate_digest, state,
     total, done, events, started_at, findings)
   VALUES (@id, @organisation, @pack, @name, @version, @digest, 'running', @total, 0, 0, @startedAt, @findings)`,
);

const WHILE_RUNNING = `WHERE id = @id AND state = 'running'`;
export const PROGRESS = sql(
  `UPDATE regression SET done = @done, events = @events, findings = @findings ${WHILE_RUNNING}`,
);
export const END = sql(`UPDATE regression SET state = @state, finished_at = @at ${WHILE_RUNNING}`);
export const FAIL = sql(
  `UPDATE regression SET state = 'failed', failure = @failure, finished_at = @at ${WHILE_RUNNING}`,
);
