import { LedgerError } from '@samenwerkt/ledger';
import { ChannelMisconfigured } from '@samenwerkt/reminders';
import { type Config } from './config.js';
import { SettingInvalid } from './setting-invalid.js';

type Wording = (config: Partial<Config>) => string;

const unreachable: Wording = ({ dataDir }) =>
  `DATA_DIR ${dataDir ?? ''} is niet te openen: controleer of de map bestaat en of u er mag schrijven.\n` +
  `DATA_DIR ${dataDir ?? ''} cannot be opened: check that the folder exists and that you may write there.`;

const full: Wording = ({ dataDir }) =>
  `De schijf van ${dataDir ?? ''} is vol; maak ruimte en start opnieuw.\n` +
  `The disk of ${dataDir ?? ''} is full; make room and start again.`;

const damaged: Wording = ({ dataDir }) =>
  `De database in ${dataDir ?? ''} is beschadigd of van een ander programma; zet een back-up terug.\n` +
  `The database in ${dataDir ?? ''} is damaged or another program's; restore a backup.`;

/** What keeps a host from starting on an honest machine, by the code of the error. */
const WORDINGS: Readonly<Record<string, Wording>> = {
  EADDRINUSE: ({ port }) =>
    `Poort ${port} is al in gebruik; kies een andere, bijvoorbeeld PORT=3001.\n` +
    `Port ${port} is in use already; choose another, for example PORT=3001.`,
  EACCES: unreachable,
  ENOTDIR: unreachable,
  EEXIST: unreachable,
  EROFS: unreachable,
  SQLITE_CANTOPEN: unreachable,
  SQLITE_READONLY: unreachable,
  SQLITE_NOTADB: damaged,
  SQLITE_CORRUPT: damaged,
  ENOSPC: full,
  SQLITE_FULL: full,
};

/** What the settings of a webhook are called in the environment. */
const SETTINGS: Readonly<Record<string, string>> = {
  url: 'WEBHOOK_URL',
  secret: 'WEBHOOK_SECRET',
  allowedNetworks: 'WEBHOOK_NETWORKS',
};

/** In words for whoever starts the program: what is wrong and what to do; the error itself when nobody foresaw it. */
export function startFailure(error: unknown, config: Partial<Config>): unknown {
  if (error instanceof SettingInvalid) return error.message;
  if (error instanceof ChannelMisconfigured) {
    const name = SETTINGS[error.field] ?? error.field;
    return `${name}: ${error.text.nl}\n${name}: ${error.text.en}`;
  }
  if (error instanceof LedgerError) return `${error.text.nl}\n${error.text.en}`;
  const { code, driverError } = (error ?? {}) as { code?: string; driverError?: { code?: string } };
  return WORDINGS[driverError?.code ?? code ?? '']?.(config) ?? error;
}
