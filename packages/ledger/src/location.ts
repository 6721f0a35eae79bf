import { join, resolve } from 'node:path';
import { DatabaseUrlInvalid } from './errors.js';

/** Where a ledger is kept. */
export interface LedgerLocation {
  /** File of the SQLite database; made when it is not there. Not used with a url. */
  readonly file: string;
  /** `postgres://…`: the ledger is kept in this database instead of in the file. */
  readonly url?: string;
}

/**
 * The ledger that goes with a folder: its SQLite file, or the PostgreSQL database that `DATABASE_URL` names.
 * @throws DatabaseUrlInvalid
 */
export function ledgerLocation(
  dataDir: string,
  { DATABASE_URL: url }: Readonly<Record<string, string | undefined>>,
): LedgerLocation {
  const file = join(resolve(dataDir), 'samenwerkt.sqlite');
  if (url === undefined || url === '') return { file };
  if (!/^postgres(ql)?:\/\/./.test(url) || !URL.canParse(url)) throw new DatabaseUrlInvalid();
  return { file, url };
}
