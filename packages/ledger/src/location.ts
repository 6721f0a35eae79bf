import { join, resolve } from 'node:path';
import { secretKeySource, type SecretKeySource } from './privacy/installation-key.js';
import { DatabaseUrlInvalid } from './errors.js';
import { secretSetting } from './secret-setting.js';

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
 * The ledger that goes with a folder: its SQLite file, or the PostgreSQL database that `DATABASE_URL`, or the
 * file that `DATABASE_URL_FILE` names, gives; with the key that `SECRET_KEY_FILE` or `SECRET_KEY` gives.
 * @throws DatabaseUrlInvalid, SecretSettingInvalid
 */
export function ledgerLocation(
  dataDir: string,
  environment: Readonly<Record<string, string | undefined>>,
): LedgerLocation {
  const url = secretSetting(environment, 'DATABASE_URL');
  const secretKey = secretKeySource(environment);
  const file = join(resolve(dataDir), 'samenwerkt.sqlite');
  if (url === undefined) return { file, secretKey };
  if (!/^postgres(ql)?:\/\/./.test(url) || !URL.canParse(url)) throw new DatabaseUrlInvalid();
  return { file, url, secretKey };
}
