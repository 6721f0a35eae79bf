import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { loadPolicy } from '@samenwerkt/engine';
import fc from 'fast-check';
import { writeZip, type ZipEntry } from '../testing/write-zip.js';
import { readPackArchive } from './archive-read.js';
import { PackArchiveRefused } from './archive-refused.js';
import { writePackArchive } from './archive-write.js';
import { readPackFolder } from './pack-folder.js';

const shipped = fileURLToPath(new URL('../../../../rule-packs', import.meta.url));

const entriesOf = (files: ReadonlyMap<string, string>): ZipEntry[] =>
  [...files].map(([name, content]) => ({ name, content }));

const manifest: ZipEntry = { name: 'pack.yaml', content: 'a: 1\n' };
const one = (entry: Partial<ZipEntry>) => writeZip([{ ...manifest, ...entry }]);

function refusal(bytes: Uint8Array): string {
  try {
    readPackArchive(bytes);
    return 'read';
  } catch (error) {
    if (error instanceof PackArchiveRefused) return error.reason;
    throw error;
  }
}

describe('a zip of a pack', () => {
  it('gives the same pack as its folder, and as its tar.gz', () => {
    const files = readPackFolder(join(shipped, 'utrecht-bouwblokken'));
    const back = readPackArchive(writeZip(entriesOf(files)));
    expect(back).toEqual(files);
    expect(loadPolicy(back).ref).toEqual(loadPolicy(readPackArchive(writePackArchive(files))).ref);
  });

  it('may hold stored files, empty files, folders, and a comment', () => {
    const zip = writeZip([
      { name: 'rules/', stored: true, mode: 0o040755 },
      { ...manifest, stored: true },
      { name: 'README.md', content: '' },
    ]);
    zip.writeUInt16LE(6, zip.length - 2);
    expect(readPackArchive(Buffer.concat([zip, Buffer.from('met PK')]))).toEqual(
      new Map([
        ['pack.yaml', 'a: 1\n'],
        ['README.md', ''],
      ]),
    );
  });

  it('may have sizes behind the content as well, as programs write that do not look back', () => {
    const descriptor = Buffer.alloc(16);
    const zip = one({ flags: 0x0008 });
    const directoryAt = zip.readUInt32LE(zip.length - 6);
    const end = Buffer.from(zip.subarray(-22));
    end.writeUInt32LE(directoryAt + descriptor.length, 16);
    const rest = zip.subarray(directoryAt, -22);
    const whole = Buffer.concat([zip.subarray(0, directoryAt), descriptor, rest, end]);
    expect(readPackArchive(whole).get('pack.yaml')).toBe('a: 1\n');
  });

  it('of one folder is the pack in that folder', () => {
    const zip = writeZip([
      { ...manifest, name: 'mijn-pakket/pack.yaml' },
      { name: 'mijn-pakket/rules/a.yaml', content: '[]' },
    ]);
    expect([...readPackArchive(zip).keys()]).toEqual(['pack.yaml', 'rules/a.yaml']);
    const beside = writeZip([{ ...manifest, name: 'mijn-pakket/pack.yaml' }, { name: 'los.txt' }]);
    expect([...readPackArchive(beside).keys()]).toEqual(['mijn-pakket/pack.yaml', 'los.txt']);
  });
});

describe('a hostile zip is refused', () => {
  const whole = one({});
  const megabytes = Buffer.alloc(3 * 1024 * 1024);
  const nested = writeZip([manifest]);

  it.each<[string, string, Buffer]>([
    ['only its first bytes', 'truncated', Buffer.from('PK\u0003\u0004')],
    ['half of it', 'truncated', whole.subarray(0, whole.length - 4)],
    ['something after its end', 'truncated', Buffer.concat([whole, Buffer.from('x')])],
    ['something before its start', 'damaged', Buffer.concat([Buffer.from('PK'), whole])],
    ['an absolute path', 'path-unsafe', one({ name: '/etc/passwd' })],
    ['a path of another drive', 'path-unsafe', one({ name: 'C:/pack.yaml' })],
    ['a path that leads out', 'path-unsafe', one({ name: 'rules/../../x.yaml' })],
    ['a path that leads out with backslashes', 'path-unsafe', one({ name: '..\\x.yaml' })],
    ['no name', 'path-unsafe', one({ name: '' })],
    ['a name that ends early for some', 'path-unsafe', one({ name: 'pack.yaml\0.exe' })],
    ['a name that is not UTF-8', 'not-utf-8', one({ name: Buffer.from([0xff, 0x2e]), localName: 'x' })],
    ['a text that is not UTF-8', 'not-utf-8', one({ content: Buffer.from([0xff]) })],
    ['a symbolic link', 'not-a-file', one({ mode: 0o120777, content: '/etc/passwd' })],
    ['a device', 'not-a-file', one({ mode: 0o020666 })],
    ['a folder that has content', 'size-false', one({ name: 'rules/', mode: 0o040755 })],
    ['a file that calls itself a folder', 'damaged', one({ mode: 0o040755 })],
    ['an encrypted file', 'encrypted', one({ flags: 1 })],
    ['an encrypted directory', 'encrypted', one({ flags: 0x2000 })],
    ['a way of packing that we do not read', 'method-unknown', one({ method: 14 })],
    ['the same name twice', 'name-double', writeZip([manifest, manifest])],
    ['the same name in capitals', 'name-double', writeZip([manifest, { name: 'PACK.yaml' }])],
    ['another name in front of the content', 'damaged', one({ localName: 'back.yaml' })],
    ['a size that is too small', 'size-false', one({ size: 2 })],
    ['a size that is too large', 'size-false', one({ size: 50 })],
    ['a stored size that is too large', 'size-false', one({ size: 50, stored: true })],
    ['a wrong checksum', 'damaged', one({ checksum: 1 })],
    ['content that does not inflate', 'damaged', one({ packed: Buffer.from('\xff\xff', 'latin1') })],
    ['sizes of a zip64', 'zip64', one({ size: 0xffffffff })],
    ['a place of a zip64', 'zip64', one({ at: 0xffffffff })],
    ['a count of a zip64', 'zip64', writeZip([manifest], { 8: 0xffff, 10: 0xffff })],
    ['several parts', 'zip64', writeZip([manifest], { 4: 1 })],
    ['fewer files than it says', 'damaged', writeZip([manifest], { 8: 2, 10: 2 })],
    ['a place beyond the end', 'damaged', one({ at: 0x7fffffff })],
    [
      'two files in one place',
      'damaged',
      writeZip([manifest, { ...manifest, name: 'b.yaml', localName: 'pack.yaml', at: 0 }]),
    ],
    ['a zip inside', 'archive-within', one({ content: nested })],
    ['a tar.gz inside', 'archive-within', one({ content: Buffer.from(writePackArchive(new Map([['a', '']]))) })],
    ['three megabytes of nothing', 'too-dense', one({ content: megabytes })],
    ['more than a pack may be', 'too-large', one({ content: Buffer.alloc(4 * 1024 * 1024 + 1, 'a') })],
    ['sizes that come to more than a pack may be', 'too-large', one({ size: 0x7fffffff })],
  ])('%s: %s', (_, reason, zip) => {
    expect(refusal(zip)).toBe(reason);
  });

  it('with the marks of a zip64', () => {
    const locator = Buffer.alloc(20);
    locator.write('PK\u0006\u0007', 'latin1');
    expect(refusal(Buffer.concat([whole.subarray(0, -22), locator, whole.subarray(-22)]))).toBe('zip64');
  });

  it('with more than two thousand files', () => {
    expect(refusal(writeZip(Array.from({ length: 2001 }, (_, i) => ({ name: `p${i}` }))))).toBe('too-many-files');
    expect(refusal(writeZip([manifest], { 8: 4001, 10: 4001 }))).toBe('too-many-files');
  });

  it('that says little and would inflate to a gigabyte, without inflating it', () => {
    const bomb = deflateRawSync(Buffer.alloc(256 * 1024 * 1024));
    const memory = process.memoryUsage().arrayBuffers;
    expect(refusal(one({ packed: bomb, size: 1024 }))).toBe('size-false');
    expect(process.memoryUsage().arrayBuffers - memory).toBeLessThan(16 * 1024 * 1024);
  });

  it('larger than any archive of a pack, without being looked into', () => {
    expect(refusal(Buffer.alloc(7 * 1024 * 1024, 'PK'))).toBe('too-large');
  });

  it('whatever bytes it is made of: read or refused, never anything else', () => {
    const zip = writeZip([
      manifest,
      { name: 'rules/', mode: 0o040755, stored: true },
      { name: 'rules/a.yaml', content: '[]' },
    ]);
    const damage = fc.array(fc.tuple(fc.nat(zip.length - 1), fc.nat(255)), { maxLength: 6 });
    fc.assert(
      fc.property(damage, fc.nat(zip.length), (changes, cut) => {
        const damaged = Buffer.from(zip);
        for (const [at, byte] of changes) damaged[at] = byte;
        expect(refusal(damaged)).toMatch(/^[a-z0-9-]+$/);
        expect(refusal(zip.subarray(0, cut))).toMatch(/^[a-z0-9-]+$/);
      }),
      { numRuns: 2000 },
    );
  });
});
