import { describe, expect, it } from '@jest/globals';
import { signatureOf, timestampOf, verifySignature, type SignedRequest } from './signature.js';

const now = '2026-09-16T07:00:01.999Z';
const secret = 'een geheim van ruim dertig tekens lang';
const body = '{"naam": "Súdwest-Fryslân"}';
const timestamp = timestampOf(now);
const request: SignedRequest = { secret, body, timestamp, signature: signatureOf(secret, timestamp, body), now };

describe('a signature', () => {
  it('is the one in the documentation, which openssl made', () => {
    const example = '{"messageId":"<1@samenwerkt.example>"}';
    expect(signatureOf('an example secret of 32 characters', '1789542001', example)).toBe(
      'v1=74be509c5355a9eb74a6660f42ed764cd51bf78710f871ca2b2956b1b00252f6',
    );
  });

  it('is right for the request it was made for, as text and as octets', () => {
    expect(verifySignature(request)).toBe(true);
    expect(verifySignature({ ...request, body: Buffer.from(body) })).toBe(true);
  });

  it.each<[string, Partial<SignedRequest>]>([
    ['another body', { body: `${body} ` }],
    ['another secret', { secret: 'een ander geheim van dertig tekens lang' }],
    ['another moment', { timestamp: String(Number(timestamp) + 1) }],
    ['no signature', { signature: undefined }],
    ['no timestamp', { timestamp: undefined }],
    ['an unknown version', { signature: request.signature?.replace('v1', 'v2') }],
    ['half a signature', { signature: request.signature?.slice(0, 40) }],
    ['a timestamp that is none', { timestamp: '16e8' }],
  ])('is wrong with %s', (_what, change) => {
    expect(verifySignature({ ...request, ...change })).toBe(false);
  });

  it('is not taken when it is older than five minutes, or that far ahead', () => {
    const at = (moment: string) => verifySignature({ ...request, now: moment });
    expect(at('2026-09-16T07:05:01.000Z')).toBe(true);
    expect(at('2026-09-16T07:05:02.000Z')).toBe(false);
    expect(at('2026-09-16T06:55:00.000Z')).toBe(false);
    expect(verifySignature({ ...request, now: '2026-09-16T07:00:12.000Z', maxAgeSeconds: 10 })).toBe(false);
  });
});
