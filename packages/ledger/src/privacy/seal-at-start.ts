import { type Database } from '../database/database.js';
import { all, change, lock, sql, type Sql, type Work } from '../database/work.js';
import { sealed } from '../people/personal.js';
import { type Vault } from './vault.js';

/** Rows that are sealed in one transaction, so that no start holds others up for long. */
const PART = 200;

/** A row from before rows of its kind were sealed. */
interface Plain {
  readonly id: string;
  readonly organisation: string;
}

/** One kind of row: what stands plainly, and how it is sealed. */
interface Kind<Row extends Plain> {
  readonly plain: Sql<Row>;
  readonly seal: (vault: Vault, row: Row) => Work<unknown>;
}

/** Of two processes that start together, one seals and the other finds it done. */
const LOCK = sql(`SELECT 1 FROM installation_secret WHERE name = 'index'`);

const PERSON = sql(
  'UPDATE person SET name = @name, email = @email, email_key = @emailKey, sealed = 1 WHERE id = @id AND sealed = 0',
);
const PEOPLE: Kind<Plain & { readonly name: string; readonly email: string }> = {
  plain: sql(
    `SELECT id, organisation_id AS "organisation", name, email FROM person WHERE sealed = 0 ORDER BY id LIMIT @limit`,
  ),
  *seal(vault, person) {
    yield* change(PERSON, { id: person.id, ...(yield* sealed(vault, person, person)) });
  },
};

const LABEL = sql('UPDATE calendar_token SET label = @label, sealed = 1 WHERE id = @id AND sealed = 0');
const LABELS: Kind<Plain & { readonly label: string }> = {
  plain: sql(
    `SELECT id, organisation_id AS "organisation", label FROM calendar_token WHERE sealed = 0 ORDER BY id LIMIT @limit`,
  ),
  *seal(vault, { id, organisation, label }) {
    yield* change(LABEL, { id, label: yield* vault.seal(organisation, id, label) });
  },
};

/** Seals what is on record from before it was sealed: the key that it takes is not where migrations are. */
export async function sealAtStart(database: Database, vault: Vault): Promise<void> {
  await sealAll(database, vault, PEOPLE);
  await sealAll(database, vault, LABELS);
}

async function sealAll<Row extends Plain>(database: Database, vault: Vault, kind: Kind<Row>): Promise<void> {
  while ((await database.alone(() => part(vault, kind))) === PART);
}

function* part<Row extends Plain>(vault: Vault, { plain, seal }: Kind<Row>): Work<number> {
  yield* lock(LOCK);
  const rows = yield* all(plain, { limit: PART });
  for (const row of rows) yield* seal(vault, row);
  return rows.length;
}
