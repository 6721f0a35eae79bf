import { sql } from '../database/work.js';
import { type FileKind } from './file-kind.js';

/** A file with evidence; its name is not kept, since that may name somebody. */
export interface EvidenceFile {
  readonly id: string;
  readonly attestation: string;
  readonly type: FileKind;
  readonly bytes: number;
  /** Id of who added it. */
  readonly recordedBy: string;
  /** Instant (ISO, UTC). */
  readonly recordedAt: string;
  /** Instant (ISO, UTC) at which it was destroyed, and why. */
  readonly removedAt: string | null;
  readonly removedBecause: string | null;
}

const COLUMNS = `f.id, f.attestation_id AS attestation, f.type, f.bytes, f.recorded_by AS "recordedBy",
  f.recorded_at AS "recordedAt", f.removed_at AS "removedAt", f.removed_because AS "removedBecause"`;

export const FILES_OF_PARTNERSHIP = sql<EvidenceFile>(
  `SELECT ${COLUMNS} FROM evidence_file AS f JOIN attestation AS a ON a.id = f.attestation_id
   WHERE f.organisation_id = @organisation AND a.partnership_id = @partnership ORDER BY f.id`,
);
export const FILES_OF_ATTESTATION = sql<EvidenceFile>(
  `SELECT ${COLUMNS} FROM evidence_file AS f
   WHERE f.organisation_id = @organisation AND f.attestation_id = @attestation ORDER BY f.id`,
);
export const CONTENT = sql<EvidenceFile & { content: string | null }>(
  `SELECT ${COLUMNS}, f.content FROM evidence_file AS f
   WHERE f.organisation_id = @organisation AND f.attestation_id = @attestation AND f.id = @id`,
);
export const ADD_FILE = sql(
  `INSERT INTO evidence_file (id, organisation_id, attestation_id, type, bytes, recorded_by, recorded_at, content)
   VALUES (@id, @organisation, @attestation, @type, @bytes, @actorId, @at, @content)`,
);
export const REMOVE_FILE = sql(
  `UPDATE evidence_file SET content = NULL, removed_at = @at, removed_because = @reason
   WHERE id = @id AND organisation_id = @organisation AND removed_at IS NULL`,
);
export const PARTNERSHIPS_WITH_FILES = sql<{ id: string; quarantined: string | null; lastAt: string }>(
  `SELECT p.id, p.quarantined_at AS quarantined,
     (SELECT h.at FROM history AS h WHERE h.partnership_id = p.id ORDER BY h.sequence DESC LIMIT 1) AS "lastAt"
   FROM partnership AS p WHERE p.organisation_id = @organisation AND p.id IN (
     SELECT a.partnership_id FROM evidence_file AS f JOIN attestation AS a ON a.id = f.attestation_id
     WHERE f.organisation_id = @organisation AND f.removed_at IS NULL) ORDER BY p.id`,
);
