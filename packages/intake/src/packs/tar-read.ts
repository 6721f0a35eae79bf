import { gunzipSync } from 'node:zlib';
import { ArchiveFiles, nameOf } from './archive-files.js';
import { BLOCK, checksumOf, FIELD, MOST_TAR_BYTES } from './archive-limits.js';
import { PackArchiveRefused } from './archive-refused.js';

/**
 * Reads a tar.gz that anybody may have made. Nothing is written, and no more is inflated than a pack may be.
 * @returns path within the pack → text
 * @throws PackArchiveRefused with the reason
 */
export function readTar(bytes: Uint8Array): Map<string, string> {
  const tar = inflate(bytes);
  const files = new ArchiveFiles();
  let at = 0;
  for (let header = blockAt(tar, at); !isEmpty(header); header = blockAt(tar, at)) {
    const entry = entryOf(header);
    at += BLOCK;
    if (entry.kind === 'folder') continue;
    files.announce(entry.path, entry.size);
    if (at + entry.size > tar.length) throw new PackArchiveRefused('truncated');
    files.add(entry.path, tar.subarray(at, at + entry.size));
    at += Math.ceil(entry.size / BLOCK) * BLOCK;
  }
  if (!isEmpty(tar.subarray(at))) throw new PackArchiveRefused('damaged');
  return files.texts;
}

function inflate(bytes: Uint8Array): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: MOST_TAR_BYTES });
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
  return { kind, path: whole, size: octal(header, FIELD.size) };
}

/** A field up to its first zero byte. */
function field(header: Uint8Array, [at, length]: readonly [number, number]): string {
  const bytes = header.subarray(at, at + length);
  const end = bytes.indexOf(0);
  return nameOf(end === -1 ? bytes : bytes.subarray(0, end));
}

/** Sizes are octal text; the binary form is for files that no pack has. */
function octal(header: Uint8Array, place: readonly [number, number]): number {
  const [at, length] = place;
  const digits = /^ *([0-7]{1,11})[ \0]*$/.exec(Buffer.from(header.subarray(at, at + length)).toString('latin1'))?.[1];
  if (digits === undefined) throw new PackArchiveRefused('damaged');
  return Number.parseInt(digits, 8);
}
