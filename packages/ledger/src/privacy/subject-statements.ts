import { sql } from '../database/work.js';

/** A data subject with what is needed to read its name; both null once it is erased. */
export interface StoredSubject {
  readonly id: string;
  readonly name: string | null;
  readonly wrapped: string | null;
}

/** How many are asked for at once: lists are filled up to this, so that one statement serves all. */
export const AT_ONCE = { indexes: 8, ids: 50 } as const;

const list = (length: number) => Array.from({ length }, (_, index) => `@v${index}`).join(', ');

/** Values for a list of so many, as `v0`, `v1` …; what is left over is empty and fits nothing. */
export function listed(values: readonly string[], length: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length }, (_, index) => [`v${index}`, values[index] ?? '']));
}

const SUBJECT = `s.id, s.name, k.wrapped FROM data_subject AS s JOIN subject_key AS k ON k.id = s.id`;

export const BY_INDEX = sql<{ id: string; nameIndex: string }>(
  `SELECT id, name_index AS "nameIndex" FROM data_subject
   WHERE organisation_id = @organisation AND name_index IN (${list(AT_ONCE.indexes)})`,
);
export const BY_ID = sql<StoredSubject>(
  `SELECT ${SUBJECT} WHERE s.organisation_id = @organisation AND s.id IN (${list(AT_ONCE.ids)})`,
);
export const LIVING_AFTER = sql<StoredSubject & { createdAt: string }>(
  `SELECT s.created_at AS "createdAt", ${SUBJECT}
   WHERE s.organisation_id = @organisation AND s.name IS NOT NULL AND s.id > @after ORDER BY s.id LIMIT @limit`,
);
export const ADD = sql(
  `INSERT INTO data_subject (id, organisation_id, name, name_index, created_at)
   VALUES (@id, @organisation, @name, @nameIndex, @at)`,
);
