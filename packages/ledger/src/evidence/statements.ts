import { sql } from '../database/work.js';

/** An attestation with the pack under which its event was recorded, which knows what its kind is called. */
export interface AttestationRow {
  readonly id: string;
  /** Number in the history of the event that it proves, and which event that is. */
  readonly sequence: number;
  readonly event: string;
  readonly lifecycle: string;
  /** Id of a proof that the event's pack asks, or {@link OTHER_KIND}. */
  readonly kind: string;
  /** What was seen, where the kind does not say enough; never a name. */
  readonly note: string | null;
  /** Reference to a person, which reads as their name until they are erased. */
  readonly seenBy: string;
  /** ISO date. */
  readonly seenOn: string;
  /** Id of who recorded it. */
  readonly recordedBy: string;
  /** Instant (ISO, UTC). */
  readonly recordedAt: string;
  readonly withdrawnBy: string | null;
  readonly withdrawnAt: string | null;
  readonly withdrawnBecause: string | null;
  readonly packName: string;
  readonly packVersion: string;
  readonly packDigest: string;
}

/** The kind of a proof that the pack has no name for; what it was is in the note. */
export const OTHER_KIND = 'anders';

const COLUMNS = `a.id, a.sequence, h.event, h.lifecycle_id AS lifecycle, a.kind, a.note, a.seen_by AS "seenBy",
  a.seen_on AS "seenOn", a.recorded_by AS "recordedBy", a.recorded_at AS "recordedAt", w.actor_id AS "withdrawnBy",
  w.at AS "withdrawnAt", w.reason AS "withdrawnBecause",
  h.pack_name AS "packName", h.pack_version AS "packVersion", h.pack_digest AS "packDigest"`;
const FROM = `FROM attestation AS a
  JOIN history AS h ON h.partnership_id = a.partnership_id AND h.sequence = a.sequence
  LEFT JOIN attestation_withdrawal AS w ON w.id = a.id`;

export const OF_PARTNERSHIP = sql<AttestationRow>(
  `SELECT ${COLUMNS} ${FROM}
   WHERE a.organisation_id = @organisation AND a.partnership_id = @partnership ORDER BY a.sequence, a.id`,
);
export const ONE = sql<AttestationRow>(
  `SELECT ${COLUMNS} ${FROM}
   WHERE a.organisation_id = @organisation AND a.partnership_id = @partnership AND a.id = @id`,
);
export const SAME = sql<object>(
  `SELECT 1 FROM attestation AS a WHERE a.partnership_id = @partnership AND a.sequence = @sequence AND a.kind = @kind
     AND a.seen_by = @seenBy AND a.seen_on = @seenOn
     AND NOT EXISTS (SELECT 1 FROM attestation_withdrawal AS w WHERE w.id = a.id)`,
);
export const ADD = sql(
  `INSERT INTO attestation (id, organisation_id, partnership_id, sequence, kind, note, seen_by, seen_on, recorded_by, recorded_at)
   VALUES (@id, @organisation, @partnership, @sequence, @kind, @note, @seenBy, @seenOn, @actorId, @at)`,
);
export const WITHDRAW = sql(
  `INSERT INTO attestation_withdrawal (id, organisation_id, actor_id, at, reason)
   VALUES (@id, @organisation, @actorId, @at, @reason) ON CONFLICT (id) DO NOTHING`,
);
export const APART = sql<{ reason: string | null }>(
  `SELECT quarantine_reason AS reason FROM partnership
   WHERE id = @partnership AND organisation_id = @organisation AND quarantined_at IS NOT NULL`,
);
