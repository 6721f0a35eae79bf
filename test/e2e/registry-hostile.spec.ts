import { randomBytes } from 'node:crypto';
import { crc32, deflateRawSync, gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newPolicy } from '@samenwerkt/engine';
import { writePackArchive } from '@samenwerkt/intake';
import { get, post, send, type Answer } from '../support/client.js';
import { startHost, stopHost, temporaryFolder, type RunningHost } from '../support/host.js';

const place = temporaryFolder();
let host: RunningHost;

beforeAll(async () => {
  host = await startHost(place.folder);
});
afterAll(async () => {
  await stopHost(host);
  place.dispose();
});

const GZIP = 'application/gzip';
const ZIP = 'application/zip';
const MEGABYTE = 1024 * 1024;

/** A tar.gz of one file, with another name, type or target in its header. */
function tar(header: Readonly<Record<number, string>>): Buffer {
  const plain = gunzipSync(writePackArchive(new Map([['pack.yaml', 'name: x\n']])));
  for (const [at, text] of Object.entries(header)) plain.write(text, Number(at), 'latin1');
  plain.fill(' ', 148, 156);
  const sum = plain.subarray(0, 512).reduce((total, byte) => total + byte, 0);
  plain.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return gzipSync(plain);
}

/** A zip of one file; its mode, and the size it says it has, may be other than they are. */
function zip(name: string, content: Buffer, { mode = 0o100644, size = content.length } = {}): Buffer {
  const packed = deflateRawSync(content);
  const shared = Buffer.alloc(26);
  shared.writeUInt16LE(20, 0);
  shared.writeUInt16LE(8, 4);
  shared.writeUInt32LE(crc32(content), 10);
  shared.writeUInt32LE(packed.length, 14);
  shared.writeUInt32LE(size, 18);
  shared.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), shared, Buffer.from(name), packed]);
  const attributes = Buffer.alloc(14);
  attributes.writeUInt16LE(mode, 8);
  const central = Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0003'), shared, attributes, Buffer.from(name)]);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
}

/** A pack that is right but for one file. */
function packWith(path: string, text: string): Uint8Array {
  return writePackArchive(new Map(newPolicy('vijandig', '2026-11-22T12:00:00.000Z')).set(path, text));
}

/** Sends something hostile; afterwards the host must stand as it stood. */
async function unharmed(attack: () => Promise<Answer>): Promise<Answer> {
  const { body } = await get(host, '/rule-packs');
  const answer = await attack();
  expect((await get(host, '/rule-packs')).body).toEqual(body);
  expect((await fetch(`${host.url}/health/live`)).status).toBe(200);
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  expect(String(answer.body.detail).length).toBeGreaterThan(10);
  return answer;
}

describe('a hostile archive is refused with the reason, keeps nothing, and leaves the host up:', () => {
  const table = Buffer.from('- { from: 2026-01-01, value: 1 }\n'.repeat((100 * MEGABYTE) / 33));

  it.each<[string, string, () => Buffer, string]>([
    [
      'a bomb of a gigabyte',
      'too-large',
      () => Buffer.concat(Array(1024).fill(gzipSync(Buffer.alloc(MEGABYTE)))),
      GZIP,
    ],
    ['a table of 100 MB', 'too-large', () => gzipSync(table), GZIP],
    ['a table of 100 MB in a zip', 'too-large', () => zip('parameters/x.yaml', table), ZIP],
    ['a table that lies about its size', 'size-false', () => zip('parameters/x.yaml', table, { size: 1000 }), ZIP],
    ['a path that leads out', 'path-unsafe', () => tar({ 0: '../../etc/cron.d/x\0' }), GZIP],
    ['a path that leads out of a zip', 'path-unsafe', () => zip('../../x.yaml', Buffer.from('x')), ZIP],
    ['an absolute path', 'path-unsafe', () => tar({ 0: '/etc/passwd\0' }), GZIP],
    ['a symbolic link', 'not-a-file', () => tar({ 156: '2', 157: '/etc/passwd' }), GZIP],
    ['a hard link', 'not-a-file', () => tar({ 156: '1', 157: '/etc/passwd' }), GZIP],
    ['a link in a zip', 'not-a-file', () => zip('pack.yaml', Buffer.from('/etc/passwd'), { mode: 0o120777 }), ZIP],
    ['a zip in a zip', 'archive-within', () => zip('pack.yaml', zip('pack.yaml', Buffer.from('x'))), ZIP],
    ['nothing', 'not-an-archive', () => Buffer.alloc(0), GZIP],
    ['junk', 'not-an-archive', () => Buffer.concat([Buffer.from('x'), randomBytes(5 * MEGABYTE)]), GZIP],
    [
      'junk that begins as a tar.gz',
      'damaged',
      () => Buffer.from('\x1f\x8b\x08\0\0\0\0\0\0\0\xff\xff\xff', 'latin1'),
      GZIP,
    ],
    ['junk that begins as a zip', 'truncated', () => Buffer.concat([Buffer.from('PK'), randomBytes(MEGABYTE)]), ZIP],
  ])('%s', async (_, reason, bytes, type) => {
    const answer = await unharmed(() => send(host, '/rule-packs', bytes(), type));
    expect(answer.body).toMatchObject({ status: 422, type: 'urn:samenwerkt:problem:pack-archive-refused', reason });
  });

  it.each<[string, string, string, string]>([
    ['lists nested a hundred thousand deep', 'rules/x.yaml', '['.repeat(100_000), 'too-deep'],
    ['mappings nested ten thousand deep', 'records.yaml', '- '.repeat(10_000), 'too-deep'],
    ['an alias that grows', 'records.yaml', '- &a [x]\n- *a\n', 'yaml-anchor'],
    ['a file beyond all files', 'rules/x.yaml', '# \n'.repeat(200_000), 'file-too-large'],
    ['a program', 'index.js', 'process.exit()', 'file-unexpected'],
  ])('%s', async (_, path, text, code) => {
    const answer = await unharmed(() => send(host, '/rule-packs', packWith(path, text), GZIP));
    expect(answer.body).toMatchObject({ status: 422, type: 'urn:samenwerkt:problem:pack-invalid' });
    expect(answer.body.problems).toEqual(
      expect.arrayContaining([expect.objectContaining({ file: path, code, nl: expect.any(String) })]),
    );
  });

  it('a body larger than any archive of a pack', async () => {
    const answer = await unharmed(() => send(host, '/rule-packs', randomBytes(7 * MEGABYTE), ZIP));
    expect(answer.status).toBe(413);
    expect(answer.body.detail).toContain('6 MB');
  });

  it('something that is no archive by its own word', async () => {
    const json = await unharmed(() => post(host, '/rule-packs', { files: {} }));
    expect([json.status, json.body.type]).toEqual([415, 'urn:samenwerkt:problem:archive-misplaced']);
    expect((await unharmed(() => send(host, '/rule-packs', Buffer.from('x'), 'text/plain'))).status).toBe(415);
  });

  it('an archive where none belongs', async () => {
    const answer = await unharmed(() => send(host, '/contracts', gzipSync('x'), GZIP));
    expect([answer.status, answer.body.type]).toEqual([415, 'urn:samenwerkt:problem:archive-misplaced']);
  });
});
