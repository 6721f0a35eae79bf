import { join, resolve } from 'node:path';
import { secretKeySource, type SecretKeySource } from './privacy/installation-key.js';
import { DatabaseUrlInvalid } from './errors.js';

/** Where a ledger is kept. */
export interface LedgerLocation {
  /** File of the SQLite database; made when it is not there. Not used with a url. */
  readonly file: string;
  /** `postgres://…`: the ledger is kept in this database instead of in the file. */
  readonly url?: string;
  /** Where the installation key comes from; without it, with a file, from `secret.key` beside that file. */
  readonly secretKey?: SecretKeySource;
}

/**
 * The ledger that goes with a folder: its SQLite file, or the PostgreSQL database that `DATABASE_URL` names;
 * with the key that `SECRET_KEY_FILE` or `SECRET_KEY` gives.
 * @throws DatabaseUrlInvalid
 */
export function ledgerLocation(
  dataDir: string,
  environment: Readonly<Record<string, string | undefined>>,
): LedgerLocation {
  const { DATABASE_URL: url } = environment;
  const secretKey = secretKeySource(environment);
  const file = join(resolve(dataDir), 'samenwerkt.sqlite');
  if (url === undefined || url === '') return { file, secretKey };
  if (!/^postgres(ql)?:\/\/./.test(url) || !URL.canParse(url)) throw new DatabaseUrlInvalid();
  return { file, url, secretKey };
}
