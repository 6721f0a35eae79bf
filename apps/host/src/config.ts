import { join, resolve } from 'node:path';
import { ledgerLocation, type LedgerOptions } from '@samenwerkt/ledger';
import { isSecure, type Site } from './identity/site.js';
import { readLimits, type LimitsConfig } from './limits/limits-config.js';
import { type Provider } from './oidc/provider.js';
import { readProviders } from './oidc/read-providers.js';
import { readMetricsAudience, type MetricsAudience } from './operations/metrics-audience.js';
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
  readonly site: Site;
  /** Other parties by which people sign in. */
  readonly providers: readonly Provider[];
  readonly metrics: MetricsAudience;
  /** Folder with the look of the organisation, `organisatie.css`; undefined for that of the house. */
  readonly theme: string | undefined;
  /** How much may be asked. */
  readonly limits: LimitsConfig;
}

const LOOPBACK = ['127.0.0.1', 'localhost', '::1'];

/**
 * Reads `DATA_DIR`, `DATABASE_URL`, `HOST`, `PORT`, `SEED`, `RULE_PACKS`, `OIDC_PROVIDERS_FILE`, `METRICS` and `THEME`, and
 * what `readDispatchConfig` and `readLimits` read.
 * @throws SettingInvalid, DatabaseUrlInvalid, SecretSettingInvalid
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const { DATA_DIR = './data', HOST = '127.0.0.1', PORT = '3000', SEED = 'demo' } = environment;
  const { RULE_PACKS, OIDC_PROVIDERS_FILE } = environment;
  const port = Number(PORT);
  if (!/^\d+$/.test(PORT) || port > 65535) {
    throw new SettingInvalid('PORT', PORT, 'kies een getal van 0 tot en met 65535', 'choose a number from 0 to 65535');
  }
  if (!['demo', 'none'].includes(SEED)) {
    throw new SettingInvalid('SEED', SEED, 'kies demo of none', 'choose demo or none');
  }
  const dispatch = readDispatchConfig(environment, port);
  const site = siteOf(HOST, dispatch);
  if (SEED === 'demo' && !site.local) throw demoReachable(HOST, site);
  const providers = readProviders(OIDC_PROVIDERS_FILE);
  if (providers.length > 0) mustBeSafeToComeBackTo(site);
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
    dispatch,
    site,
    providers,
    metrics: readMetricsAudience(environment),
    theme: environment['THEME'] ? resolve(environment['THEME']) : undefined,
    limits: readLimits(environment),
  };
}

/** Providers send people back to this address with a code that lets them in. */
function mustBeSafeToComeBackTo({ publicUrl }: Site): void {
  if (isSecure({ publicUrl }) || isLoopback(nameIn(publicUrl))) return;
  throw new SettingInvalid(
    'PUBLIC_URL',
    publicUrl,
    'met OIDC_PROVIDERS_FILE komen mensen hier terug van een aanbieder; geef een adres dat met https:// begint',
    'with OIDC_PROVIDERS_FILE people come back here from a provider; give an address that starts with https://',
  );
}

/** The server answers to this machine only, and nothing in front of it lets others in. */
function siteOf(host: string, { publicUrl }: DispatchConfig): Site {
  return { publicUrl, local: isLoopback(host) && isLoopback(nameIn(publicUrl)) };
}

function nameIn(url: string): string {
  return new URL(url).hostname.replace(/^\[|\]$/g, '');
}

/** Demo accounts have no passwords: whoever reaches them is in. */
export function demoReachable(host: string, { publicUrl }: Site): SettingInvalid {
  const [name, value] = isLoopback(host) ? ['PUBLIC_URL', publicUrl] : ['HOST', host];
  return new SettingInvalid(
    name,
    value,
    'met demo-accounts kan iedereen die dit adres bereikt zonder wachtwoord naar binnen. Zet SEED=none en neem een eigen administratie (DATA_DIR of DATABASE_URL), of laat deze instelling weg',
    'with demo accounts whoever reaches this address gets in without a password. Set SEED=none and take an administration of your own (DATA_DIR or DATABASE_URL), or leave this setting out',
  );
}

/** Whether the server can only be reached from this machine. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.includes(host);
}
