import { describe, expect, it } from '@jest/globals';
import { isFromThisMachine } from './from-this-machine.js';

const here = { ip: '127.0.0.1', hostname: 'localhost', headers: {} };

describe('a request from this machine', () => {
  it.each([
    ['over IPv4', {}],
    ['over IPv6', { ip: '::1', hostname: '[::1]' }],
    ['over IPv4 in IPv6', { ip: '::ffff:127.0.0.1' }],
  ])('is known %s', (_, asked) => {
    expect(isFromThisMachine({ ...here, ...asked })).toBe(true);
  });

  it.each([
    ['another machine', { ip: '192.168.1.20' }],
    ['an address that only looks local', { ip: '::ffff:10.127.0.1' }],
    ['a page that points its own name here', { hostname: 'kwaad.example' }],
    ['somebody behind a proxy here', { headers: { 'x-forwarded-for': '10.0.0.9' } }],
    ['somebody behind a proxy here that keeps to the standard', { headers: { forwarded: 'for=10.0.0.9' } }],
  ])('is not one from %s', (_, asked) => {
    expect(isFromThisMachine({ ...here, ...asked })).toBe(false);
  });
});
