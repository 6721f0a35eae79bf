import { type Database, type Statement } from 'better-sqlite3';
import { type RegressionEntity } from '../entities/regression.js';

/** What is on record of a regression when it begins. */
type Begun = Record<
  'id' | 'organisation' | 'pack' | 'name' | 'version' | 'digest' | 'startedAt' | 'findings',
  string
> & { total: number; runner: number };

/** The writing of regressions; only inside the writer's transactions. A run that is over is never written again. */
export interface RegressionStatements {
  readonly running: Statement<[organisation: string], Pick<RegressionEntity, 'id' | 'runner'>>;
  readonly add: Statement<[Begun]>;
  readonly progress: Statement<[done: number, events: number, findings: string, id: string]>;
  readonly end: Statement<[state: string, at: string, id: string]>;
  readonly fail: Statement<[failure: string, at: string, id: string]>;
}

export function prepare(database: Database): RegressionStatements {
  const whileRunning = `WHERE id = ? AND state = 'running'`;
  return {
    running: database.prepare(`SELECT id, runner FROM regression WHERE organisation_id = ? AND state = 'running'`),
    add: database.prepare(
      `INSERT INTO regression (id, organisation_id, pack_name, candidate_name, candidate_version, candidate_digest, state,
         runner, total, done, events, started_at, findings)
       VALUES (@id, @organisation, @pack, @name, @version, @digest, 'running', @runner, @total, 0, 0, @startedAt, @findings)`,
    ),
    progress: database.prepare(`UPDATE regression SET done = ?, events = ?, findings = ? ${whileRunning}`),
    end: database.prepare(`UPDATE regression SET state = ?, finished_at = ? ${whileRunning}`),
    fail: database.prepare(`UPDATE regression SET state = 'failed', failure = ?, finished_at = ? ${whileRunning}`),
  };
}
