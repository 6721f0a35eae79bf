import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sampleData } from '@samenwerkt/engine';
import { readPackFolder } from '@samenwerkt/intake';
import { ledgerLocation, LOCAL_ORGANISATION, openLedger } from '@samenwerkt/ledger';
import { fire, get, post, startPartnership, type Answer } from '../support/client.js';
import { samenwerkt } from '../support/command-line.js';
import { databaseOf } from '../support/database.js';
import { ROOT, startHost, stopHost, temporaryFolder, type RunningHost } from '../support/host.js';
import { addMember } from '../support/people.js';

const UTRECHT = 'utrecht-bouwblokken';
const REDEN = 'De raad heeft de drempel verlaagd naar € 50.000';
const ONWARD = { version: '1.9.0', reden: REDEN };
const place = temporaryFolder();

let host: RunningHost;
/** A partnership on a contract of € 80,000, about to leave social return out: under the threshold that is allowed. */
let small: string;
/** The same on a contract far above either threshold. */
let large: string;

beforeAll(async () => {
  host = await startHost(place.folder, { SEED: 'none' });
  small = await aboutToDecide('KLEIN-1', '80000.00');
  large = await aboutToDecide('GROOT-1', '1440000.00');
  await shelve('1.9.0', '50000.00');
});
afterAll(async () => {
  await stopHost(host);
  place.dispose();
});

/** Puts a copy of Utrecht's pack with another threshold on the shelf, beside the running host. */
async function shelve(version: string, threshold: string): Promise<void> {
  const files = readPackFolder(join(ROOT, 'rule-packs', UTRECHT));
  const dated = 'parameters/drempelContractwaarde.yaml';
  files.set('pack.yaml', (files.get('pack.yaml') ?? '').replace(/version: \d+\.\d+\.\d+/, `version: ${version}`));
  files.set(dated, (files.get(dated) ?? '').replace('100000.00', threshold));
  for (const path of files.keys()) if (path.startsWith('tests/')) files.delete(path);
  const ledger = await openLedger(ledgerLocation(place.folder, databaseOf(place.folder)));
  expect((await ledger.shelf.add(LOCAL_ORGANISATION.id, files)).outcome).toBe('added');
  await ledger.close();
}

async function aboutToDecide(kenmerk: string, waarde: string): Promise<string> {
  const id = await startPartnership(host, { kenmerk, facts: { waarde } });
  const decided = ['principebesluitNemen', 'werkgroepInstellen', 'doelstellingenVaststellen', 'actieplanVaststellen'];
  const steps = [...decided, 'routeKiezen', 'inventarisatieAfronden', 'inkoopstrategieKiezen'];
  for (const event of steps) {
    const route = event === 'routeKiezen' ? { route: 'aanbesteding' } : {};
    const { status, body } = await fire(host, id, event, { ...sampleData('stappenplan-2020', event), ...route });
    expect([event, status, body.reasons]).toEqual([event, 200, undefined]);
  }
  return id;
}

const leaveOut = (id: string) =>
  fire(host, id, 'dossierAanvullen', { toepassing: { toepassen: false } }).then(({ status }) =>
    expect(status).toBe(200),
  );

const withoutSocialReturn = (id: string, query = '') =>
  post(host, `/partnerships/${id}/transitions${query}`, {
    event: 'toepassingBepalen',
    data: { ...sampleData('stappenplan-2020', 'toepassingBepalen'), toepassen: false },
  });

const move = (id: string, body: object = ONWARD, query = '', headers = {}) =>
  post(host, `/partnerships/${id}/pack-migrations${query}`, body, headers);

const history = async (id: string) =>
  (await get(host, `/partnerships/${id}/history`)).body.items as unknown as Record<string, unknown>[];

/** The end of the move of a selection. */
async function finished(started: Answer): Promise<Answer['body']> {
  expect(started.status).toBe(202);
  for (;;) {
    const { body } = await get(host, `/pack-migrations/${String(started.body.id)}`);
    if (String(body.state) !== 'running') return body;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe('the move of a partnership to a version with another threshold', () => {
  it('is shown first: the event, the rule that will block, both figures, and the obligation', async () => {
    await leaveOut(small);
    expect((await withoutSocialReturn(small, '?dryRun=true')).status).toBe(200);
    const before = await history(small);
    const { status, body } = await move(small, ONWARD, '?dryRun=true');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      dryRun: true,
      partnership: small,
      kenmerk: 'KLEIN-1',
      from: { name: UTRECHT, version: '1.2.0' },
      to: { name: UTRECHT, version: '1.9.0' },
      warnings: [],
      obligations: [{ id: 'bouwblokken', changed: true, was: { due: 'no' }, now: { due: 'yes' } }],
      events: [
        {
          event: 'toepassingBepalen',
          blocks: [
            {
              id: 'UT-02',
              was: 'notApplicable',
              now: 'notFulfilled',
              message: 'Bij deze contractwaarde vraagt de gemeente social return uit.',
              parameters: [{ name: 'drempelContractwaarde', was: { value: '100000.00' }, now: { value: '50000.00' } }],
              source: { title: expect.stringContaining('PIANOo') },
            },
          ],
        },
      ],
    });
    expect((body.unknownParameters as unknown as { name: string }[]).map(({ name }) => name)).toContain('percentage');
    expect(await history(small)).toEqual(before);
  });

  it('blocks nobody above both thresholds: only the figure that rules will read is another', async () => {
    const { body } = await move(large, ONWARD, '?dryRun=true');
    expect(body.events).toMatchObject([{ blocks: [], lifted: [], withData: [{ id: 'UT-01' }, { id: 'UT-02' }] }]);
    expect(body.obligations).toMatchObject([{ changed: false }]);
  });

  it('is then an event of its history, after which the rule blocks; nothing before it changes', async () => {
    const before = await history(small);
    const key = { 'idempotency-key': 'verhuizing-1' };
    const moved = await move(small, { ...ONWARD, expectedVersion: before.length }, '', key);
    expect(moved.status).toBe(201);
    expect(moved.body).toMatchObject({ event: 'regelpakketWisselen', version: before.length + 1, warnings: [] });
    expect((await move(small, { ...ONWARD, expectedVersion: before.length }, '', key)).body).toEqual(moved.body);
    const after = await history(small);
    expect(after.slice(0, -1)).toEqual(before);
    expect(after.at(-1)).toMatchObject({
      event: 'regelpakketWisselen',
      title: 'Van regelpakket wisselen',
      data: { van: { version: '1.2.0' }, naar: { version: '1.9.0' }, reden: REDEN },
      pack: { version: '1.9.0' },
    });
    const refused = await withoutSocialReturn(small);
    expect(refused.status).toBe(422);
    expect(refused.body.reasons).toMatchObject([{ id: 'UT-02', pack: { version: '1.9.0' } }]);
    const verified = await get(host, `/partnerships/${small}/history/verification`);
    expect(verified.body).toMatchObject({ intact: true, snapshotMatches: true });
    expect((await get(host, `/partnerships/${small}`)).body.pack).toMatchObject({ version: '1.9.0' });
  });

  it('can go back, with a warning', async () => {
    const { body } = await move(small, { version: '1.2.0', reden: 'Vergissing' }, '?dryRun=true');
    expect(body.warnings).toMatchObject([{ kind: 'pack', id: 'oudereVersie' }]);
    expect(body.events).toMatchObject([{ lifted: [{ id: 'UT-02' }] }]);
  });

  it.each([
    ['the version it has', { version: '1.9.0', reden: 'x' }, 422, 'already-on-pack'],
    ['a version that is not there', { version: '9.9.9', reden: 'x' }, 404, 'not-found'],
    ['a pack that is not there', { name: 'nergens', version: '1.0.0', reden: 'x' }, 404, 'not-found'],
    ['no reason', { version: '1.2.0', reden: '' }, 422, 'data-invalid'],
    ['a reason with a BSN in it', { version: '1.2.0', reden: 'Voor 111222333' }, 422, 'data-invalid'],
    ['no reason field', { version: '1.2.0' }, 400, 'request-invalid'],
    ['a field that does not exist', { version: '1.2.0', reden: 'x', pack: 'y' }, 400, 'request-invalid'],
    [
      'another version of the partnership',
      { version: '1.2.0', reden: 'x', expectedVersion: 1 },
      409,
      'version-conflict',
    ],
  ])('is refused for %s, also when it is only asked', async (_, body, status, code) => {
    const before = await history(small);
    for (const query of ['', '?dryRun=true']) {
      const answer = await move(small, body, query);
      expect([answer.status, String(answer.body.type)]).toEqual([status, `urn:samenwerkt:problem:${code}`]);
    }
    expect(await history(small)).toEqual(before);
  });

  it('is not for everybody', async () => {
    const { token } = await addMember(host.dataDir, { roles: ['hrExpert'] });
    const asHr = { authorization: `Bearer ${token}` };
    const { status, body } = await move(small, { version: '1.2.0', reden: 'x' }, '', asHr);
    expect([status, body.type]).toEqual([403, 'urn:samenwerkt:problem:role-missing']);
    expect(body.detail).toContain('contractmanager');
  });
});

describe('the move of a selection', () => {
  const selection = (to: string) => ({ selection: {}, to: { name: UTRECHT, version: to }, reden: REDEN });

  it('is counted first, and shows those for which something changes', async () => {
    const { status, body } = await post(host, '/pack-migrations?dryRun=true', selection('1.9.0'));
    expect(status).toBe(200);
    expect(body).toMatchObject({
      selected: 2,
      counts: { movable: 1, newlyBlocked: 0, obligationChanged: 0, datesMoved: 0, present: 1, refused: 0 },
      differing: [{ partnership: large }],
      refused: [],
    });
    expect((await get(host, '/pack-migrations')).body.items).toEqual([]);
  });

  it('moves each by an event of its own, and keeps what became of each; asked again it skips them', async () => {
    const first = await finished(await post(host, '/pack-migrations', selection('1.9.0')));
    expect(first).toMatchObject({
      state: 'done',
      reden: REDEN,
      selection: { filter: { pack: UTRECHT } },
      progress: { waiting: 0, moved: 1, present: 1, refused: 0, conflict: 0 },
    });
    const results = first.results?.items as unknown as { partnership: string; outcome: string }[];
    expect(new Map(results.map((one) => [one.partnership, one.outcome]))).toEqual(
      new Map([
        [small, 'present'],
        [large, 'moved'],
      ]),
    );
    const again = await finished(await post(host, '/pack-migrations', selection('1.9.0')));
    expect(again.progress).toMatchObject({ moved: 0, present: 2 });
    expect((await history(large)).filter(({ event }) => event === 'regelpakketWisselen')).toHaveLength(1);
    const { items } = (await get(host, '/pack-migrations?limit=1')).body;
    expect(items).toMatchObject([{ id: again.id, state: 'done' }]);
    expect(items?.[0]).not.toHaveProperty('failure');
    const moved = await get(host, `/pack-migrations/${String(first.id)}?outcome=moved`);
    expect(moved.body.results).toMatchObject({ items: [{ partnership: large, kenmerk: 'GROOT-1' }], nextCursor: null });
  });

  it('can be stopped at any moment, also when it is over already', async () => {
    const started = await post(host, '/pack-migrations', selection('1.2.0'));
    const path = `/pack-migrations/${String(started.body.id)}/cancellations`;
    const stopped = await post(host, path, {});
    expect([stopped.status, ['stopped', 'done'].includes(String(stopped.body.state))]).toEqual([200, true]);
    expect((await post(host, path, {})).body).toEqual(stopped.body);
    expect((await get(host, `/pack-migrations/${small}`)).status).toBe(404);
  });

  const to = { name: UTRECHT, version: '1.9.0' };
  it.each([
    ['neither selection nor ids', { to, reden: 'x' }, 400, 'selection-unclear'],
    [
      'both',
      { selection: {}, partnerships: ['01900000-0000-7000-8000-0000000000ff'], to, reden: 'x' },
      400,
      'selection-unclear',
    ],
    ['no ids', { partnerships: [], to, reden: 'x' }, 400, 'request-invalid'],
    ['ids that are none', { partnerships: ['x'], to, reden: 'x' }, 400, 'request-invalid'],
    [
      'an id that is not there',
      { partnerships: ['01900000-0000-7000-8000-0000000000ff'], to, reden: 'x' },
      404,
      'not-found',
    ],
    ['a condition that does not exist', { selection: { kleur: 'rood' }, to, reden: 'x' }, 400, 'request-invalid'],
    ['a selection that is no object', { selection: 'alles', to, reden: 'x' }, 400, 'request-invalid'],
    ['a list of conditions', { selection: [], to, reden: 'x' }, 400, 'request-invalid'],
    ['no pack to move to', { selection: {}, reden: 'x' }, 400, 'request-invalid'],
    ['a pack that is no object', { selection: {}, to: 'basis', reden: 'x' }, 400, 'request-invalid'],
    ['a list of packs', { selection: {}, to: [], reden: 'x' }, 400, 'request-invalid'],
    ['a reason with a BSN in it', { selection: {}, to, reden: '111222333' }, 422, 'data-invalid'],
  ])('is refused with %s', async (_, body, status, code) => {
    const answer = await post(host, '/pack-migrations', body);
    expect([answer.status, String(answer.body.type)]).toEqual([status, `urn:samenwerkt:problem:${code}`]);
  });
});

describe('samenwerkt pack migrate', () => {
  const migrate = (version: string, ...args: string[]) =>
    samenwerkt(place.folder, 'pack', 'migrate', UTRECHT, version, '--reason', 'Proef', ...args);

  beforeAll(() => shelve('1.3.0', '2000000.00'));

  it('says in words what would change, and changes nothing', async () => {
    const before = await history(large);
    const { code, out, err } = migrate('1.3.0', '--partnership', 'GROOT-1', '--dry-run');
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/\(GROOT-1, \S+\) {2}van utrecht-bouwblokken 1\.\d\.0 naar utrecht-bouwblokken 1\.3\.0/);
    expect(out).toMatch(/Verplichting .*niet uit te rekenen zonder parameter\.percentage.* → geen verplichting/);
    expect(out).toContain('(toepassingBepalen)');
    expect(out).toContain('[UT-02]');
    expect(out).toMatch(/drempelContractwaarde, euro: \d+0000\.00 .* → 2000000\.00/);
    expect(out).toContain('In te vullen in het nieuwe pakket: ');
    expect(
      samenwerkt(
        place.folder,
        '--lang',
        'en',
        'pack',
        'migrate',
        UTRECHT,
        '1.3.0',
        '--reason',
        'x',
        '--all',
        '--dry-run',
      ).out,
    ).toContain('2 partnerships in the selection:');
    expect(await history(large)).toEqual(before);
  });

  it('moves one, and then the rest', async () => {
    expect(migrate('1.3.0', '--partnership', 'GROOT-1').out).toContain('Overgezet op utrecht-bouwblokken 1.3.0');
    const { code, out } = migrate('1.3.0', '--state', 'verkenning.aanbesteding.toepassing');
    expect([code, out.trim()]).toEqual([0, 'Klaar: 1 overgezet, 1 al over.']);
    expect((await get(host, `/partnerships/${small}`)).body.pack).toMatchObject({ version: '1.3.0' });
    expect(samenwerkt(place.folder, 'history', 'KLEIN-1').out).toContain('Van regelpakket wisselen');
    expect(samenwerkt(place.folder, 'verify').code).toBe(0);
  });

  it('asks to be told which ones', () => {
    for (const args of [[], ['--all', '--partnership', 'KLEIN-1'], ['--partnership', 'KLEIN-1', '--pack', 'basis']]) {
      const { code, err } = migrate('1.3.0', ...args);
      expect([code, err.includes('--partnership')]).toEqual([1, true]);
    }
    expect(migrate('9.9.9', '--all').err).toContain('Er is geen regelpakket');
  });
});
