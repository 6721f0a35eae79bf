import { type PackRef } from '@samenwerkt/engine';
import { sql } from '../database/work.js';
import { type ShelvedRow } from './pack-life.js';

/** The row of an event. */
interface EventRow {
  readonly what: string;
  readonly actor: string;
  readonly at: string;
  /** JSON object. */
  readonly details: string;
}

const COLUMNS = `name, version, digest, state, created_at AS "loadedAt", uploaded_by AS "uploadedBy",
  published_at AS "publishedAt", published_by AS "publishedBy", ends_on AS "endsOn",
  replaced_by_name AS "replacedByName", replaced_by_version AS "replacedByVersion", end_reason AS reason`;
const NAMED = 'organisation_id = @organisation AND name = @name';
const ONE = `${NAMED} AND version = @version`;
const ADD = `INSERT INTO rule_pack
  (organisation_id, name, version, digest, files, created_at, uploaded_by, state, published_at, published_by)
  VALUES (@organisation, @name, @version, @digest, @files, @at, @actor,`;

/** The reading and writing of versions of packs and of what was done to them. */
export const ALL = sql<ShelvedRow>(
  `SELECT ${COLUMNS} FROM rule_pack WHERE organisation_id = @organisation ORDER BY name, created_at`,
);
export const NAMED_SO = sql<ShelvedRow>(`SELECT ${COLUMNS} FROM rule_pack WHERE ${NAMED}`);
export const ONE_OF = sql<ShelvedRow>(`SELECT ${COLUMNS} FROM rule_pack WHERE ${ONE}`);
/** What is in force under these very files. */
export const IN_FORCE = sql<PackRef>(
  `SELECT name, version, digest FROM rule_pack
    WHERE organisation_id = @organisation AND digest = @digest AND state = 'gepubliceerd'`,
);
export const LOCK = sql(`SELECT 1 FROM rule_pack WHERE ${NAMED}`);
export const FILES = sql<{ readonly digest: string; readonly files: string }>(
  `SELECT digest, files FROM rule_pack WHERE ${ONE}`,
);
export const IS_PINNED = sql<object>(
  `SELECT 1 AS pinned FROM partnership
   WHERE organisation_id = @organisation AND pack_name = @name AND pack_version = @version LIMIT 1`,
);
export const ADD_CONCEPT = sql(`${ADD} 'concept', NULL, NULL)`);
export const ADD_PUBLISHED = sql(`${ADD} 'gepubliceerd', @at, @actor)`);
export const REPLACE_CONCEPT = sql(
  `UPDATE rule_pack SET digest = @digest, files = @files, created_at = @at, uploaded_by = @actor WHERE ${ONE}`,
);
export const PUBLISH = sql(
  `UPDATE rule_pack SET state = 'gepubliceerd', published_at = @at, published_by = @actor WHERE ${ONE}`,
);
export const WITHDRAW = sql(
  `UPDATE rule_pack SET ends_on = @endsOn, replaced_by_name = @byName, replaced_by_version = @byVersion,
     end_reason = @reason WHERE ${ONE}`,
);
export const REMOVE = sql(`DELETE FROM rule_pack WHERE ${ONE}`);
export const EVENTS = sql<EventRow>(
  `SELECT what, actor, at, details FROM rule_pack_event WHERE ${ONE} ORDER BY sequence`,
);
export const NEXT_EVENT = sql<{ readonly sequence: number }>(
  `SELECT COALESCE(MAX(sequence), 0) + 1 AS sequence FROM rule_pack_event WHERE ${ONE}`,
);
export const ADD_EVENT = sql(
  `INSERT INTO rule_pack_event (organisation_id, name, version, sequence, what, actor, at, details)
   VALUES (@organisation, @name, @version, @sequence, @what, @actor, @at, @details)`,
);
