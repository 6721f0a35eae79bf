import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { loadPolicy } from '@samenwerkt/engine';
import fc from 'fast-check';
import { checksumOf } from './archive-limits.js';
import { readPackArchive } from './archive-read.js';
import { type PackArchiveRefused } from './archive-refused.js';
import { writePackArchive } from './archive-write.js';
import { readPackFolder } from './pack-folder.js';

const shipped = fileURLToPath(new URL('../../../../rule-packs', import.meta.url));
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** A tar of one file, with bytes of its header overwritten and its checksum made right again. */
function tarWith(changes: Readonly<Record<number, string>>, content = 'a: 1\n'): Buffer {
  const tar = gunzipSync(writePackArchive(new Map([['pack.yaml', content]])));
  for (const [at, text] of Object.entries(changes)) tar.write(text, Number(at), 'latin1');
  const header = tar.subarray(0, 512);
  header.write(`${checksumOf(header).toString(8).padStart(6, '0')}\0 `, 148);
  return tar;
}

const named = (name: string): Buffer => tarWith({ 0: name.padEnd(100, '\0') });
const twice = (first: Buffer, second: Buffer): Buffer => Buffer.concat([first.subarray(0, 1024), second]);

function refusal(bytes: Uint8Array): string {
  try {
    readPackArchive(bytes);
    return 'read';
  } catch (error) {
    return (error as PackArchiveRefused).reason;
  }
}

describe('an archive of a pack', () => {
  it('is the same for the same files, whatever their order or line ends, on every machine', () => {
    const files = new Map([
      ['pack.yaml', 'a: 1\nb: 2\n'],
      ['rules/a.yaml', 'c'],
    ]);
    const other = new Map([...files].reverse().map(([path, text]) => [path, text.replaceAll('\n', '\r\n')]));
    expect(writePackArchive(other)).toEqual(writePackArchive(files));
    expect(sha256(writePackArchive(files))).toBe('e1229ddf57ee4f142081650efb7aae8f62031f0b5c43bb09f9003693433d54c6');
  });

  it.each(['basis', 'utrecht-bouwblokken'])('of %s gives back the same pack', (name) => {
    const files = readPackFolder(join(shipped, name));
    const back = readPackArchive(writePackArchive(files));
    expect(back).toEqual(files);
    expect(loadPolicy(back).ref).toEqual(loadPolicy(files).ref);
  });

  it('gives back whatever files went in', () => {
    const step = fc.stringMatching(/^[A-Za-z0-9_é-]{1,30}$/);
    const path = fc.array(step, { minLength: 1, maxLength: 7 }).map((steps) => `${steps.join('/')}.yaml`);
    const text = fc.string({ unit: 'binary', maxLength: 1500 }).map((one) => one.replaceAll('\r', ''));
    const files = fc.uniqueArray(fc.tuple(path, text), { selector: ([name]) => name.toLowerCase(), maxLength: 8 });
    fc.assert(
      fc.property(files, (entries) => {
        const sorted = entries.sort(([a], [b]) => (a < b ? -1 : 1));
        expect([...readPackArchive(writePackArchive(new Map(sorted)))]).toEqual(sorted);
      }),
    );
  });

  it('of more than one stored block is read back too', () => {
    const files = new Map([['README.md', 'é'.repeat(100_000)]]);
    expect(readPackArchive(writePackArchive(files))).toEqual(files);
  });

  it('may hold folders, and names that begin with ./, as tar itself makes them', () => {
    const folder = tarWith({ 0: './rules/\0', 124: '00000000000\0', 156: '5' }, '').subarray(0, 512);
    const archive = gzipSync(Buffer.concat([folder, named('./pack.yaml')]));
    expect([...readPackArchive(archive).keys()]).toEqual(['pack.yaml']);
  });

  it('is not made of a path or a pack that does not fit', () => {
    const write =
      (path: string, text = '') =>
      () =>
        writePackArchive(new Map([[path, text]]));
    expect(write(`${'a'.repeat(101)}.yaml`)).toThrow(/too long/);
    expect(write('README.md', 'a'.repeat(4 * 1024 * 1024 + 1))).toThrow(/4 MB/);
    expect(() => writePackArchive(new Map(Array.from({ length: 2001 }, (_, i) => [`${i}`, ''])))).toThrow(/2000/);
  });
});

describe('a hostile archive is refused', () => {
  const whole = writePackArchive(new Map([['pack.yaml', 'a: 1\n']]));
  const flipped = Buffer.from(whole);
  flipped.writeUInt8((flipped.at(20) ?? 0) ^ 1, 20);

  it.each<[string, string, Uint8Array]>([
    ['not an archive at all', 'not-an-archive', Buffer.from('name: proef\n')],
    ['nothing', 'not-an-archive', Buffer.alloc(0)],
    ['another archive inside', 'archive-within', gzipSync(tarWith({}, 'PK\u0003\u0004 and so on'))],
    ['gzip of something else', 'not-an-archive', gzipSync(Buffer.alloc(1024, 'x'))],
    ['an absolute path', 'path-unsafe', gzipSync(named('/etc/passwd'))],
    ['a path of another drive', 'path-unsafe', gzipSync(named('C:/pack.yaml'))],
    ['a path that leads out', 'path-unsafe', gzipSync(named('rules/../../x.yaml'))],
    ['a path that leads out with backslashes', 'path-unsafe', gzipSync(named('..\\x.yaml'))],
    ['a path with an empty step', 'path-unsafe', gzipSync(named('rules//x.yaml'))],
    ['a name that rings the bell', 'path-unsafe', gzipSync(named('a\u0007.yaml'))],
    ['no name', 'path-unsafe', gzipSync(named(''))],
    ['a prefix that leads out', 'path-unsafe', gzipSync(tarWith({ 345: '..' }))],
    ['a hard link', 'not-a-file', gzipSync(tarWith({ 156: '1' }))],
    ['a symbolic link', 'not-a-file', gzipSync(tarWith({ 156: '2', 157: '/etc/passwd' }))],
    ['a character device', 'not-a-file', gzipSync(tarWith({ 156: '3' }))],
    ['a block device', 'not-a-file', gzipSync(tarWith({ 156: '4' }))],
    ['a pipe', 'not-a-file', gzipSync(tarWith({ 156: '6' }))],
    ['an extended header', 'not-a-file', gzipSync(tarWith({ 156: 'x' }))],
    ['the same name twice', 'name-double', gzipSync(twice(named('a.yaml'), named('a.yaml')))],
    ['the same name in capitals', 'name-double', gzipSync(twice(named('a.yaml'), named('A.yaml')))],
    ['a name that is not UTF-8', 'not-utf-8', gzipSync(named('\xff\xfe.yaml'))],
    ['a text that is not UTF-8', 'not-utf-8', gzipSync(Buffer.from(tarWith({ 512: '\xff' })))],
    ['a size that is no number', 'damaged', gzipSync(tarWith({ 124: 'x' }))],
    ['a size in binary', 'damaged', gzipSync(tarWith({ 124: '\x80\0\0\0\0\0\0\0\0\0\0\x05' }))],
    ['a size beyond the end', 'truncated', gzipSync(tarWith({ 124: '00000077777\0' }))],
    ['a size beyond all packs', 'too-large', gzipSync(tarWith({ 124: '77777777777\0' }))],
    ['bytes changed within', 'damaged', flipped],
    ['a wrong checksum', 'damaged', gzipSync(Buffer.from(named('a.yaml')).fill('0', 100, 107).fill('7', 108, 109))],
    ['something after the end', 'damaged', gzipSync(Buffer.concat([named('a.yaml'), Buffer.from('x')]))],
    ['no end', 'truncated', gzipSync(named('a.yaml').subarray(0, 1024))],
    ['half an archive', 'truncated', whole.subarray(0, whole.length - 300)],
  ])('%s: %s', (_, reason, archive) => {
    expect(refusal(archive)).toBe(reason);
  });

  it('with more than two thousand files', () => {
    const one = (i: number) => tarWith({ 0: `p${i}`.padEnd(100, '\0'), 124: '00000000000\0' }, '').subarray(0, 512);
    const many = Buffer.concat([...Array.from({ length: 2001 }, (_, i) => one(i)), Buffer.alloc(1024)]);
    expect(refusal(gzipSync(many))).toBe('too-many-files');
  });

  it('that would inflate to a gigabyte, without inflating it', () => {
    const megabyte = Buffer.alloc(1024 * 1024);
    const bomb = Buffer.concat(Array.from({ length: 1024 }, () => gzipSync(megabyte)));
    const [memory, start] = [process.memoryUsage().arrayBuffers, performance.now()];
    expect(refusal(bomb)).toBe('too-large');
    expect(performance.now() - start).toBeLessThan(1500);
    expect(process.memoryUsage().arrayBuffers - memory).toBeLessThan(64 * 1024 * 1024);
  });

  it('whatever bytes it is made of: read or refused, never anything else', () => {
    const tar = tarWith({});
    const damage = fc.array(fc.tuple(fc.nat(tar.length - 1), fc.nat(255)), { maxLength: 6 });
    fc.assert(
      fc.property(damage, fc.nat(whole.length), (changes, cut) => {
        const damaged = Buffer.from(tar);
        for (const [at, byte] of changes) damaged[at] = byte;
        expect(refusal(gzipSync(damaged))).toMatch(/^[a-z0-9-]+$/);
        expect(refusal(whole.subarray(0, cut))).toMatch(/^[a-z0-9-]+$/);
      }),
    );
  });

  it('saying so without showing what a name could do to a terminal', () => {
    try {
      readPackArchive(gzipSync(named('../\u001b[2J')));
    } catch (error) {
      expect((error as PackArchiveRefused).text.nl).toMatch(/^'\.\.\/\?\[2J' wijst buiten het pakket/);
    }
    expect.assertions(1);
  });
});
