import { type Database } from '../database/database.js';
import { all, change, lock, sql, type Work } from '../database/work.js';
import { type Vault } from '../privacy/vault.js';
import { sealed } from './personal.js';

/** People who are sealed in one transaction, so that no start holds others up for long. */
const PART = 200;

/** Of two processes that start together, one seals and the other finds it done. */
const LOCK = sql(`SELECT 1 FROM installation_secret WHERE name = 'index'`);
const PLAIN = sql<{ id: string; organisation: string; name: string; email: string }>(
  `SELECT id, organisation_id AS "organisation", name, email FROM person WHERE sealed = 0 ORDER BY id LIMIT @limit`,
);
const SEAL = sql(
  'UPDATE person SET name = @name, email = @email, email_key = @emailKey, sealed = 1 WHERE id = @id AND sealed = 0',
);

/** Seals whoever is on record from before people were sealed. @returns how many */
export async function sealPeople(database: Database, vault: Vault): Promise<number> {
  for (let done = 0; ;) {
    const count = await database.alone(() => part(vault));
    done += count;
    if (count < PART) return done;
  }
}

function* part(vault: Vault): Work<number> {
  yield* lock(LOCK);
  const plain = yield* all(PLAIN, { limit: PART });
  for (const person of plain) {
    const { id } = person;
    yield* change(SEAL, { id, ...(yield* sealed(vault, person, person)) });
  }
  return plain.length;
}
