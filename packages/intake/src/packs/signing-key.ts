import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { PackSignatureRefused } from './signature-refused.js';

/** Room for any Ed25519 key in PEM; what is longer is not looked at. */
export const MOST_KEY_BYTES = 4096;

/** A pair to sign packs with, as text to keep in files. */
interface SigningKeys {
  /** PKCS #8, PEM: for the publisher's eyes only. */
  readonly privateKey: string;
  /** SPKI, PEM: for everybody who verifies. */
  readonly publicKey: string;
}

/** A public key somebody trusts, and the name they know it by. */
export interface TrustedKey {
  readonly name: string;
  readonly key: KeyObject;
  readonly fingerprint: string;
}

/** A fresh Ed25519 pair (RFC 8032, RFC 8410). */
export function newSigningKeys(): SigningKeys {
  return generateKeyPairSync('ed25519', {
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
}

/**
 * The private key in a file.
 * @param name how to call the file when it will not do
 * @throws PackSignatureRefused
 */
export function privateKeyFrom(bytes: Uint8Array, name: string): KeyObject {
  return ed25519(name, bytes, (pem) => createPrivateKey(pem));
}

/**
 * The public key in a file. A private key is refused, though the public one could be worked out of it: it has no
 * business with whoever verifies.
 * @param name what to call its owner: the name of the file
 * @throws PackSignatureRefused
 */
export function trustedKeyFrom(bytes: Uint8Array, name: string): TrustedKey {
  const key = ed25519(name, bytes, (pem) => {
    if (pem.includes('PRIVATE KEY')) throw new PackSignatureRefused('key-private', name);
    return createPublicKey(pem);
  });
  return { name, key, fingerprint: fingerprintOf(key) };
}

/** `sha256:` and the SHA-256 (hex) of the public key in SPKI DER; of a private key that of its public half. */
export function fingerprintOf(key: KeyObject): string {
  const half = key.type === 'private' ? createPublicKey(key) : key;
  return `sha256:${createHash('sha256')
    .update(half.export({ type: 'spki', format: 'der' }))
    .digest('hex')}`;
}

function ed25519(name: string, bytes: Uint8Array, read: (pem: string) => KeyObject): KeyObject {
  if (bytes.length > MOST_KEY_BYTES) throw new PackSignatureRefused('key-unusable', name);
  try {
    const key = read(Buffer.from(bytes).toString('latin1'));
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch (error) {
    if (error instanceof PackSignatureRefused) throw error;
  }
  throw new PackSignatureRefused('key-unusable', name);
}
