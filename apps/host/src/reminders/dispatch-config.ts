import { secretSetting } from '@samenwerkt/ledger';
import { PACE } from '@samenwerkt/reminders';
import { type BoardMode } from '../board/board-address.js';
import { SettingInvalid } from '../setting-invalid.js';

/** What a process does: `api` answers requests, `worker` sends reminders, `all` does both. */
export type ProcessRole = 'all' | 'api' | 'worker';

/** Where reminders go, and what they say of their sender. */
export interface DispatchConfig {
  readonly role: ProcessRole;
  /** Queue shared by processes; undefined for one in the memory of this process. */
  readonly redisUrl: string | undefined;
  /** Mail server; undefined for a folder of mail. */
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  readonly webhook: { readonly url: string; readonly secret: string; readonly allowedNetworks: string[] } | undefined;
  /** Messages that may begin in one second, by channel. */
  readonly perSecond: { readonly mail: number; readonly webhook: number };
  /** Whether system administrators see the raw queue in Redis, and may change it. */
  readonly board: BoardMode | 'off';
  /** Address under which people open the product, without a slash at the end. */
  readonly publicUrl: string;
}

const SECRETS = ['REDIS_URL', 'SMTP_URL', 'WEBHOOK_URL', 'WEBHOOK_SECRET'];

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads `ROLE`, `REDIS_URL`, `SMTP_URL`, `MAIL_FROM`, `WEBHOOK_URL`, `WEBHOOK_SECRET`, `WEBHOOK_NETWORKS`,
 * `MAIL_PER_SECOND`, `WEBHOOK_PER_SECOND`, `BULL_BOARD` and `PUBLIC_URL`.
 * Empty counts as left out. Addresses of servers may hold a password: they, and the secret, can be in files
 * (`REDIS_URL_FILE`, `SMTP_URL_FILE`, `WEBHOOK_URL_FILE`, `WEBHOOK_SECRET_FILE`).
 * @param port of this process, for links when there is no `PUBLIC_URL`
 * @throws SettingInvalid, SecretSettingInvalid
 */
export function readDispatchConfig(environment: Environment, port: number): DispatchConfig {
  const given = (name: string) =>
    SECRETS.includes(name) ? secretSetting(environment, name) : environment[name] || undefined;
  const role = given('ROLE') ?? 'all';
  if (!isRole(role)) throw new SettingInvalid('ROLE', role, 'kies all, api of worker', 'choose all, api or worker');
  const redisUrl = given('REDIS_URL');
  if (role === 'api' && redisUrl === undefined) {
    throw new SettingInvalid(
      'ROLE',
      role,
      'zonder REDIS_URL kan dit proces een worker niets doorgeven; zet REDIS_URL, of laat ROLE weg',
      'without REDIS_URL this process cannot hand anything to a worker; set REDIS_URL, or leave ROLE out',
    );
  }
  const publicUrl = given('PUBLIC_URL') ?? `http://localhost:${port}`;
  if (!/^https?:\/\/[^\s]+$/.test(publicUrl) || !URL.canParse(publicUrl)) {
    throw new SettingInvalid(
      'PUBLIC_URL',
      publicUrl,
      'geef een volledig adres dat met https:// of http:// begint',
      'give a full address that starts with https:// or http://',
    );
  }
  return {
    role,
    redisUrl,
    smtpUrl: given('SMTP_URL'),
    mailFrom: given('MAIL_FROM') ?? `Samenwerkt <noreply@${new URL(publicUrl).hostname}>`,
    webhook: webhookOf(given),
    perSecond: { mail: paceOf('MAIL_PER_SECOND', given), webhook: paceOf('WEBHOOK_PER_SECOND', given) },
    board: boardOf(given),
    publicUrl: publicUrl.replace(/\/+$/, ''),
  };
}

function webhookOf(given: (name: string) => string | undefined): DispatchConfig['webhook'] {
  const [url, secret] = [given('WEBHOOK_URL'), given('WEBHOOK_SECRET')];
  if (url === undefined && secret === undefined) return undefined;
  if (url === undefined || secret === undefined) {
    throw new SettingInvalid(
      url === undefined ? 'WEBHOOK_URL' : 'WEBHOOK_SECRET',
      '',
      'WEBHOOK_URL en WEBHOOK_SECRET horen bij elkaar; zet beide, of geen van beide',
      'WEBHOOK_URL and WEBHOOK_SECRET belong together; set both, or neither',
    );
  }
  const networks = given('WEBHOOK_NETWORKS')?.split(',') ?? [];
  return { url, secret, allowedNetworks: networks.map((network) => network.trim()) };
}

const BOARD_MODES: readonly DispatchConfig['board'][] = ['off', 'read', 'write'];

function boardOf(given: (name: string) => string | undefined): DispatchConfig['board'] {
  const asked = given('BULL_BOARD') ?? 'read';
  const mode = BOARD_MODES.find((one) => one === asked);
  if (mode) return mode;
  throw new SettingInvalid('BULL_BOARD', asked, 'kies read, write of off', 'choose read, write or off');
}

const FASTEST = 1000;

function paceOf(name: string, given: (name: string) => string | undefined): number {
  const text = given(name);
  if (text === undefined) return PACE.perSecond;
  const perSecond = Number(text);
  if (/^\d+$/.test(text) && perSecond >= 1 && perSecond <= FASTEST) return perSecond;
  throw new SettingInvalid(
    name,
    text,
    `geef een heel getal van 1 tot en met ${FASTEST}: zoveel berichten per seconde`,
    `give a whole number from 1 to ${FASTEST}: so many messages a second`,
  );
}

function isRole(role: string): role is ProcessRole {
  return ['all', 'api', 'worker'].includes(role);
}
