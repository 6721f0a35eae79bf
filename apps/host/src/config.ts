import { join, resolve } from 'node:path';
import { ledgerLocation, type LedgerOptions } from '@samenwerkt/ledger';
import { readDispatchConfig, type DispatchConfig } from './reminders/dispatch-config.js';
import { SettingInvalid } from './setting-invalid.js';

/** What the environment says, checked. */
export interface Config {
  readonly dataDir: string;
  /** Folder for mail while there is no mail server. */
  readonly outbox: string;
  /** Where the administration is kept. */
  readonly ledger: LedgerOptions;
  readonly host: string;
  readonly port: number;
  /** Whether an empty ledger is filled with demo data. */
  readonly seed: boolean;
  /** Rule packs beside those that come with the program, as `loadPackSources` reads it; undefined for none. */
  readonly rulePacks: string | undefined;
  /** How reminders go out. */
  readonly dispatch: DispatchConfig;
}

const LOOPBACK = ['127.0.0.1', 'localhost', '::1'];

/**
 * Reads `DATA_DIR`, `DATABASE_URL`, `HOST`, `PORT`, `SEED`, `RULE_PACKS` and `ALLOW_WITHOUT_SIGN_IN`, and what `readDispatchConfig` reads.
 * @throws SettingInvalid, DatabaseUrlInvalid
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const { DATA_DIR = './data', HOST = '127.0.0.1', PORT = '3000', SEED = 'demo' } = environment;
  const { ALLOW_WITHOUT_SIGN_IN, RULE_PACKS } = environment;
  const port = Number(PORT);
  if (!/^\d+$/.test(PORT) || port > 65535) {
    throw new SettingInvalid('PORT', PORT, 'kies een getal van 0 tot en met 65535', 'choose a number from 0 to 65535');
  }
  if (!['demo', 'none'].includes(SEED)) {
    throw new SettingInvalid('SEED', SEED, 'kies demo of none', 'choose demo or none');
  }
  if (!LOOPBACK.includes(HOST) && ALLOW_WITHOUT_SIGN_IN !== 'yes') {
    throw new SettingInvalid(
      'HOST',
      HOST,
      'er is nog geen aanmelding, dus iedereen die dit adres bereikt kan alles. Laat HOST weg, of zet ALLOW_WITHOUT_SIGN_IN=yes als het netwerk zelf is afgeschermd',
      'there is no sign-in yet, so whoever reaches this address can do everything. Leave HOST out, or set ALLOW_WITHOUT_SIGN_IN=yes when the network itself is closed off',
    );
  }
  const ledger = ledgerLocation(DATA_DIR, environment);
  const dataDir = resolve(DATA_DIR);
  return {
    dataDir,
    outbox: join(dataDir, 'outbox'),
    ledger,
    host: HOST,
    port,
    seed: SEED === 'demo',
    rulePacks: RULE_PACKS,
    dispatch: readDispatchConfig(environment, port),
  };
}

/** Whether the server can only be reached from this machine. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.includes(host);
}
