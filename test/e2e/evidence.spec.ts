import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { get, post, send, signed } from '../support/client.js';
import { samenwerkt } from '../support/command-line.js';
import { startHost, stopHost, temporaryFolder, type RunningHost } from '../support/host.js';

const place = temporaryFolder();
let host: RunningHost;
let partnership = '';
let sequence = 0;
beforeAll(async () => {
  host = await startHost(place.folder, { SEED: 'demo' });
  // A partnership of the demo with a yearly statement on record.
  const { items } = (await get(host, '/partnerships?state=monitoring&limit=100')).body as unknown as {
    items: { id: string }[];
  };
  for (const { id } of items) {
    const history = (await get(host, `/partnerships/${id}/history`)).body.items as unknown as Event[];
    const found = history.find(({ event }) => event === 'jaaropgaveOntvangen');
    if (found) [partnership, sequence] = [id, found.sequence];
  }
});
afterAll(async () => {
  await stopHost(host);
  place.dispose();
});

interface Event {
  readonly event: string;
  readonly sequence: number;
}
interface Evidence {
  readonly items: readonly {
    id: string;
    sequence: number;
    kind: string;
    seenBy: string;
    withdrawnBecause: string | null;
  }[];
  readonly unseen: readonly { sequence: number; kind: string; title: string }[];
}

const evidence = async () => (await get(host, `/partnerships/${partnership}/evidence`)).body as unknown as Evidence;
const unseen = async () => (await evidence()).unseen.filter((one) => one.sequence === sequence).map(({ kind }) => kind);
const attest = (over: object = {}) =>
  post(host, `/partnerships/${partnership}/evidence`, {
    ...{ sequence, kind: 'jaaropgave', seenBy: 'Anna de Vries', seenOn: '2026-01-05' },
    ...over,
  });

describe('evidence of an event', () => {
  it('is asked by the rule pack, and on record once somebody saw it', async () => {
    expect(await unseen()).toEqual(['jaaropgave', 'bewijsOpVerzoek', 'assurance']);
    const { status, body } = await attest();
    expect([status, body]).toMatchObject([
      201,
      {
        ...{
          sequence,
          event: 'jaaropgaveOntvangen',
          kind: 'jaaropgave',
          seenBy: 'Anna de Vries',
          seenOn: '2026-01-05',
        },
        title: expect.stringContaining('Jaaropgave'),
      },
    ]);
    expect(await unseen()).toEqual(['bewijsOpVerzoek', 'assurance']);
    expect((await attest()).status).toBe(409);
    const { items } = (await get(host, '/audit-log?action=evidence.attested')).body;
    expect(items).toMatchObject([
      { subject: { id: partnership }, details: { evidence: 'jaaropgave', seenBy: 'Anna de Vries' } },
    ]);
  });

  it.each([
    [{ kind: 'foto' }, 422, '/kind'],
    [{ seenOn: '2999-01-01' }, 422, '/seenOn'],
    [{ seenOn: 'gisteren' }, 422, '/seenOn'],
    [{ kind: 'anders' }, 422, '/note'],
    [{ sequence: 9999 }, 422, '/sequence'],
    [{ sequence: 1.5 }, 400, '/sequence'],
    [{ seenBy: undefined }, 400, '/seenBy'],
    [{ note: 'BSN 111222333' }, 422, '/note'],
  ])('is refused as %j, naming the field', async (over, status, path) => {
    const before = await evidence();
    expect(await attest(over)).toMatchObject({ status, body: { errors: [{ path }] } });
    expect(await evidence()).toEqual(before);
  });

  it('can be withdrawn, and still shows with the reason', async () => {
    const id = (await evidence()).items[0]?.id ?? '';
    const withdraw = (reason: string) =>
      post(host, `/partnerships/${partnership}/evidence/${id}/withdrawals`, { reason });
    expect((await withdraw(' ')).status).toBe(422);
    expect((await withdraw('ander contract')).body).toMatchObject({ id, withdrawnBecause: 'ander contract' });
    expect((await withdraw('nog eens')).status).toBe(409);
    expect((await evidence()).items).toMatchObject([{ id, withdrawnBecause: 'ander contract' }]);
    expect(await unseen()).toContain('jaaropgave');
  });

  it('is kept on the command line as well', () => {
    const run = (...more: string[]) => samenwerkt(place.folder, 'evidence', ...more);
    const told = run(
      'attest',
      partnership,
      '--sequence',
      String(sequence),
      '--kind',
      'assurance',
      '--seen-by',
      'Bas Bakker',
      '--on',
      '2026-01-06',
    );
    const [id = ''] = /[0-9a-f-]{36}/.exec(told.out) ?? [];
    expect(run('list', partnership).out).toMatch(/Assurance.*, gezien door Bas Bakker, 2026-01-06/);
    expect(run('withdraw', partnership, id, '--reason', 'proef').out).toContain('Ingetrokken');
    expect(run('list', partnership).out).toMatch(/Bas Bakker, 2026-01-06 {2}ingetrokken: proef/);
  });

  it('may have files with it, which are read, leave a line, and can be destroyed', async () => {
    const { body } = await attest({ kind: 'bewijsOpVerzoek' });
    const path = `/partnerships/${partnership}/evidence/${String(body.id)}/files`;
    const content = Buffer.from('%PDF-1.7 een overzicht');
    const added = await send(host, path, content, 'application/pdf');
    expect([added.status, added.body]).toMatchObject([201, { type: 'application/pdf', bytes: content.length }]);
    const file = `${path}/${String(added.body.id)}`;
    const fetched = await fetch(`${host.api}${file}`, { headers: signed(host) });
    expect([fetched.headers.get('content-type'), fetched.headers.get('x-content-type-options')]).toEqual([
      'application/pdf',
      'nosniff',
    ]);
    expect(fetched.headers.get('content-disposition')).toMatch(/^attachment; filename="bewijs-[0-9a-f-]{36}\.pdf"$/);
    expect(Buffer.from(await fetched.arrayBuffer())).toEqual(content);
    const read = (await get(host, '/audit-log?action=evidence.file-read')).body.items;
    expect(read).toMatchObject([{ subject: { id: partnership }, details: { file: String(added.body.id) } }]);
    expect((await post(host, `${file}/removals`, { reason: 'niet nodig' })).status).toBe(200);
    expect((await get(host, file)).status).toBe(404);
    expect((await evidence()).items.at(-1)).toMatchObject({ files: [{ removedBecause: 'niet nodig' }] });
  });

  it.each([
    ['a web page that is called a PDF', '<html></html>', 'application/pdf', 422],
    ['a program', 'MZ', 'application/octet-stream', 415],
    ['a JSON body', '{}', 'application/json', 415],
    ['a file that is too large', '%PDF-'.padEnd(5 * 1024 * 1024 + 1), 'application/pdf', 422],
    ['a file that is far too large', '%PDF-'.padEnd(7 * 1024 * 1024), 'application/pdf', 413],
  ])('has no files that are %s', async (_, content, type, status) => {
    const id = (await evidence()).items.at(-1)?.id ?? '';
    const path = `/partnerships/${partnership}/evidence/${id}/files`;
    const before = await evidence();
    expect((await send(host, path, Buffer.from(content), type)).status).toBe(status);
    expect(await evidence()).toEqual(before);
  });

  it('takes files on the command line, and nowhere else in the API', async () => {
    const [bewijs, source, copy] = [(await evidence()).items.at(-1)?.id ?? '', 'bewijs.png', 'kopie.png'].map(
      (name, index) => (index === 0 ? name : join(place.folder, name)),
    ) as [string, string, string];
    writeFileSync(source, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2]));
    const run = (...more: string[]) => samenwerkt(place.folder, 'evidence', ...more);
    const [id = ''] = /[0-9a-f-]{36}/.exec(run('attach', partnership, bewijs, source).out) ?? [];
    expect(run('fetch', partnership, bewijs, id, '--out', copy).out).toContain(copy);
    expect(readFileSync(copy)).toEqual(readFileSync(source));
    expect(run('remove', partnership, bewijs, id, '--reason', 'proef').out).toContain('Vernietigd');
    expect(run('list', partnership).out).toContain('image/png, verwijderd: proef');
    expect((await send(host, '/contracts', Buffer.from('%PDF-'), 'application/pdf')).status).toBe(415);
  });

  it('is part of what somebody gets about themselves', async () => {
    const [anna] = (await get(host, '/data-subjects?name=Anna%20de%20Vries')).body.items as unknown as { id: string }[];
    const { body } = await get(host, `/data-subjects/${anna?.id}/export`);
    const seen = { partnership, sequence, seenOn: '2026-01-05' };
    expect(body.evidence).toMatchObject([
      { ...seen, kind: 'jaaropgave' },
      { ...seen, kind: 'bewijsOpVerzoek' },
    ]);
    expect(samenwerkt(place.folder, 'subjects', 'export', anna?.id ?? '').out).toMatch(/Bewijs gezien:\n.*jaaropgave/);
  });
});
