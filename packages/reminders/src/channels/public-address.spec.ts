import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mayBeAsked, networks } from './public-address.js';

const nothing = networks([]);

describe('an address', () => {
  it.each([
    '93.184.215.14',
    '8.8.8.8',
    '172.15.255.255',
    '172.32.0.0',
    '100.63.255.255',
    '100.128.0.0',
    '2a00:1450::1',
    '::ffff:8.8.8.8',
  ])('may be asked when it is public: %s', (address) => {
    expect(mayBeAsked(address, nothing)).toBe(true);
  });

  it.each([
    ['this machine', ['127.0.0.1', '127.255.255.254', '::1', '0.0.0.0', '::', '0.1.2.3']],
    ['a private network', ['10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', 'fd00::1', 'fc00::1']],
    ['a shared network (CGNAT)', ['100.64.0.1', '100.127.255.255']],
    ['link-local, where clouds keep their metadata', ['169.254.169.254', 'fe80::1', 'fe80::1%eth0', 'fd00:ec2::254']],
    [
      'IPv4 in disguise',
      ['::ffff:127.0.0.1', '::ffff:a9fe:a9fe', '::127.0.0.1', '64:ff9b::10.0.0.1', '2002:7f00:1::', '2001:0:7f00:1::'],
    ],
    ['for everybody at once, or for nobody', ['255.255.255.255', '224.0.0.1', 'ff02::1', '240.0.0.1']],
    ['for tests and documents', ['192.0.2.1', '198.18.0.1', '198.51.100.1', '203.0.113.1', '2001:db8::1']],
    ['no address', ['', 'localhost', '127.1', '10.0.0', '1.2.3.4.5', '::ffff:300.1.1.1']],
  ])('may not be asked: %s', (_what, addresses) => {
    expect(addresses.filter((address) => mayBeAsked(address, nothing))).toEqual([]);
  });

  it('in an allowed network may be asked, in whichever way it is written', () => {
    const allowed = networks(['10.1.0.0/16', 'fd12:3456::/32']);
    const asked = ['10.1.2.3', '::ffff:10.1.2.3', 'fd12:3456::1', '10.2.0.1', 'fd12:3457::1', '127.0.0.1'];
    expect(asked.map((address) => mayBeAsked(address, allowed))).toEqual([true, true, true, false, false, false]);
  });

  it('is judged the same when IPv6 wraps it', () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        expect(mayBeAsked(`::ffff:${address}`, nothing)).toBe(mayBeAsked(address, nothing));
      }),
    );
  });
});
