import { BlockList, isIPv4, isIPv6 } from 'node:net';

/**
 * IPv4 that is nobody's public server: the machine itself, private and shared networks, link-local (where clouds keep
 * their metadata), tests, documentation, multicast and reserved (IANA special-purpose registry).
 */
const NOT_PUBLIC_IPV4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
];

/** All of IPv6 that is given out to the public… */
const PUBLIC_IPV6 = ['2000::/3'];

/** …but for what wraps an IPv4 address of whoever made it (Teredo, 6to4), and what is kept for protocols and documents. */
const NOT_PUBLIC_IPV6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];

const notPublicIpv4 = networks(NOT_PUBLIC_IPV4);
const publicIpv6 = networks(PUBLIC_IPV6);
const notPublicIpv6 = networks(NOT_PUBLIC_IPV6);

/**
 * Networks as one list to look in.
 * @param ranges `10.1.0.0/16`, `fd00::/8`
 * @throws RangeInvalid for what is not written so
 */
export function networks(ranges: readonly string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) addRange(list, range);
  return list;
}

/** A range that is not an address, a slash and a number of bits that fits it. */
export class RangeInvalid extends Error {
  readonly code = 'range-invalid';

  constructor(readonly range: string) {
    super(`'${range}' is not a network; write it as 10.1.0.0/16 or fd00::/8`);
    this.name = 'RangeInvalid';
  }
}

function addRange(list: BlockList, range: string): void {
  const [, address = '', bits = ''] = /^([^/]+)\/(\d{1,3})$/.exec(range) ?? [];
  const family = isIPv4(address) ? 'ipv4' : 'ipv6';
  const fits = family === 'ipv4' || isIPv6(address);
  if (!fits || Number(bits) > (family === 'ipv4' ? 32 : 128)) throw new RangeInvalid(range);
  list.addSubnet(address, Number(bits), family);
}

/**
 * Whether a request may go to the address: it is public, or in a network that was allowed. IPv4 in IPv6's clothes
 * (`::ffff:10.0.0.1`) is judged as the IPv4 address it is.
 * @param address IPv4 or IPv6 as DNS gives it; anything else may not
 */
export function mayBeAsked(address: string, allowed: BlockList): boolean {
  if (isIPv4(address)) return allowed.check(address) || !notPublicIpv4.check(address);
  const mapped = mappedIpv4(address);
  if (mapped !== undefined) return mayBeAsked(mapped, allowed);
  if (!isIPv6(address) || address.includes('%')) return false;
  if (allowed.check(address, 'ipv6')) return true;
  return publicIpv6.check(address, 'ipv6') && !notPublicIpv6.check(address, 'ipv6');
}

/** `::ffff:10.0.0.1` and `::ffff:a00:1` are both 10.0.0.1. */
function mappedIpv4(address: string): string | undefined {
  if (!isIPv6(address) || address.includes('%')) return undefined;
  // A URL writes every address in one way: short, in hexadecimal.
  const [, high, low] =
    /^\[::ffff:([\da-f]{1,4}):([\da-f]{1,4})\]$/.exec(new URL(`http://[${address}]`).hostname) ?? [];
  if (high === undefined || low === undefined) return undefined;
  return [high, low].flatMap((word) => [Number.parseInt(word, 16) >> 8, Number.parseInt(word, 16) & 255]).join('.');
}
