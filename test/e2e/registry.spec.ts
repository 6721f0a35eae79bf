import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newPolicy } from '@samenwerkt/engine';
import { readPackArchive, writePackArchive } from '@samenwerkt/intake';
import { CONTRACT, get, post, remove, send, signed, startPartnership, type Answer } from '../support/client.js';
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

type Files = Map<string, string>;

/** A small pack that is right, under a name and version of its own. */
function pack(name: string, version = '1.0.0', change: (files: Files) => Files = (files) => files): Files {
  const files = new Map(newPolicy(name, '2026-11-22T12:00:00.000Z'));
  const manifest = files.get('pack.yaml') ?? '';
  return change(files.set('pack.yaml', manifest.replace(/^version: .*$/m, `version: ${version}`)));
}

const upload = (files: Files) => send(host, '/rule-packs', writePackArchive(files), 'application/gzip');
const at = (name: string, version = '1.0.0') => `/rule-packs/${name}/versions/${version}`;
const publish = (name: string, version?: string, body = {}) => post(host, `${at(name, version)}/publications`, body);
const withdraw = (name: string, version: string, body: object) => post(host, `${at(name, version)}/withdrawals`, body);
const today = () => new Date().toLocaleDateString('sv', { timeZone: 'Europe/Amsterdam' });
const kind = ({ status, body }: Answer) => `${status} ${String(body.type).split(':').at(-1)}`;

async function start(name: string): Promise<Answer> {
  const facts = { ...CONTRACT, kenmerk: `R-${Math.random()}` };
  const contract = await post(host, '/contracts', { facts });
  return post(host, '/partnerships', { contract: contract.body.id, pack: name });
}

/** A rule with an example that does not come out. */
const withFailingTest = (files: Files): Files =>
  files.set(
    'tests/tests.yaml',
    `- id: VB-T01
  title: { nl: Klein contract, en: Small contract }
  kind: rule
  date: 2026-02-01
  input: { rule: ${/id: (\S+)/.exec(files.get('rules/drempel.yaml') ?? '')?.[1]}, facts: { contract: { waarde: '1.00' } } }
  expected: fulfilled
  standing: assumed
`,
  );

describe('a rule pack that is uploaded', () => {
  it('becomes a concept with its report, starts nothing until it is published, and everything from then on', async () => {
    const uploaded = await upload(pack('begin'));
    expect(uploaded.status).toBe(201);
    expect(uploaded.body).toMatchObject({ outcome: 'added', state: 'concept', uploadedBy: host.member.id });
    expect(uploaded.body.report).toMatchObject({
      publishable: true,
      findings: [{ file: 'CHANGELOG.md', line: 1, severity: 'note', code: 'changelog-behind' }],
      tests: { passed: 2, failed: 0 },
    });
    expect(kind(await start('begin'))).toBe('422 pack-not-published');

    const published = await publish('begin', '1.0.0', { digest: uploaded.body.digest });
    expect([published.status, published.body.state]).toEqual([200, 'gepubliceerd']);
    const started = await start('begin');
    expect(started.status).toBe(201);
    const partnership = await get(host, `/partnerships/${String(started.body.partnership)}`);
    expect(partnership.body.pack).toMatchObject({ name: 'begin', version: '1.0.0', digest: uploaded.body.digest });

    const { body } = await get(host, at('begin'));
    const events = body.events as unknown as { what: string; actor: string }[];
    expect(body.events).toMatchObject(events.map(() => ({ actorName: expect.stringMatching(/^Lid /) })));
    expect(events.map(({ what, actor }) => `${what} ${actor}`)).toEqual([
      `geupload ${host.member.id}`,
      `gepubliceerd ${host.member.id}`,
    ]);
  });

  it('is there once, however often the same is sent; a concept gives way to another of its version', async () => {
    const first = await upload(pack('vaak'));
    expect((await upload(pack('vaak'))).status).toBe(200);
    const second = await upload(pack('vaak', '1.0.0', (files) => files.set('README.md', 'Anders')));
    expect([second.status, second.body.outcome]).toEqual([201, 'replaced']);
    const third = await upload(pack('vaak', '1.0.0', (files) => files.set('records.yaml', '[]')));
    expect(third.body.digest).not.toBe(first.body.digest);
    const late = await publish('vaak', '1.0.0', { digest: first.body.digest });
    expect([kind(late), late.body.digest]).toEqual(['409 pack-changed', third.body.digest]);
  });

  it('does not change any more once it is published: other content needs another version', async () => {
    await upload(pack('vast'));
    await publish('vast');
    const other = await upload(pack('vast', '1.0.0', (files) => files.set('README.md', 'Anders')));
    expect([kind(other), other.body.state]).toEqual(['409 pack-immutable', 'gepubliceerd']);
    expect(other.body.detail).toContain('Verhoog de versie');
    expect((await upload(pack('vast'))).status).toBe(200);
    expect((await publish('vast')).status).toBe(200);
    const deleted = await remove(host, at('vast'));
    expect([kind(deleted), deleted.body.state]).toEqual(['409 pack-state-conflict', 'gepubliceerd']);
  });

  it('that does not load is refused with every fault at its file and line, and nothing of it is kept', async () => {
    const faulty = (files: Files) =>
      files.set('rules/a.yaml', '- id: fout\n').set('records.yaml', '\n- onzin: 1\n').set('leeg.txt', '');
    const answer = await upload(pack('kapot', '1.0.0', faulty));
    expect(kind(answer)).toBe('422 pack-invalid');
    const problems = answer.body.problems as unknown as { file: string; line: number; nl: string; en: string }[];
    expect(new Set(problems.map(({ file }) => file))).toEqual(new Set(['rules/a.yaml', 'records.yaml', 'leeg.txt']));
    expect(problems.find(({ file }) => file === 'records.yaml')?.line).toBe(2);
    expect(problems.every(({ nl, en }) => nl !== '' && en !== '')).toBe(true);
    expect((await get(host, at('kapot'))).status).toBe(404);
  });

  it('is not published with a test that fails: the report says what was expected and found', async () => {
    const uploaded = await upload(pack('faalt', '1.0.0', withFailingTest));
    expect([uploaded.status, uploaded.body.report?.publishable]).toEqual([201, false]);
    const refused = await publish('faalt');
    expect(kind(refused)).toBe('422 pack-not-publishable');
    expect(refused.body.report?.tests).toMatchObject({
      failed: 1,
      results: expect.arrayContaining([
        expect.objectContaining({ id: 'VB-T01', expected: 'fulfilled', found: 'notApplicable' }),
      ]),
    });
    expect((await get(host, at('faalt'))).body.state).toBe('concept');
  });

  it('is not published under a number that is not higher than what is published', async () => {
    await upload(pack('omhoog', '1.10.0'));
    await publish('omhoog', '1.10.0');
    await upload(pack('omhoog', '1.9.0'));
    const refused = await publish('omhoog', '1.9.0');
    expect([kind(refused), refused.body.newest]).toEqual(['422 pack-version-not-higher', '1.10.0']);
  });

  it('is not published by a request without a body, which a page elsewhere could have sent', async () => {
    await upload(pack('stil'));
    const answer = await fetch(`${host.api}${at('stil')}/publications`, { method: 'POST', headers: signed(host) });
    expect(answer.status).toBe(415);
    expect((await get(host, at('stil'))).body.state).toBe('concept');
  });

  it('is deleted as a concept; then it is gone', async () => {
    await upload(pack('weg'));
    const seen = 'f'.repeat(64);
    expect(kind(await remove(host, `${at('weg')}?digest=${seen}`))).toBe('409 pack-changed');
    expect((await remove(host, at('weg'))).status).toBe(204);
    expect((await remove(host, at('weg'))).status).toBe(404);
    expect((await get(host, at('weg'))).status).toBe(404);
  });

  it('is listed by state', async () => {
    await upload(pack('lijst'));
    const { body } = await get(host, '/rule-packs?state=concept');
    const items = body.items as unknown as { name: string; state: string }[];
    expect(items.map(({ name }) => name)).toContain('lijst');
    expect(new Set(items.map(({ state }) => state))).toEqual(new Set(['concept']));
    expect((await get(host, '/rule-packs?state=klaar')).status).toBe(400);
  });

  it('is fetched as the archive it can be made of again, and compared in words', async () => {
    const changed = (files: Files) => {
      const path = 'parameters/drempelContractwaarde.yaml';
      return files.set(path, (files.get(path) ?? '').replace("'100000.00'", "'50000.00'"));
    };
    await upload(pack('ophalen'));
    await upload(pack('ophalen', '2.0.0', changed));
    const answers = await Promise.all(
      [1, 2].map(() => fetch(`${host.api}${at('ophalen')}/archive`, { headers: signed(host) })),
    );
    const [one, two] = await Promise.all(answers.map(async (answer) => Buffer.from(await answer.arrayBuffer())));
    expect(one).toEqual(two);
    expect(one).toEqual(Buffer.from(writePackArchive(pack('ophalen'))));
    expect(readPackArchive(one ?? Buffer.alloc(0))).toEqual(pack('ophalen'));
    const { body } = await get(host, `${at('ophalen', '2.0.0')}/differences?from=1.0.0`);
    expect(body.changes).toEqual([expect.objectContaining({ subject: 'drempelContractwaarde', level: 'major' })]);
    expect(body.advice).toMatchObject({ enough: true });
    expect((await get(host, `${at('ophalen')}/differences`)).status).toBe(400);
    expect((await get(host, `${at('ophalen')}/differences?from=7.0.0`)).status).toBe(404);
  });
});

describe('a version that is withdrawn', () => {
  it('starts nothing any more and says what takes its place; what runs goes on under it', async () => {
    await upload(pack('oud'));
    await upload(pack('opvolger'));
    await Promise.all([publish('oud'), publish('opvolger')]);
    const id = await startPartnership(host, { pack: 'oud' });
    const body = { endsOn: today(), replacedBy: { name: 'opvolger', version: '1.0.0' }, reason: 'Nieuw college' };
    const withdrawn = await withdraw('oud', '1.0.0', body);
    expect([withdrawn.status, withdrawn.body.state]).toEqual([200, 'vervallen']);
    expect((await withdraw('oud', '1.0.0', body)).body).toEqual(withdrawn.body);

    const refused = await start('oud');
    expect(kind(refused)).toBe('422 pack-ended');
    expect(refused.body.detail).toContain('(Nieuw college)');
    expect(refused.body.detail).toContain('Gebruik opvolger 1.0.0');
    expect(refused.body.replacedBy).toEqual({ name: 'opvolger', version: '1.0.0' });
    expect((await get(host, `/partnerships/${id}/options`)).status).toBe(200);
    const paused = await post(host, `/partnerships/${id}/transitions`, {
      event: 'opschorten',
      data: { reden: 'verbouwing' },
    });
    expect(paused.status).toBe(200);
    expect((await get(host, `/partnerships/${id}`)).body.pack).toMatchObject({ name: 'oud', version: '1.0.0' });
    expect(kind(await publish('oud'))).toBe('409 pack-state-conflict');
  });

  it('on a later day is still in use until then; two tabs do not overrule one another', async () => {
    await upload(pack('later'));
    await publish('later');
    const [one, two] = await Promise.all(
      ['2998-01-01', '2999-01-01'].map((endsOn) => withdraw('later', '1.0.0', { endsOn, reason: 'Nieuw beleid' })),
    );
    expect([one?.status, two?.status].sort()).toEqual([200, 409]);
    const [kept, refused] = one?.status === 200 ? [one, two] : [two, one];
    expect(refused?.body).toMatchObject({ state: 'gepubliceerd', endsOn: kept?.body.endsOn });
    expect((await start('later')).status).toBe(201);
  });

  it.each<[string, object, string]>([
    ['on a day that has been', { endsOn: '2020-01-01', reason: 'x' }, '422 data-invalid'],
    ['on no day', { endsOn: '2999-02-30', reason: 'x' }, '422 data-invalid'],
    ['without a reason', { endsOn: '2999-01-01' }, '400 request-invalid'],
    ['for itself', { endsOn: '2999-01-01', reason: 'x', replacedBy: { version: '1.0.0' } }, '422 data-invalid'],
    ['for what is not there', { endsOn: '2999-01-01', reason: 'x', replacedBy: { version: '8.0.0' } }, '404 not-found'],
    ['with an unknown field', { endsOn: '2999-01-01', reason: 'x', waarom: 'y' }, '400 request-invalid'],
  ])('is not withdrawn %s', async (_, body, expected) => {
    await upload(pack('blijft'));
    await publish('blijft');
    expect(kind(await withdraw('blijft', '1.0.0', body))).toBe(expected);
    expect((await get(host, at('blijft'))).body.endsOn).toBeNull();
  });
});

describe('the packs that come with the program', () => {
  it('are published, loaded by the program, and stay withdrawn after a restart', async () => {
    const { folder, dispose } = temporaryFolder();
    const first = await startHost(folder);
    const { body } = await get(first, at('haaglanden', '1.1.0'));
    expect(body).toMatchObject({ state: 'gepubliceerd', publishedBy: 'programma' });
    await post(first, `${at('haaglanden', '1.1.0')}/withdrawals`, { endsOn: today(), reason: 'Eigen beleid' });
    await stopHost(first);
    const second = await startHost(folder);
    expect((await get(second, at('haaglanden', '1.1.0'))).body.state).toBe('vervallen');
    await stopHost(second);
    dispose();
  });
});
