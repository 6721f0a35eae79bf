import { crc32, inflateRawSync } from 'node:zlib';
import { ArchiveFiles, nameOf } from './archive-files.js';
import { MOST_FILES, MOST_RATIO } from './archive-limits.js';
import { PackArchiveRefused } from './archive-refused.js';

/** Records of a zip (APPNOTE.TXT 6.3.10, 4.3): how each begins, and its length without names and comments. */
const LOCAL = { mark: 0x04034b50, length: 30 };
const CENTRAL = { mark: 0x02014b50, length: 46 };
const END = { mark: 0x06054b50, length: 22 };
/** Before the end record when the archive is a zip64. */
const LOCATOR = { mark: 0x07064b50, length: 20 };

/** Most bytes of comment behind the end record. */
const MOST_COMMENT = 0xffff;

const METHODS: Readonly<Record<number, 'stored' | 'deflated'>> = { 0: 'stored', 8: 'deflated' };

/** What the directory of a zip says of one thing in it; sizes in bytes. */
interface Entry {
  readonly path: string;
  readonly flags: number;
  readonly method: number;
  readonly checksum: number;
  readonly packed: number;
  readonly size: number;
  /** Where its local header begins. */
  readonly at: number;
  /** Type and permissions as Unix writes them; 0 when another system made it. */
  readonly mode: number;
}

/**
 * Reads a zip of a pack.
 * @returns path within the pack → text
 * @throws PackArchiveRefused with the reason
 */
export function readZip(bytes: Uint8Array): Map<string, string> {
  const files = new ArchiveFiles();
  const present = openZip(bytes, (announced) => {
    for (const { path, size } of announced) files.announce(path, size);
    const total = announced.reduce((sum, { size }) => sum + size, 0);
    if (total > MOST_RATIO * bytes.length) throw new PackArchiveRefused('too-dense');
  });
  for (const file of present) files.add(file.path, file.content());
  return files.texts;
}

/** A file in a zip. */
export interface ZipFile {
  readonly path: string;
  /** Bytes that the zip says it has. */
  readonly size: number;
  /** The bytes themselves, no more and no fewer than `size`. @throws PackArchiveRefused when they are not there */
  readonly content: () => Uint8Array;
}

/**
 * Opens a zip that anybody may have made. The directory at its end is what counts, and the rest must say the same: an
 * archive that two programs would read differently is refused. Nothing is unpacked until it is asked for.
 * @param look sees what the zip says is in it before anything else of it is looked at
 * @throws PackArchiveRefused with the reason
 */
export function openZip(
  bytes: Uint8Array,
  look: (announced: readonly Pick<ZipFile, 'path' | 'size'>[]) => void = () => undefined,
): ZipFile[] {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { entries, directoryAt } = directory(zip);
  const present = entries.filter((entry) => !isFolder(entry));
  look(present);
  const ends = spans(zip, entries, directoryAt);
  return present.map((entry) => ({
    path: entry.path,
    size: entry.size,
    content: () => contentOf(zip, entry, ends.get(entry) ?? directoryAt),
  }));
}

function directory(zip: Buffer): { entries: Entry[]; directoryAt: number } {
  const end = endRecord(zip);
  const [disk, startDisk, here, count] = [4, 6, 8, 10].map((field) => zip.readUInt16LE(end + field));
  const [length, directoryAt] = [zip.readUInt32LE(end + 12), zip.readUInt32LE(end + 16)];
  const isZip64 = end >= LOCATOR.length && zip.readUInt32LE(end - LOCATOR.length) === LOCATOR.mark;
  if (isZip64 || disk !== 0 || startDisk !== 0 || here !== count || count === 0xffff || directoryAt === 0xffffffff)
    throw new PackArchiveRefused('zip64');
  // Folders count as well, so there may be more entries than files.
  if ((count ?? 0) > 2 * MOST_FILES) throw new PackArchiveRefused('too-many-files');
  if (directoryAt + length !== end) throw new PackArchiveRefused('damaged');
  const entries: Entry[] = [];
  let at = directoryAt;
  while (at < end) {
    const { entry, next } = entryAt(zip, at, end);
    entries.push(entry);
    at = next;
  }
  if (entries.length !== count) throw new PackArchiveRefused('damaged');
  return { entries, directoryAt };
}

/** Where the end record stands: the last one of which the comment reaches just to the end. */
function endRecord(zip: Buffer): number {
  const last = zip.length - END.length;
  for (let at = last; at >= 0 && at >= last - MOST_COMMENT; at--) {
    if (zip.readUInt32LE(at) === END.mark && zip.readUInt16LE(at + 20) === last - at) return at;
  }
  throw new PackArchiveRefused('truncated');
}

function entryAt(zip: Buffer, at: number, end: number): { entry: Entry; next: number } {
  if (at + CENTRAL.length > end || zip.readUInt32LE(at) !== CENTRAL.mark) throw new PackArchiveRefused('damaged');
  const [nameLength = 0, extraLength = 0, commentLength = 0] = [28, 30, 32].map((field) =>
    zip.readUInt16LE(at + field),
  );
  const nameAt = at + CENTRAL.length;
  const next = nameAt + nameLength + extraLength + commentLength;
  if (next > end) throw new PackArchiveRefused('damaged');
  const madeOnUnix = zip.readUInt8(at + 5) === 3;
  const entry = {
    path: nameOf(zip.subarray(nameAt, nameAt + nameLength)),
    flags: zip.readUInt16LE(at + 8),
    method: zip.readUInt16LE(at + 10),
    checksum: zip.readUInt32LE(at + 16),
    packed: zip.readUInt32LE(at + 20),
    size: zip.readUInt32LE(at + 24),
    at: zip.readUInt32LE(at + 42),
    mode: madeOnUnix ? zip.readUInt16LE(at + 40) : 0,
  };
  return { entry: checked(entry), next };
}

/** Bits of the flags: encrypted, strongly encrypted, a patch, and a directory that is encrypted. */
const ENCRYPTED = 0x0001 | 0x0040 | 0x2000;
const PATCH = 0x0020;

/** The kind of thing in a Unix mode, and the two that a pack may have; 0 is for programs that do not say. */
const KIND = 0xf000;
const ORDINARY = [0, 0x8000, 0x4000];

function checked(entry: Entry): Entry {
  const { path, flags, method, packed, size, at, mode } = entry;
  if ((flags & ENCRYPTED) !== 0) throw new PackArchiveRefused('encrypted', path);
  if ([packed, size, at].includes(0xffffffff)) throw new PackArchiveRefused('zip64');
  if (METHODS[method] === undefined || (flags & PATCH) !== 0) throw new PackArchiveRefused('method-unknown', path);
  if (!ORDINARY.includes(mode & KIND)) throw new PackArchiveRefused('not-a-file', path);
  if (isFolder(entry) !== ((mode & KIND) === 0x4000 || path.endsWith('/'))) throw new PackArchiveRefused('damaged');
  if (isFolder(entry) && size !== 0) throw new PackArchiveRefused('size-false', path);
  return entry;
}

function isFolder({ path }: Entry): boolean {
  return path.endsWith('/');
}

/** Where the room of each entry ends. Entries that lie over one another are how a small archive grows without end. */
function spans(zip: Buffer, entries: readonly Entry[], directoryAt: number): Map<Entry, number> {
  const inOrder = [...entries].sort((a, b) => a.at - b.at);
  if (inOrder[0] && inOrder[0].at !== 0) throw new PackArchiveRefused('damaged');
  const ends = inOrder.map((entry, i): [Entry, number] => {
    const until = Math.min(inOrder[i + 1]?.at ?? directoryAt, directoryAt);
    if (contentAt(zip, entry, until) + entry.packed > until) throw new PackArchiveRefused('damaged');
    return [entry, until];
  });
  return new Map(ends);
}

/** Where the content begins, behind a local header that says the same as the directory. */
function contentAt(zip: Buffer, { at, path, method, flags }: Entry, until: number): number {
  if (at + LOCAL.length > until || zip.readUInt32LE(at) !== LOCAL.mark) throw new PackArchiveRefused('damaged');
  const [nameLength, extraLength] = [zip.readUInt16LE(at + 26), zip.readUInt16LE(at + 28)];
  const nameAt = at + LOCAL.length;
  const name = nameOf(zip.subarray(nameAt, Math.min(nameAt + nameLength, until)));
  const same = name === path && zip.readUInt16LE(at + 8) === method && zip.readUInt16LE(at + 6) === flags;
  if (!same) throw new PackArchiveRefused('damaged');
  return nameAt + nameLength + extraLength;
}

/** The content of an entry, of exactly the size and the checksum that the directory says. */
function contentOf(zip: Buffer, entry: Entry, until: number): Uint8Array {
  const { path, packed, size, checksum, method } = entry;
  const at = contentAt(zip, entry, until);
  const raw = zip.subarray(at, at + packed);
  const content = METHODS[method] === 'stored' ? raw : inflated(raw, entry);
  if (content.length !== size) throw new PackArchiveRefused('size-false', path);
  if (crc32(content) !== checksum) throw new PackArchiveRefused('damaged');
  return content;
}

/** Inflates no more than the archive says there is. */
function inflated(raw: Uint8Array, { path, size }: Entry): Uint8Array {
  try {
    // Node asks for room for at least one byte.
    return inflateRawSync(raw, { maxOutputLength: Math.max(size, 1) });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new PackArchiveRefused(code === 'ERR_BUFFER_TOO_LARGE' ? 'size-false' : 'damaged', path);
  }
}
