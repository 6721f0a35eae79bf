import { type Database, type Statement } from 'better-sqlite3';
import { type ShelvedRow } from './pack-life.js';

type Key = { readonly organisation: string; readonly name: string; readonly version: string };

/** Content of a version, as it comes. */
type Content = Key & {
  readonly digest: string;
  readonly files: string;
  readonly actor: string;
  readonly at: string;
};

/** The reading and writing of versions of packs and of what was done to them. */
export interface PackStatements {
  readonly all: Statement<[Pick<Key, 'organisation'>], ShelvedRow>;
  readonly named: Statement<[Pick<Key, 'organisation' | 'name'>], ShelvedRow>;
  readonly one: Statement<[Key], ShelvedRow>;
  readonly files: Statement<[Key], { readonly digest: string; readonly files: string }>;
  readonly isPinned: Statement<[Key]>;
  readonly addConcept: Statement<[Content]>;
  readonly addPublished: Statement<[Content]>;
  readonly replaceConcept: Statement<[Content]>;
  readonly publish: Statement<[Key & { readonly actor: string; readonly at: string }]>;
  readonly withdraw: Statement<
    [Key & Record<'endsOn' | 'reason', string> & Record<'byName' | 'byVersion', string | null>]
  >;
  readonly remove: Statement<[Key]>;
  readonly events: Statement<[Key], EventRow>;
  readonly addEvent: Statement<[Key & Record<'what' | 'actor' | 'at' | 'details', string>]>;
}

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

export function prepare(database: Database): PackStatements {
  return {
    all: database.prepare(
      `SELECT ${COLUMNS} FROM rule_pack WHERE organisation_id = @organisation ORDER BY name, created_at`,
    ),
    named: database.prepare(`SELECT ${COLUMNS} FROM rule_pack WHERE ${NAMED}`),
    one: database.prepare(`SELECT ${COLUMNS} FROM rule_pack WHERE ${ONE}`),
    files: database.prepare(`SELECT digest, files FROM rule_pack WHERE ${ONE}`),
    isPinned: database.prepare(
      `SELECT 1 AS pinned FROM partnership
       WHERE organisation_id = @organisation AND pack_name = @name AND pack_version = @version LIMIT 1`,
    ),
    addConcept: database.prepare(`${ADD} 'concept', NULL, NULL)`),
    addPublished: database.prepare(`${ADD} 'gepubliceerd', @at, @actor)`),
    replaceConcept: database.prepare(
      `UPDATE rule_pack SET digest = @digest, files = @files, created_at = @at, uploaded_by = @actor WHERE ${ONE}`,
    ),
    publish: database.prepare(
      `UPDATE rule_pack SET state = 'gepubliceerd', published_at = @at, published_by = @actor WHERE ${ONE}`,
    ),
    withdraw: database.prepare(
      `UPDATE rule_pack SET ends_on = @endsOn, replaced_by_name = @byName, replaced_by_version = @byVersion,
         end_reason = @reason WHERE ${ONE}`,
    ),
    remove: database.prepare(`DELETE FROM rule_pack WHERE ${ONE}`),
    events: database.prepare(`SELECT what, actor, at, details FROM rule_pack_event WHERE ${ONE} ORDER BY sequence`),
    addEvent: database.prepare(
      `INSERT INTO rule_pack_event (organisation_id, name, version, sequence, what, actor, at, details)
       SELECT @organisation, @name, @version, COALESCE(MAX(sequence), 0) + 1, @what, @actor, @at, @details
       FROM rule_pack_event WHERE ${ONE}`,
    ),
  };
}
