import { type Database, type Statement } from 'better-sqlite3';
import { type HistoryEntity } from '../entities/history.js';
import { type PartnershipEntity } from '../entities/partnership.js';
import { type SearchColumns } from './search-columns.js';

/** What the writer reads of a partnership; the snapshot itself only when it is not known already. */
export type StoredPartnership = Pick<
  PartnershipEntity,
  'version' | 'snapshotHash' | 'headHash' | 'quarantinedAt' | 'quarantineReason' | 'updatedAt'
> &
  SearchColumns & {
    /** Hash of the last event of its history; read in the same statement, so that another process cannot come between. */
    readonly lastEventHash: string | null;
  };

type Moved = Pick<PartnershipEntity, 'id' | 'version' | 'snapshot' | 'snapshotHash' | 'headHash' | 'updatedAt'>;

/** The SQL of the hot path, prepared once per connection. */
export interface Statements {
  readonly partnership: Statement<[id: string, organisation: string], StoredPartnership>;
  readonly snapshot: Statement<[id: string], { snapshot: string }>;
  readonly hasContract: Statement<[id: string, organisation: string]>;
  readonly hasSupplier: Statement<[id: string, organisation: string]>;
  readonly addPartnership: Statement<[Omit<PartnershipEntity, 'quarantinedAt' | 'quarantineReason'>]>;
  readonly addEvent: Statement<[HistoryEntity]>;
  /** Only what changes with every event. */
  readonly moveOn: Statement<[Moved]>;
  /** The same, with the columns that lists search by: for events that change one of those. */
  readonly moveOnAndReindex: Statement<[Moved & SearchColumns]>;
  readonly quarantine: Statement<[at: string, reason: string, id: string]>;
  readonly knowSupplier: Statement<[id: string, organisation: string, name: string, at: string]>;
  readonly linkSupplier: Statement<[organisation: string, name: string, partnership: string]>;
  readonly setTimer: Statement<
    [Record<'id' | 'organisationId' | 'partnershipId' | 'kind' | 'occurrence' | 'dueOn', string> & { setBy: number }]
  >;
  readonly closeTimer: Statement<[closedBy: number, partnership: string, kind: string, occurrence: string]>;
  readonly closeTimers: Statement<[closedBy: number, partnership: string]>;
  readonly addMessage: Statement<
    [
      Record<'id' | 'organisationId' | 'partnershipId' | 'topic' | 'recipient' | 'createdAt', string> & {
        sequence: number;
      },
    ]
  >;
  readonly answer: Statement<[organisation: string, key: string], { requestHash: string; answer: string }>;
  readonly addAnswer: Statement<[organisation: string, key: string, requestHash: string, answer: string, at: string]>;
  readonly forgetAnswers: Statement<[before: string]>;
}

const MOVED = `version = @version, snapshot = @snapshot, snapshot_hash = @snapshotHash, head_hash = @headHash,
         updated_at = @updatedAt`;

export function prepare(database: Database): Statements {
  return {
    partnership: database.prepare(
      `SELECT version, snapshot_hash AS snapshotHash, head_hash AS headHash, quarantined_at AS quarantinedAt,
              quarantine_reason AS quarantineReason, phase, states, pack_name AS packName, pack_version AS packVersion,
              coordinator, next_due_on AS nextDueOn, updated_at AS updatedAt,
              (SELECT hash FROM history WHERE partnership_id = partnership.id ORDER BY sequence DESC LIMIT 1) AS lastEventHash
       FROM partnership WHERE id = ? AND organisation_id = ?`,
    ),
    snapshot: database.prepare('SELECT snapshot FROM partnership WHERE id = ?'),
    hasContract: database.prepare('SELECT 1 FROM contract WHERE id = ? AND organisation_id = ?'),
    hasSupplier: database.prepare('SELECT 1 FROM supplier WHERE id = ? AND organisation_id = ?'),
    addPartnership: database.prepare(
      `INSERT INTO partnership (id, organisation_id, contract_id, supplier_id, title, phase, states, lifecycle_id, pack_name,
         pack_version, coordinator, next_due_on, version, snapshot, snapshot_hash, head_hash, created_at, updated_at)
       VALUES (@id, @organisationId, @contractId, @supplierId, @title, @phase, @states, @lifecycleId, @packName,
         @packVersion, @coordinator, @nextDueOn, @version, @snapshot, @snapshotHash, @headHash, @createdAt, @updatedAt)`,
    ),
    addEvent: database.prepare(
      `INSERT INTO history (partnership_id, sequence, organisation_id, event, data, actor_id, actor_roles, at, pack_name,
         pack_version, pack_digest, lifecycle_id, lifecycle_version, lifecycle_hash, semantics, hash)
       VALUES (@partnershipId, @sequence, @organisationId, @event, @data, @actorId, @actorRoles, @at, @packName,
         @packVersion, @packDigest, @lifecycleId, @lifecycleVersion, @lifecycleHash, @semantics, @hash)`,
    ),
    moveOn: database.prepare(`UPDATE partnership SET ${MOVED} WHERE id = @id AND version = @version - 1`),
    moveOnAndReindex: database.prepare(
      `UPDATE partnership SET ${MOVED}, phase = @phase, states = @states, pack_name = @packName,
         pack_version = @packVersion, coordinator = @coordinator, next_due_on = @nextDueOn
       WHERE id = @id AND version = @version - 1`,
    ),
    quarantine: database.prepare('UPDATE partnership SET quarantined_at = ?, quarantine_reason = ? WHERE id = ?'),
    knowSupplier: database.prepare(
      `INSERT INTO supplier (id, organisation_id, name, created_at) VALUES (?, ?, ?, ?) ON CONFLICT (organisation_id, name) DO NOTHING`,
    ),
    linkSupplier: database.prepare(
      'UPDATE partnership SET supplier_id = (SELECT id FROM supplier WHERE organisation_id = ? AND name = ?) WHERE id = ?',
    ),
    setTimer: database.prepare(
      `INSERT INTO timer (id, organisation_id, partnership_id, kind, occurrence, due_on, state, set_by)
       VALUES (@id, @organisationId, @partnershipId, @kind, @occurrence, @dueOn, 'open', @setBy)
       ON CONFLICT (partnership_id, kind, occurrence)
       DO UPDATE SET due_on = excluded.due_on, state = 'open', set_by = excluded.set_by, closed_by = NULL`,
    ),
    closeTimer: database.prepare(
      `UPDATE timer SET state = 'closed', closed_by = ? WHERE partnership_id = ? AND kind = ? AND occurrence = ? AND state = 'open'`,
    ),
    closeTimers: database.prepare(
      `UPDATE timer SET state = 'closed', closed_by = ? WHERE partnership_id = ? AND state = 'open'`,
    ),
    addMessage: database.prepare(
      `INSERT INTO outbox (id, organisation_id, partnership_id, sequence, topic, recipient, created_at)
       VALUES (@id, @organisationId, @partnershipId, @sequence, @topic, @recipient, @createdAt)`,
    ),
    answer: database.prepare(
      'SELECT request_hash AS requestHash, answer FROM idempotency_key WHERE organisation_id = ? AND key = ?',
    ),
    addAnswer: database.prepare(
      'INSERT INTO idempotency_key (organisation_id, key, request_hash, answer, created_at) VALUES (?, ?, ?, ?, ?)',
    ),
    forgetAnswers: database.prepare('DELETE FROM idempotency_key WHERE created_at < ?'),
  };
}
