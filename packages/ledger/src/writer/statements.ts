import { type Timer } from '@samenwerkt/engine';
import { sql } from '../database/work.js';
import { type PartnershipEntity } from '../entities/partnership.js';
import { type SearchColumns } from './search-columns.js';

/** What the writer reads of a partnership; the snapshot itself only when it is not known already. */
export type StoredPartnership = Pick<
  PartnershipEntity,
  'version' | 'supplierId' | 'snapshotHash' | 'headHash' | 'quarantinedAt' | 'quarantineReason' | 'updatedAt'
> &
  SearchColumns & {
    /** Hash of the last event of its history; read in the same statement, so that another process cannot come between. */
    readonly lastEventHash: string | null;
  };

/** What the writer asks and writes, command after command. */
export const LOCK = sql('SELECT 1 FROM partnership WHERE id = @id');

export const STORED = sql<StoredPartnership>(
  `SELECT version, supplier_id AS "supplierId", snapshot_hash AS "snapshotHash", head_hash AS "headHash", quarantined_at AS "quarantinedAt",
          quarantine_reason AS "quarantineReason", phase, states,
          pack_name AS "packName", pack_version AS "packVersion", coordinator, next_due_on AS "nextDueOn", contract_ends_on AS "contractEndsOn", updated_at AS "updatedAt",
          (SELECT hash FROM history WHERE partnership_id = partnership.id ORDER BY sequence DESC LIMIT 1) AS "lastEventHash"
   FROM partnership WHERE id = @id AND organisation_id = @organisation`,
);
export const SNAPSHOT = sql<{ snapshot: string }>('SELECT snapshot FROM partnership WHERE id = @id');
export const CONFIRMED = sql<{ confirmed: string | null }>(
  'SELECT confirmed FROM contract WHERE id = @id AND organisation_id = @organisation',
);
export const HAS_SUPPLIER = sql<object>('SELECT 1 FROM supplier WHERE id = @id AND organisation_id = @organisation');

export const ADD_PARTNERSHIP = sql(
  `INSERT INTO partnership (id, organisation_id, contract_id, supplier_id, title, phase, states, lifecycle_id, pack_name,
     pack_version, coordinator, next_due_on, contract_ends_on, version, snapshot, snapshot_hash, head_hash, created_at, updated_at)
   VALUES (@id, @organisationId, @contractId, @supplierId, @title, @phase, @states, @lifecycleId, @packName,
     @packVersion, @coordinator, @nextDueOn, @contractEndsOn, @version, @snapshot, @snapshotHash, @headHash, @createdAt, @updatedAt)`,
);
export const ADD_EVENT = sql(
  `INSERT INTO history (partnership_id, sequence, organisation_id, event, data, actor_id, actor_roles, at, pack_name,
     pack_version, pack_digest, lifecycle_id, lifecycle_version, lifecycle_hash, semantics, hash)
   VALUES (@partnershipId, @sequence, @organisationId, @event, @data, @actorId, @actorRoles, @at, @packName,
     @packVersion, @packDigest, @lifecycleId, @lifecycleVersion, @lifecycleHash, @semantics, @hash)`,
);

const MOVED = `version = @version, snapshot = @snapshot, snapshot_hash = @snapshotHash, head_hash = @headHash,
     updated_at = @updatedAt`;

/** Only what changes with every event. */
export const MOVE_ON = sql(`UPDATE partnership SET ${MOVED} WHERE id = @id AND version = @version - 1`);
/** The same, with the columns that lists search by: for events that change one of those. */
export const MOVE_ON_AND_REINDEX = sql(
  `UPDATE partnership SET ${MOVED}, phase = @phase, states = @states, pack_name = @packName, pack_version = @packVersion,
     coordinator = @coordinator, next_due_on = @nextDueOn, contract_ends_on = @contractEndsOn
   WHERE id = @id AND version = @version - 1`,
);
export const QUARANTINE = sql(
  'UPDATE partnership SET quarantined_at = @at, quarantine_reason = @reason WHERE id = @id',
);

export const KNOW_SUPPLIER = sql(
  `INSERT INTO supplier (id, organisation_id, name, created_at) VALUES (@id, @organisation, @name, @at)
   ON CONFLICT (organisation_id, name) DO NOTHING`,
);
export const LINK_SUPPLIER = sql(
  `UPDATE partnership SET supplier_id = (SELECT id FROM supplier WHERE organisation_id = @organisation AND name = @name)
   WHERE id = @partnership`,
);

export const SET_TIMER = sql(
  `INSERT INTO timer (id, organisation_id, partnership_id, kind, occurrence, due_on, state, set_by)
   VALUES (@id, @organisationId, @partnershipId, @kind, @occurrence, @dueOn, 'open', @setBy)
   ON CONFLICT (partnership_id, kind, occurrence)
   DO UPDATE SET due_on = excluded.due_on, state = 'open', set_by = excluded.set_by, closed_by = NULL`,
);
export const CLOSE_TIMER = sql(
  `UPDATE timer SET state = 'closed', closed_by = @closedBy
   WHERE partnership_id = @partnership AND kind = @kind AND occurrence = @occurrence AND state = 'open'`,
);
export const OPEN_TIMERS = sql<Timer>(
  `SELECT kind, occurrence, due_on AS "dueOn" FROM timer WHERE partnership_id = @partnership AND state = 'open'`,
);

export const ANSWER = sql<{ requestHash: string; answer: string }>(
  'SELECT request_hash AS "requestHash", answer FROM idempotency_key WHERE organisation_id = @organisation AND key = @key',
);
export const ADD_ANSWER = sql(
  `INSERT INTO idempotency_key (organisation_id, key, request_hash, answer, created_at)
   VALUES (@organisation, @key, @requestHash, @answer, @at)`,
);
export const FORGET_ANSWERS = sql('DELETE FROM idempotency_key WHERE created_at < @before');
