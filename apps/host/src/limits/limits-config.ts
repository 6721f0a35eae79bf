import { isIP, isIPv6 } from 'node:net';
import { SettingInvalid } from '../setting-invalid.js';

/** How much may be asked of this process, and whom it believes about where a request came from. */
export interface LimitsConfig {
  /** Requests a minute of one account, by session and API tokens together; 0 for no limit. */
  readonly account: number;
  /** Requests a minute from one network address, whoever asks; 0 for no limit. */
  readonly address: number;
  /** Addresses and networks (CIDR) of proxies whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: readonly string[];
}

/** A person clicking, or a program that reads everything once in a while, stays far below it; an office shares an address. */
const DEFAULTS = { account: 600, address: 3000 };

const MOST = 1_000_000;

/** Reads `ACCOUNT_PER_MINUTE`, `ADDRESS_PER_MINUTE` and `TRUSTED_PROXIES`; empty counts as left out. @throws SettingInvalid */
export function readLimits(environment: Readonly<Record<string, string | undefined>>): LimitsConfig {
  return {
    account: perMinute('ACCOUNT_PER_MINUTE', environment['ACCOUNT_PER_MINUTE'] || String(DEFAULTS.account)),
    address: perMinute('ADDRESS_PER_MINUTE', environment['ADDRESS_PER_MINUTE'] || String(DEFAULTS.address)),
    trustedProxies: proxies(environment['TRUSTED_PROXIES'] ?? ''),
  };
}

function perMinute(name: string, text: string): number {
  if (/^\d+$/.test(text) && Number(text) <= MOST) return Number(text);
  throw new SettingInvalid(
    name,
    text,
    `geef een heel getal van 0 tot en met ${MOST}: zoveel verzoeken per minuut; 0 is zonder grens`,
    `give a whole number from 0 to ${MOST}: so many requests a minute; 0 is without a limit`,
  );
}

function proxies(text: string): string[] {
  const named = text.split(',').map((one) => one.trim());
  const given = named.filter((one) => one !== '');
  const wrong = given.find((one) => !isNetwork(one));
  if (wrong === undefined) return given;
  throw new SettingInvalid(
    'TRUSTED_PROXIES',
    wrong,
    'geef adressen of netwerken van de proxy, met komma’s ertussen, zoals 127.0.0.1,10.0.0.0/8',
    'give addresses or networks of the proxy, with commas between them, such as 127.0.0.1,10.0.0.0/8',
  );
}

function isNetwork(text: string): boolean {
  const [address = '', bits, more] = text.split('/');
  if (isIP(address) === 0 || more !== undefined) return false;
  return (
    bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) > 0 && Number(bits) <= (isIPv6(address) ? 128 : 32))
  );
}
