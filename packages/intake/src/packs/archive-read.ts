import { gunzipSync } from 'node:zlib';
import { BLOCK, checksumOf, FIELD, MOST_BYTES, MOST_FILES } from './archive-limits.js';
import { PackArchiveRefused } from './archive-refused.js';

/** Room for all files, and for a header and an incomplete block each. */
const mostInflated = MOST_BYTES + (2 * MOST_FILES + 64) * BLOCK;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Reads a tar.gz that anybody may have made. Nothing is written, and no more is inflated than a pack may be.
 * @returns path within the pack → text, for `loadPolicy`; whether it is a good pack is for that to say
 * @throws PackArchiveRefused with the reason
 */
export function readPackArchive(bytes: Uint8Array): Map<string, string> {
  const tar = inflate(bytes);
  const files = new Map<string, string>();
  const taken = new Set<string>();
  let total = 0;
  let at = 0;
  for (let header = blockAt(tar, at); !isEmpty(header); header = blockAt(tar, at)) {
    const entry = entryOf(header);
    at += BLOCK;
    if (entry.kind === 'folder') continue;
    total += entry.size;
    if (files.size >= MOST_FILES) throw new PackArchiveRefused('too-many-files');
    if (total > MOST_BYTES) throw new PackArchiveRefused('too-large');
    if (at + entry.size > tar.length) throw new PackArchiveRefused('truncated');
    const key = entry.path.normalize('NFC').toLowerCase();
    if (taken.has(key)) throw new PackArchiveRefused('name-double', entry.path);
    taken.add(key);
    files.set(entry.path, textOf(tar.subarray(at, at + entry.size), entry.path));
    at += Math.ceil(entry.size / BLOCK) * BLOCK;
  }
  if (!isEmpty(tar.subarray(at))) throw new PackArchiveRefused('damaged');
  return files;
}

function inflate(bytes: Uint8Array): Uint8Array {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) throw new PackArchiveRefused('not-an-archive');
  try {
    return gunzipSync(bytes, { maxOutputLength: mostInflated });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ERR_BUFFER_TOO_LARGE') throw new PackArchiveRefused('too-large');
    throw new PackArchiveRefused(code === 'Z_BUF_ERROR' ? 'truncated' : 'damaged');
  }
}

function blockAt(tar: Uint8Array, at: number): Uint8Array {
  if (at + BLOCK > tar.length) throw new PackArchiveRefused('truncated');
  return tar.subarray(at, at + BLOCK);
}

function isEmpty(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0);
}

interface Entry {
  readonly kind: 'file' | 'folder';
  readonly path: string;
  readonly size: number;
}

function entryOf(header: Uint8Array): Entry {
  if (!field(header, FIELD.magic).startsWith('ustar')) throw new PackArchiveRefused('not-an-archive');
  if (octal(header, FIELD.checksum) !== checksumOf(header)) throw new PackArchiveRefused('damaged');
  const [name, prefix] = [field(header, FIELD.name), field(header, FIELD.prefix)];
  const whole = prefix === '' ? name : `${prefix}/${name}`;
  const type = field(header, FIELD.type);
  if (type !== '0' && type !== '' && type !== '5') throw new PackArchiveRefused('not-a-file', whole);
  const kind = type === '5' ? 'folder' : 'file';
  return { kind, path: kind === 'folder' ? whole : safe(whole), size: octal(header, FIELD.size) };
}

/** A field up to its first zero byte. */
function field(header: Uint8Array, [at, length]: readonly [number, number]): string {
  const bytes = header.subarray(at, at + length);
  const end = bytes.indexOf(0);
  return textOf(end === -1 ? bytes : bytes.subarray(0, end), 'tar');
}

/** Sizes are octal text; the binary form is for files that no pack has. */
function octal(header: Uint8Array, place: readonly [number, number]): number {
  const [at, length] = place;
  const digits = /^ *([0-7]{1,11})[ \0]*$/.exec(Buffer.from(header.subarray(at, at + length)).toString('latin1'))?.[1];
  if (digits === undefined) throw new PackArchiveRefused('damaged');
  return Number.parseInt(digits, 8);
}

/** Letters, digits and marks, in steps that lead further in; a leading `./`, as tar itself writes, is left out. */
function safe(path: string): string {
  const within = path.replace(/^\.\//, '');
  const steps = within.split('/');
  const unsafe = steps.some((step) => step === '' || step === '.' || step === '..');
  // A colon makes a drive or a stream of it on Windows; the others are control characters.
  if (unsafe || /[\\:\p{C}\p{Zl}\p{Zp}]/u.test(within)) throw new PackArchiveRefused('path-unsafe', path);
  return within;
}

function textOf(bytes: Uint8Array, path: string): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new PackArchiveRefused('not-utf-8', path);
  }
}
