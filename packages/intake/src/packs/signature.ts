import { createHash, sign, verify, type KeyObject } from 'node:crypto';
import { loadPolicy, type PackRef } from '@samenwerkt/engine';
import { readPackArchive } from './archive-read.js';
import { PackArchiveRefused } from './archive-refused.js';
import { PackSignatureRefused } from './signature-refused.js';
import { fingerprintOf, type TrustedKey } from './signing-key.js';

/** A signature is shorter; a file that is longer is not looked at. */
export const MOST_SIGNATURE_BYTES = 2048;

/**
 * First line of every statement that is signed. It keeps a signature on a pack from ever being one on something else
 * that the same key may sign.
 */
const DOMAIN = 'samenwerkt rule pack signature, version 1';

/** What the owner of a key says about an archive. */
interface Statement {
  /** Fingerprint of the key. */
  readonly key: string;
  readonly pack: PackRef;
  /** SHA-256 (hex) of the archive, byte for byte. */
  readonly archive: string;
}

/** What a signature proves. */
export interface VerifiedPack {
  /** Name of the trusted key, and its fingerprint. */
  readonly signer: string;
  readonly fingerprint: string;
  readonly pack: PackRef;
  readonly archive: string;
}

/**
 * Signs an archive.
 * @returns text of the detached signature, to keep beside the archive; the same key and bytes give the same text
 * @throws PackArchiveRefused, PackInvalid when the archive holds no pack that loads
 */
export function signPack(archive: Uint8Array, key: KeyObject): string {
  const statement = said({ key: fingerprintOf(key), pack: packIn(archive), archive: sha256(archive) });
  return `${statement}signature: ${sign(null, Buffer.from(statement), key).toString('base64')}\n`;
}

/**
 * Whether one of the trusted keys signed this very archive.
 * @param signature bytes of the `.sig` file, that anybody may have made
 * @throws PackSignatureRefused with precisely what does not fit; PackInvalid for a pack that this engine cannot load
 */
export function verifyPack(archive: Uint8Array, signature: Uint8Array, trusted: readonly TrustedKey[]): VerifiedPack {
  const { statement, bytes } = parse(signature);
  const known = trusted.find(({ fingerprint }) => fingerprint === statement.key);
  const others = trusted.map(({ name, fingerprint }) => `${name} (${fingerprint})`).join(', ');
  if (!known) throw new PackSignatureRefused('other-key', statement.key, others || NOBODY);
  if (!verify(null, Buffer.from(said(statement)), known.key, bytes))
    throw new PackSignatureRefused('forged', statement.key);
  mustBe(archive, statement);
  const { name: signer, fingerprint } = known;
  return { signer, fingerprint, pack: statement.pack, archive: statement.archive };
}

const NOBODY = { nl: 'geen enkele', en: 'none' };

/** The bytes that are signed. Every field has a form without line ends, so that no two statements share their bytes. */
function said({ key, pack, archive }: Statement): string {
  const { name, version, digest } = pack;
  const lines = [DOMAIN, 'algorithm: ed25519', `key: ${key}`, `name: ${name}`, `version: ${version}`];
  return `${[...lines, `pack: ${digest}`, `archive: ${archive}`].join('\n')}\n`;
}

const form = new RegExp(
  [
    `^${DOMAIN}`,
    'algorithm: ed25519',
    'key: (?<key>sha256:[0-9a-f]{64})',
    'name: (?<name>[a-z][a-z0-9-]{0,59})',
    'version: (?<version>\\d+\\.\\d+\\.\\d+)',
    'pack: (?<digest>[0-9a-f]{64})',
    'archive: (?<archive>[0-9a-f]{64})',
    'signature: (?<signature>[A-Za-z0-9+/]{86}==)\n$',
  ].join('\n'),
);

function parse(file: Uint8Array): { readonly statement: Statement; readonly bytes: Uint8Array } {
  const text = file.length > MOST_SIGNATURE_BYTES ? '' : Buffer.from(file).toString('latin1');
  // A line end changed on the way (mail, a checkout on Windows) does not change what was signed.
  const lines = text.replaceAll('\r\n', '\n');
  const {
    key = '',
    name = '',
    version = '',
    digest = '',
    archive = '',
    signature = '',
  } = form.exec(lines)?.groups ?? {};
  const bytes = Buffer.from(signature, 'base64');
  // Base64 has bits to spare at its end; only one way of writing a signature is the signature.
  if (signature === '' || bytes.toString('base64') !== signature)
    throw new PackSignatureRefused(begins(lines) ? 'signature-incomplete' : 'not-a-signature');
  return { statement: { key, pack: { name, version, digest }, archive }, bytes };
}

function begins(text: string): boolean {
  return text !== '' && (text.startsWith(DOMAIN) || DOMAIN.startsWith(text));
}

/** The archive is the one that was signed, and holds the pack that the statement names. */
function mustBe(archive: Uint8Array, statement: Statement): void {
  const { pack } = statement;
  const signed = `${pack.name} ${pack.version}`;
  const same = sha256(archive) === statement.archive;
  const found = same ? packIn(archive) : foundIn(archive, signed);
  if (found && (found.name !== pack.name || found.version !== pack.version))
    throw new PackSignatureRefused('other-pack', signed, `${found.name} ${found.version}`);
  if (!same || found?.digest !== pack.digest) throw new PackSignatureRefused('other-content', signed);
}

/** The pack in an archive that is not the one signed, to say what it is; undefined when it is no pack that loads. */
function foundIn(archive: Uint8Array, signed: string): PackRef | undefined {
  try {
    return packIn(archive);
  } catch (error) {
    if (error instanceof PackArchiveRefused) throw new PackSignatureRefused('archive-unreadable', signed, error.text);
    return undefined;
  }
}

function packIn(archive: Uint8Array): PackRef {
  return loadPolicy(readPackArchive(archive)).ref;
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
