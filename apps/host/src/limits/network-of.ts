import { isIPv6 } from 'node:net';

/**
 * Whose address this is, as far as limits go. Who has one IPv6 address has the 2⁶⁴ beside it as well, so those count as one;
 * an IPv4 address written as IPv6 is that address.
 */
export function networkOf(address: string): string {
  const inside = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (inside !== undefined) return inside;
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.split('::');
  const [before, after] = [groups(head), groups(tail ?? '')];
  const gone = tail === undefined ? 0 : 8 - before.length - after.length;
  return [...before, ...Array<string>(Math.max(gone, 0)).fill('0'), ...after].slice(0, 4).join(':');
}

function groups(part: string): string[] {
  return part === '' ? [] : part.split(':').map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''));
}
