import { generateKeyPairSync, sign } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { writePackArchive } from './archive-write.js';
import { readPackFolder } from './pack-folder.js';
import { PackSignatureRefused } from './signature-refused.js';
import { signPack, verifyPack } from './signature.js';
import { fingerprintOf, newSigningKeys, privateKeyFrom, trustedKeyFrom } from './signing-key.js';

const shipped = fileURLToPath(new URL('../../../../rule-packs/defensie', import.meta.url));
const files = readPackFolder(shipped);

/** The archive of the shipped pack with another text in pack.yaml. */
function archiveWith(from = '', to = ''): Uint8Array {
  return writePackArchive(new Map(files).set('pack.yaml', (files.get('pack.yaml') ?? '').replace(from, to)));
}

/** Somebody with a pair of keys. */
function somebody(name: string) {
  const { privateKey, publicKey } = newSigningKeys();
  const trusted = trustedKeyFrom(Buffer.from(publicKey), name);
  return { key: privateKeyFrom(Buffer.from(privateKey), name), trusted, privateKey, publicKey };
}

const town = somebody('gemeente.pub');
const stranger = somebody('vreemde.pub');
const archive = archiveWith();
const signature = signPack(archive, town.key);

/** The reason of refusal, or `verified`. */
function verdict(given: { archive?: Uint8Array; signature?: string | Uint8Array; trusted?: (typeof town.trusted)[] }) {
  const text = given.signature ?? signature;
  try {
    verifyPack(
      given.archive ?? archive,
      typeof text === 'string' ? Buffer.from(text, 'latin1') : text,
      given.trusted ?? [town.trusted],
    );
    return 'verified';
  } catch (error) {
    if (error instanceof PackSignatureRefused) return error.reason;
    throw error;
  }
}

const statement = signature.split('signature: ')[0] ?? '';
/** A statement of somebody's own making, signed with a key. */
const resigned = (text: string, key = town.key) =>
  `${text}signature: ${sign(null, Buffer.from(text), key).toString('base64')}\n`;
const line = (name: string, value: string) => signature.replace(new RegExp(`^${name}: .*$`, 'm'), `${name}: ${value}`);

describe('a signature on a pack', () => {
  it('proves who signed which pack, byte for byte', () => {
    const proof = verifyPack(archive, Buffer.from(signature), [stranger.trusted, town.trusted]);
    expect(proof).toEqual({
      signer: 'gemeente.pub',
      fingerprint: fingerprintOf(town.key),
      pack: { name: 'defensie', version: expect.any(String), digest: expect.stringMatching(/^[0-9a-f]{64}$/) },
      archive: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it('is a small text that names key, pack and fingerprints, and is the same each time', () => {
    expect(signature).toMatch(/^samenwerkt rule pack signature, version 1\nalgorithm: ed25519\nkey: sha256:/);
    expect(signature).toMatch(/\nname: defensie\nversion: \d+\.\d+\.\d+\npack: .{64}\narchive: .{64}\nsignature: /);
    expect(signPack(archive, town.key)).toBe(signature);
  });

  it('survives line ends of another system', () => {
    expect(verdict({ signature: signature.replaceAll('\n', '\r\n') })).toBe('verified');
  });

  it.each([
    ['a pack that was changed afterwards', 'other-content', { archive: archiveWith('licence: ', 'licence: X') }],
    ['a pack that no longer loads', 'other-content', { archive: archiveWith('name:', 'naam:') }],
    ['a pack of another version', 'other-pack', { archive: archiveWith('version: ', 'version: 9') }],
    ['a pack of another name', 'other-pack', { archive: archiveWith('name: ', 'name: x-') }],
    ['half an archive', 'archive-unreadable', { archive: archive.subarray(0, 2000) }],
    ['something that is no archive', 'archive-unreadable', { archive: Buffer.from('pack') }],
    ['another key than the trusted one', 'other-key', { trusted: [stranger.trusted] }],
    ['no trusted key at all', 'other-key', { trusted: [] }],
    ['a signature by a stranger in the name of the town', 'forged', { signature: resigned(statement, stranger.key) }],
    ['another name in the signature', 'forged', { signature: line('name', 'anders') }],
    ['another version in the signature', 'forged', { signature: line('version', '9.9.9') }],
    ['another digest in the signature', 'forged', { signature: line('pack', '0'.repeat(64)) }],
    ['another archive in the signature', 'forged', { signature: line('archive', '0'.repeat(64)) }],
    ['another signature altogether', 'forged', { signature: line('signature', `${'A'.repeat(86)}==`) }],
    ['a signature written in another way', 'signature-incomplete', { signature: signature.replace(/.==\n$/, '9==\n') }],
    ['another algorithm', 'signature-incomplete', { signature: line('algorithm', 'none') }],
    ['a signature that breaks off', 'signature-incomplete', { signature: signature.slice(0, 200) }],
    ['the first letters of a signature', 'signature-incomplete', { signature: signature.slice(0, 10) }],
    ['something after the signature', 'signature-incomplete', { signature: `${signature}x` }],
    ['a line more', 'signature-incomplete', { signature: signature.replace('\nname', '\nname: x\nname') }],
    ['something else', 'not-a-signature', { signature: '-----BEGIN PGP SIGNATURE-----\n' }],
    ['nothing', 'not-a-signature', { signature: '' }],
    ['a gigantic file', 'not-a-signature', { signature: signature + ' '.repeat(5_000_000) }],
    ['bytes that are no text', 'not-a-signature', { signature: Uint8Array.of(0, 255, 254) }],
  ])('does not hold for %s: %s', (_, reason, given) => {
    expect(verdict(given)).toBe(reason);
  });

  it('does not hold for a pack that its own signer named wrongly', () => {
    const renamed = statement.replace('name: defensie', 'name: anders');
    expect(verdict({ signature: resigned(renamed) })).toBe('other-pack');
    const other = statement.replace(/\npack: .*/, `\npack: ${'0'.repeat(64)}`);
    expect(verdict({ signature: resigned(other) })).toBe('other-content');
  });

  it('does not hold with any one byte of it or of the archive changed', () => {
    const flip = (bytes: Uint8Array, at: number, bit: number) => {
      const copy = Buffer.from(bytes);
      copy[at] = (copy[at] ?? 0) ^ (1 << bit);
      return copy;
    };
    const text = Buffer.from(signature);
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.nat(archive.length - 1), fc.nat(7), (i, j, bit) => {
        expect(verdict({ signature: flip(text, i, bit) })).not.toBe('verified');
        expect(verdict({ archive: flip(archive, j, bit) })).not.toBe('verified');
      }),
    );
  });

  it('says in words what does not fit', () => {
    const texts = (trusted: (typeof town.trusted)[], other = archive) => {
      try {
        verifyPack(other, Buffer.from(signature), trusted);
      } catch (error) {
        return (error as PackSignatureRefused).text.nl;
      }
      return '';
    };
    expect(texts([stranger.trusted])).toMatch(
      /^Ondertekend met sleutel sha256:\w+; vertrouwd is vreemde\.pub \(sha256/,
    );
    expect(texts([])).toContain('vertrouwd is geen enkele.');
    expect(texts([town.trusted], archiveWith('version: ', 'version: 9'))).toMatch(
      /^De handtekening is voor defensie \S+; het archief is defensie 9\S+\./,
    );
    expect(texts([town.trusted], archive.subarray(0, 2000))).toMatch(/niet te lezen: Het archief is afgebroken/);
  });
});

describe('a key', () => {
  const refusal = (work: () => unknown) => {
    try {
      return work();
    } catch (error) {
      return (error as PackSignatureRefused).reason;
    }
  };
  const rsa = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });

  it.each([
    ['to trust that is private', 'key-private', () => trustedKeyFrom(Buffer.from(town.privateKey), 'x')],
    ['to trust of another algorithm', 'key-unusable', () => trustedKeyFrom(Buffer.from(rsa.publicKey), 'x')],
    ['to trust that is no key', 'key-unusable', () => trustedKeyFrom(Buffer.from('sleutel'), 'x')],
    ['to sign with that is public', 'key-unusable', () => privateKeyFrom(Buffer.from(town.publicKey), 'x')],
    ['to sign with of another algorithm', 'key-unusable', () => privateKeyFrom(Buffer.from(rsa.privateKey), 'x')],
    ['that is enormous', 'key-unusable', () => privateKeyFrom(Buffer.alloc(1_000_000, town.privateKey), 'x')],
  ])('%s is refused: %s', (_, reason, work) => {
    expect(refusal(work)).toBe(reason);
  });

  it('has the same fingerprint on both sides, and no two pairs share one', () => {
    expect(town.trusted.fingerprint).toBe(fingerprintOf(town.key));
    expect(stranger.trusted.fingerprint).not.toBe(town.trusted.fingerprint);
  });
});
