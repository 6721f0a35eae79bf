import { sql } from '../database/work.js';

/** The key of one subject, sealed with the installation key; null once it is destroyed. */
interface WrappedKey {
  readonly id: string;
  readonly wrapped: string | null;
}

export const SECRET = sql<{ keyId: string; wrapped: string }>(
  `SELECT key_id AS "keyId", wrapped FROM installation_secret WHERE name = 'index'`,
);
export const ADD_SECRET = sql(
  `INSERT INTO installation_secret (name, key_id, wrapped) VALUES ('index', @keyId, @wrapped) ON CONFLICT (name) DO NOTHING`,
);
export const REWRAP_SECRET = sql(
  `UPDATE installation_secret SET key_id = @keyId, wrapped = @wrapped WHERE name = 'index'`,
);

export const KEY = sql<WrappedKey>(
  'SELECT id, wrapped FROM subject_key WHERE id = @id AND organisation_id = @organisation',
);
export const ADD_KEY = sql(
  `INSERT INTO subject_key (id, organisation_id, wrapped, created_at) VALUES (@id, @organisation, @wrapped, @at)`,
);
export const DESTROY_KEY = sql(
  `UPDATE subject_key SET wrapped = NULL, destroyed_at = @at
   WHERE id = @id AND organisation_id = @organisation AND wrapped IS NOT NULL`,
);
/** A page of keys, of all organisations. */
export const KEYS_AFTER = sql<{ id: string; wrapped: string }>(
  'SELECT id, wrapped FROM subject_key WHERE wrapped IS NOT NULL AND id > @after ORDER BY id LIMIT @limit',
);
export const REWRAP_KEY = sql('UPDATE subject_key SET wrapped = @wrapped WHERE id = @id');
