import { all, first, sql, type Work } from '../database/work.js';
import { type HistoryEntity } from '../entities/history.js';
import { type PartnershipEntity } from '../entities/partnership.js';
import { NotFound } from '../errors.js';

/** What is on file of one partnership: its whole history, and what its row says of it. */
interface OnFile {
  readonly row: Pick<PartnershipEntity, 'version' | 'snapshot' | 'snapshotHash' | 'headHash' | 'quarantinedAt'>;
  /** Oldest first. */
  readonly rows: readonly HistoryEntity[];
}

/** Every column of `history`, under the names of its entity. */
export const HISTORY_COLUMNS = `partnership_id AS "partnershipId", sequence, organisation_id AS "organisationId", event, data, actor_id AS "actorId",
  actor_roles AS "actorRoles", at, pack_name AS "packName", pack_version AS "packVersion", pack_digest AS "packDigest",
  lifecycle_id AS "lifecycleId", lifecycle_version AS "lifecycleVersion", lifecycle_hash AS "lifecycleHash", semantics, hash`;

const ROW = sql<OnFile['row']>(
  `SELECT version, snapshot, snapshot_hash AS "snapshotHash", head_hash AS "headHash", quarantined_at AS "quarantinedAt"
   FROM partnership WHERE id = @id AND organisation_id = @organisation`,
);
const HISTORY = sql<HistoryEntity>(
  `SELECT ${HISTORY_COLUMNS}
   FROM history WHERE partnership_id = @id AND organisation_id = @organisation ORDER BY sequence`,
);

/**
 * Reads row and history of a partnership at one and the same moment: whatever another process records meanwhile comes
 * before or after, never in between.
 * @throws NotFound
 */
export function* onFile(organisation: string, id: string): Work<OnFile> {
  const row = yield* first(ROW, { organisation, id });
  if (!row) throw new NotFound({ nl: 'partnerschap', en: 'partnership' }, id);
  return { row, rows: yield* all(HISTORY, { organisation, id }) };
}
