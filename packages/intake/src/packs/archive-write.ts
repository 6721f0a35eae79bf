import { crc32 } from 'node:zlib';
import { BLOCK, checksumOf, FIELD, MOST_BYTES, MOST_FILES } from './archive-limits.js';
import { PackArchiveRefused } from './archive-refused.js';

/**
 * A pack as one tar.gz. The same files give the same bytes on every machine: order of path, no owner, no time, line
 * ends as `\n`, and stored instead of compressed, because compressors differ between versions and processors.
 * @param files path within the pack → text
 * @throws PackArchiveRefused when a path does not fit in a header, or the pack is larger than a pack may be
 */
export function writePackArchive(files: ReadonlyMap<string, string>): Uint8Array {
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  const contents = sorted.map(([path, text]) => [path, Buffer.from(text.replace(/\r\n?/g, '\n'))] as const);
  if (contents.length > MOST_FILES) throw new PackArchiveRefused('too-many-files');
  if (contents.reduce((sum, [, bytes]) => sum + bytes.length, 0) > MOST_BYTES)
    throw new PackArchiveRefused('too-large');
  const blocks = contents.flatMap(([path, bytes]) => [header(path, bytes.length), bytes, padding(bytes.length)]);
  return gzip(Buffer.concat([...blocks, Buffer.alloc(2 * BLOCK)]));
}

function padding(length: number): Uint8Array {
  return Buffer.alloc((BLOCK - (length % BLOCK)) % BLOCK);
}

function header(path: string, size: number): Uint8Array {
  const block = Buffer.alloc(BLOCK);
  const put = ([at]: readonly [number, number], text: string) => block.write(text, at);
  const octal = (field: readonly [number, number], value: number) =>
    put(field, value.toString(8).padStart(field[1] - 1, '0'));
  const [prefix, name] = split(path);
  put(FIELD.name, name);
  put(FIELD.prefix, prefix);
  octal(FIELD.mode, 0o644);
  octal(FIELD.size, size);
  for (const field of [FIELD.uid, FIELD.gid, FIELD.mtime, FIELD.deviceMajor, FIELD.deviceMinor]) octal(field, 0);
  put(FIELD.type, '0');
  put(FIELD.magic, 'ustar');
  put(FIELD.version, '00');
  put(FIELD.checksum, `${checksumOf(block).toString(8).padStart(6, '0')}\0 `);
  return block;
}

/** A long path is split at a slash over two fields. */
function split(path: string): readonly [string, string] {
  const fits = (text: string, [, length]: readonly [number, number]) => Buffer.byteLength(text) <= length;
  if (fits(path, FIELD.name)) return ['', path];
  for (let at = path.indexOf('/'); at !== -1; at = path.indexOf('/', at + 1)) {
    const [prefix, name] = [path.slice(0, at), path.slice(at + 1)];
    if (fits(prefix, FIELD.prefix) && fits(name, FIELD.name)) return [prefix, name];
  }
  throw new PackArchiveRefused('path-too-long', path);
}

/** Largest stored block of deflate. */
const stored = 65_535;

/** A gzip member (RFC 1952) without time or name, holding stored blocks (RFC 1951, 3.2.4). */
function gzip(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255)];
  for (let at = 0; at < bytes.length; at += stored) {
    const block = bytes.subarray(at, at + stored);
    const head = Buffer.alloc(5);
    head.writeUInt8(at + stored >= bytes.length ? 1 : 0, 0);
    head.writeUInt16LE(block.length, 1);
    head.writeUInt16LE(~block.length & 0xffff, 3);
    parts.push(head, block);
  }
  const tail = Buffer.alloc(8);
  tail.writeUInt32LE(crc32(bytes), 0);
  tail.writeUInt32LE(bytes.length, 4);
  return Buffer.concat([...parts, tail]);
}
