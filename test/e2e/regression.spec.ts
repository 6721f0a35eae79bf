import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sampleData } from '@samenwerkt/engine';
import { readPackFolder } from '@samenwerkt/intake';
import { fire, get, post, startPartnership, type Answer } from '../support/client.js';
import { samenwerkt } from '../support/command-line.js';
import { tamper } from '../support/database.js';
import { ROOT, startHost, stopHost, temporaryFolder, type RunningHost } from '../support/host.js';

const UTRECHT = 'utrecht-bouwblokken';
const THRESHOLD = 'parameters/drempelContractwaarde.yaml';
const place = temporaryFolder();

let host: RunningHost;
/** A partnership on a contract of € 80,000 for which social return was left out: allowed, under the threshold. */
let small: string;

beforeAll(async () => {
  host = await startHost(place.folder, { SEED: 'demo' });
  small = await startPartnership(host, { kenmerk: 'KLEIN-1', facts: { waarde: '80000.00' } });
  const road = ['principebesluitNemen', 'werkgroepInstellen', 'doelstellingenVaststellen', 'actieplanVaststellen'];
  const tender = ['routeKiezen', 'inventarisatieAfronden', 'inkoopstrategieKiezen', 'toepassingBepalen'];
  const instead: Record<string, object> = {
    routeKiezen: { route: 'aanbesteding' },
    toepassingBepalen: { toepassen: false },
  };
  for (const event of [...road, ...tender]) {
    const { status, body } = await fire(host, small, event, {
      ...sampleData('stappenplan-2020', event),
      ...instead[event],
    });
    expect([event, status, body.reasons]).toEqual([event, 200, undefined]);
  }
});
afterAll(async () => {
  await stopHost(host);
  place.dispose();
});

/** The files of a shipped pack, Utrecht's with another threshold when one is given. */
function files(pack = UTRECHT, threshold = '100000.00'): Record<string, string> {
  const found = readPackFolder(join(ROOT, 'rule-packs', pack));
  const dated = found.get(THRESHOLD);
  if (dated !== undefined) found.set(THRESHOLD, dated.replace('100000.00', threshold));
  return Object.fromEntries(found);
}

const paths = (pack: string) => `/rule-packs/${pack}/regressions`;
const begin = (body: object, pack = UTRECHT) => post(host, paths(pack), body);

/** The end of a regression. */
async function finished(started: Answer, pack = UTRECHT): Promise<Answer['body']> {
  expect(started.status).toBe(202);
  for (;;) {
    const { body } = await get(host, `${paths(pack)}/${String(started.body.id)}`);
    if (String(body.state) !== 'running') return body;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const whole = async (body: object, pack = UTRECHT) => finished(await begin(body, pack), pack);

describe('a policy regression over the demo', () => {
  it('finds no difference when the candidate says the same', async () => {
    const counts = { refused: { partnerships: 0, events: 0 }, warned: { partnerships: 0, events: 0 } };
    const utrecht = await whole({ candidate: { files: files() } });
    const basis = await whole({ candidate: { files: files('basis') } }, 'basis');
    expect(utrecht).toMatchObject({ state: 'done', findings: { ...counts, judged: 3 + 1 } });
    expect(basis).toMatchObject({ state: 'done', findings: { ...counts, judged: 34 } });
    expect(await whole({ version: '1.2.0' })).toMatchObject({ state: 'done', findings: counts });
  });

  it('names partnership, event, rule and parameter when a lower threshold would have refused an event', async () => {
    const { findings } = await whole({ candidate: { files: files(UTRECHT, '50000.00') } });
    expect(findings).toMatchObject({ judged: 4, refused: { partnerships: 1, events: 1 } });
    expect(findings?.refusals).toMatchObject([
      {
        partnership: small,
        kenmerk: 'KLEIN-1',
        firstRefused: {
          event: 'toepassingBepalen',
          sequence: 9,
          causes: [
            {
              id: 'UT-02',
              was: 'notApplicable',
              now: 'notFulfilled',
              message: 'Bij deze contractwaarde vraagt de gemeente social return uit.',
              parameters: [
                {
                  name: 'drempelContractwaarde',
                  was: { value: '100000.00', validFrom: '2015-01-01' },
                  now: { value: '50000.00', validFrom: '2015-01-01' },
                },
              ],
            },
          ],
        },
      },
    ]);
  });

  it('shows the warnings that a higher threshold would have given', async () => {
    const { findings } = await whole({ candidate: { files: files(UTRECHT, '3000000.00') } });
    expect(findings).toMatchObject({ refused: { partnerships: 0 }, warned: { partnerships: 2 } });
    expect(findings?.warnings).toMatchObject(
      ['MWD-2024-003', 'UTR-JUR-2018-02'].map((kenmerk) => ({
        kenmerk,
        firstWarned: { event: 'toepassingBepalen', appeared: [{ id: 'UT-01' }], disappeared: [] },
      })),
    );
  });

  it('adds up what the partnerships owe under both packs, and names those that owe something else', async () => {
    const percentage = 'parameters/percentage.yaml';
    const known = (pct: string) => ({
      ...files(),
      [percentage]: `${(files()[percentage] ?? '').split('source:')[0]}values:
  - { from: 2015-01-01, value: '${pct}', source: { title: Proef } }
`,
    });
    const { findings } = await whole({ candidate: { files: known('5') } });
    expect(findings?.obligation).toMatchObject({
      before: { amount: '0.00', partnerships: 0 },
      after: { partnerships: 3 },
      unknownBefore: 3,
      unknownAfter: 0,
      changed: 3,
    });
    const values = await Promise.all(
      (findings?.otherObligations as unknown as { partnership: string }[]).map(async ({ partnership }) => {
        const { contract } = (await get(host, `/partnerships/${partnership}`)).body;
        return Number(String(contract?.waarde).replace('.', ''));
      }),
    );
    const cents = String(findings?.obligation?.after?.amount).replace('.', '');
    expect(Number(cents)).toBe((values.reduce((sum, value) => sum + value, 0) * 5) / 100);
    expect(findings?.otherObligations?.[0]).toMatchObject({ obligation: { before: { unknown: true } } });
  });

  it('changes nothing: no event, and no pack on the shelf', async () => {
    const before = [(await get(host, '/rule-packs')).body, (await get(host, `/partnerships/${small}`)).body];
    await whole({ candidate: { files: files(UTRECHT, '50000.00') } });
    expect([(await get(host, '/rule-packs')).body, (await get(host, `/partnerships/${small}`)).body]).toEqual(before);
  });
});

describe('regressions over HTTP', () => {
  it('are listed newest first, and found under their own pack only', async () => {
    const { id } = await whole({ version: '1.2.0' });
    const { items } = (await get(host, `${paths(UTRECHT)}?limit=1`)).body;
    expect(items).toMatchObject([{ id, pack: UTRECHT, state: 'done', progress: { partnerships: 4, done: 4 } }]);
    expect((await get(host, `${paths('basis')}/${String(id)}`)).status).toBe(404);
    expect((await get(host, `${paths(UTRECHT)}/geen-uuid`)).status).toBe(400);
  });

  it('can be stopped at any moment, also when they are over already', async () => {
    const started = await begin({ candidate: { files: files('basis') } }, 'basis');
    const path = `${paths('basis')}/${String(started.body.id)}`;
    const stopped = await post(host, `${path}/cancellations`, {});
    expect([stopped.status, ['stopped', 'done'].includes(String(stopped.body.state))]).toEqual([200, true]);
    expect((await post(host, `${path}/cancellations`, {})).body).toEqual(stopped.body);
  });

  it('run one at a time, while commands are answered', async () => {
    const asked = { candidate: { files: files('basis') } };
    const handOver = sampleData('stappenplan-2020', 'coordinatorOverdragen');
    const [answers, fired] = await Promise.all([
      Promise.all([1, 2, 3].map(() => begin(asked, 'basis'))),
      Promise.all(Array.from({ length: 20 }, () => fire(host, small, 'coordinatorOverdragen', handOver))),
    ]);
    expect(fired.map(({ status }) => status)).toEqual(fired.map(() => 200));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 202).length).toBeGreaterThan(0);
    expect(statuses.every((status) => status === 202 || status === 409)).toBe(true);
    for (const answer of answers.filter(({ status }) => status === 202)) await finished(answer, 'basis');
  });

  it.each([
    ['a pack that is not right', { candidate: { files: { 'pack.yaml': 'name: [' } } }, 422, 'pack-invalid'],
    ['a path out of the pack', { candidate: { files: { ...files(), '../x.yaml': '' } } }, 422, 'pack-invalid'],
    ['a file that is no text', { candidate: { files: { 'pack.yaml': 1 } } }, 400, 'request-invalid'],
    ['files that are no object', { candidate: { files: 'x' } }, 400, 'request-invalid'],
    ['a candidate without files', { candidate: {} }, 400, 'request-invalid'],
    ['neither files nor version', {}, 400, 'candidate-unclear'],
    ['both', { candidate: { files: files() }, version: '1.0.0' }, 400, 'candidate-unclear'],
    ['a version that is not there', { version: '9.9.9' }, 404, 'not-found'],
    ['a key that reaches a prototype', '{"candidate":{"files":{"__proto__":"x"}}}', 400, 'json-unreadable'],
    ['more than a megabyte', { candidate: { files: { 'pack.yaml': 'x'.repeat(1_100_000) } } }, 413, undefined],
  ])('refuse %s', async (_what, body, status, code) => {
    const answer = await begin(body as object);
    expect(answer.status).toBe(status);
    if (code !== undefined) expect(answer.body.type).toBe(`urn:samenwerkt:problem:${code}`);
  });

  it('refuse a pack of which there are no partnerships to know', async () => {
    expect((await begin({ candidate: { files: files() } }, 'onbekend')).status).toBe(404);
  });
});

describe('a regression whose host is killed', () => {
  it('is stopped when its lease has ended, with what it found', async () => {
    const { id } = await whole({ candidate: { files: files(UTRECHT, '50000.00') } });
    await stopHost(host, 'SIGKILL');
    await tamper(place.folder, `UPDATE regression SET state = 'running', finished_at = NULL WHERE id = ?`, id);
    // Its lease goes on for a while: nobody can know yet that the one who renewed it is gone.
    const lease = `INSERT INTO lease (name, holder, until) VALUES (?, 'gedood', ?)`;
    await tamper(place.folder, lease, `run/${String(id)}`, new Date(Date.now() + 60_000).toISOString());
    host = await startHost(place.folder);
    const shown = async () => (await get(host, `${paths(UTRECHT)}/${String(id)}`)).body;
    expect((await shown()).state).toBe('running');
    await tamper(
      place.folder,
      'UPDATE lease SET until = ? WHERE name = ?',
      new Date().toISOString(),
      `run/${String(id)}`,
    );
    expect(await shown()).toMatchObject({ state: 'stopped', findings: { refused: { partnerships: 1 } } });
    expect((await whole({ version: '1.2.0' })).state).toBe('done');
  });
});

describe('samenwerkt pack regress', () => {
  const changed = join(place.folder, 'kandidaat');
  const run = (...args: string[]) => samenwerkt(place.folder, ...args);

  it('says how many would have gone another way, and for each the first event, rule and parameter', () => {
    cpSync(join(ROOT, 'rule-packs', UTRECHT), changed, { recursive: true });
    const file = join(changed, THRESHOLD);
    writeFileSync(file, readFileSync(file, 'utf8').replace('100000.00', '50000.00'));
    const { code, out } = run('pack', 'regress', changed);
    expect(code).toBe(0);
    expect(out).toContain('1 van de 4 partnerschappen zouden anders zijn verlopen.');
    expect(out).toContain(`(KLEIN-1, ${small})`);
    expect(out).toMatch(/9 {2}\S+ {2}toepassingBepalen: zou zijn geweigerd/);
    expect(out).toContain('[UT-02]');
    expect(out).toContain('drempelContractwaarde, euro: 100000.00 (sinds 2015-01-01) → 50000.00 (sinds 2015-01-01)');
    expect(run('--lang', 'en', 'pack', 'regress', changed).out).toContain(
      '1 of 4 partnerships would have gone another way.',
    );
  });

  it('adds up the obligations under both packs', () => {
    const { out } = run('pack', 'regress', join(ROOT, 'rule-packs', UTRECHT), '--pack', 'basis');
    expect(out).toMatch(
      /Verplichting van de beoordeelde partnerschappen: € 501\.260,00 \(van 6\) → € 0,00 \(van 0\); anders voor 8\./,
    );
    expect(out).toContain('verplichting: € 360.000,00 → niet uit te rekenen');
  });

  it('can set another pack beside the one the partnerships have', () => {
    const { out } = run('pack', 'regress', changed, '--pack', 'basis');
    expect(out).toMatch(/\d+ van de 34 partnerschappen/);
    expect(out).toContain('[UT-01, nieuwe regel]');
  });

  it('names every problem of a pack that is not right, and replays nothing', () => {
    writeFileSync(join(changed, 'rules/contract.yaml'), '- id: fout');
    const { code, err } = run('pack', 'regress', changed);
    expect(code).toBe(1);
    expect(err).toMatch(/rules\/contract\.yaml:1:\d+ /);
    expect(err).toContain('er is niets nagespeeld');
    expect(run('pack', 'regress', join(place.folder, 'nergens')).err).toContain('bestaat niet');
  });
});
