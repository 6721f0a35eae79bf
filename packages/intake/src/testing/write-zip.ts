import { crc32, deflateRawSync } from 'node:zlib';

/** One thing in a zip for a test; what is given beside name and content overrules what would be true. */
export interface ZipEntry {
  readonly name: string | Buffer;
  readonly content?: string | Buffer;
  readonly stored?: boolean;
  readonly packed?: Buffer;
  readonly flags?: number;
  readonly method?: number;
  /** Size that the archive says the content has. */
  readonly size?: number;
  readonly checksum?: number;
  /** Unix mode, such as 0o120777 for a link. */
  readonly mode?: number;
  /** Name in the local header, when it is another. */
  readonly localName?: string;
  /** Where the directory says it stands. */
  readonly at?: number;
}

/** A zip as any program would make it, but for what a test overrules. @param end 16-bit words of the end record to overrule */
export function writeZip(entries: readonly ZipEntry[], end: Readonly<Record<number, number>> = {}): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let at = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name);
    const content = Buffer.from(entry.content ?? '');
    const packed = entry.packed ?? (entry.stored === true ? content : deflateRawSync(content));
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(entry.flags ?? 0, 2);
    shared.writeUInt16LE(entry.method ?? (entry.stored === true ? 0 : 8), 4);
    shared.writeUInt32LE(entry.checksum ?? crc32(content), 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(entry.size ?? content.length, 18);
    const localName = Buffer.from(entry.localName ?? name);
    const localHead = Buffer.from(shared);
    localHead.writeUInt16LE(localName.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), localHead, localName, packed]);
    shared.writeUInt16LE(name.length, 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt16LE(entry.mode ?? 0o100644, 8);
    tail.writeUInt32LE(entry.at ?? at, 10);
    centrals.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0003'), shared, tail, name]));
    locals.push(local);
    at += local.length;
  }
  const directory = Buffer.concat(centrals);
  const record = Buffer.alloc(22);
  record.write('PK\u0005\u0006', 'latin1');
  record.writeUInt16LE(entries.length, 8);
  record.writeUInt16LE(entries.length, 10);
  record.writeUInt32LE(directory.length, 12);
  record.writeUInt32LE(at, 16);
  for (const [field, word] of Object.entries(end)) record.writeUInt16LE(word, Number(field));
  return Buffer.concat([...locals, directory, record]);
}
