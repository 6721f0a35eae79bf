import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sampleData } from '@samenwerkt/engine';
import { asked, fire, get, post, startPartnership } from '../support/client.js';
import { startHost, stopHost, temporaryFolder, type RunningHost } from '../support/host.js';
import { addMember } from '../support/people.js';

const place = temporaryFolder();
let host: RunningHost;

beforeAll(async () => {
  host = await startHost(place.folder);
});
afterAll(async () => {
  await stopHost(host);
  place.dispose();
});

const sample = (event: string) => sampleData('stappenplan-2020', event);

describe('a partnership over HTTP', () => {
  it('goes from principebesluit to monitoring, one event after the other', async () => {
    const id = await startPartnership(host);
    const road: [event: string, data: object, state: string][] = [
      ['principebesluitNemen', sample('principebesluitNemen'), 'werkgroep'],
      ['werkgroepInstellen', sample('werkgroepInstellen'), 'doelstellingen'],
      ['doelstellingenVaststellen', sample('doelstellingenVaststellen'), 'actieplan'],
      ['actieplanVaststellen', sample('actieplanVaststellen'), 'draagvlak'],
      ['routeKiezen', { ...sample('routeKiezen'), route: 'aanbesteding' }, 'verkenning.aanbesteding.inventarisatie'],
      ['inventarisatieAfronden', sample('inventarisatieAfronden'), 'verkenning.aanbesteding.inkoopstrategie'],
      ['inkoopstrategieKiezen', sample('inkoopstrategieKiezen'), 'verkenning.aanbesteding.toepassing'],
      ['toepassingBepalen', sample('toepassingBepalen'), 'verkenning.aanbesteding.uitvraag'],
      ['uitvraagPubliceren', sample('uitvraagPubliceren'), 'verkenning.aanbesteding.gunning'],
      ['gunnen', sample('gunnen'), 'realisatie.potentieleBanen'],
      ['banenInKaartBrengen', sample('banenInKaartBrengen'), 'realisatie.besluitvorming'],
      ['besluitVastleggen', sample('besluitVastleggen'), 'realisatie.rolverdeling'],
      ['eersteBaanRealiseren', sample('eersteBaanRealiseren'), 'monitoring'],
    ];
    for (const [index, [event, data, state]] of road.entries()) {
      const answer = await fire(host, id, event, data, { expectedVersion: index + 1 });
      expect([event, answer.status, answer.body.detail]).toEqual([event, 200, undefined]);
      expect(answer.body.states).toContain(state);
    }
    const found = await get(host, '/partnerships?state=monitoring');
    expect(found.body.items).toEqual(expect.arrayContaining([expect.objectContaining({ id, phase: 'monitoring' })]));
    const verified = await get(host, `/partnerships/${id}/history/verification`);
    expect(verified.body).toMatchObject({ intact: true, events: 14, snapshotMatches: true });
  });

  it('shows what can happen now, what is blocked, and every reason with rule, value, parameter and source', async () => {
    const id = await startPartnership(host);
    const { body } = await get(host, `/partnerships/${id}/options`);
    const events = (body.items as unknown as { event: string; status: string; schema: { required: string[] } }[]).map(
      ({ event }) => event,
    );
    expect(events).toEqual(
      expect.arrayContaining([
        'principebesluitNemen',
        'principebesluitAfwijzen',
        'opschorten',
        'beeindigen',
        'dossierAanvullen',
      ]),
    );
    expect(events).not.toContain('gunnen');
  });

  it('refuses what the policy forbids with 422, and says by which rule, parameter, date and page', async () => {
    const id = await broughtTo('toepassingBepalen');
    const answer = await fire(host, id, 'toepassingBepalen', { toepassen: false, motivering: 'Geen zin' });
    expect(answer.status).toBe(422);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.body).toMatchObject({ type: 'urn:samenwerkt:problem:not-allowed', status: 422 });
    expect(answer.body.reasons).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          id: 'UT-02',
          pack: { name: 'utrecht-bouwblokken', version: expect.any(String) },
          now: { path: 'contract.waarde', value: '1440000.00' },
          parameters: [
            expect.objectContaining({
              name: 'drempelContractwaarde',
              value: '100000.00',
              validFrom: '2015-01-01',
              source: expect.objectContaining({ document: '004_26ecc6ef433a6d54.txt' }),
            }),
          ],
        }),
      ]),
    );
    expect((await get(host, `/partnerships/${id}`)).body.version).toBe(8);
  });

  it('answers in English when asked', async () => {
    const id = await startPartnership(host);
    const dutch = await fire(host, id, 'gunnen');
    const english = await fire(host, id, 'gunnen', {}, {}, { 'accept-language': 'en-GB,en;q=0.9,nl;q=0.5' });
    expect(dutch.body.detail).toContain('kan niet vanuit');
    expect(english.body.detail).toContain('is not possible from');
  });

  it('rehearses with dryRun and records nothing', async () => {
    const id = await startPartnership(host);
    const answer = await post(host, `/partnerships/${id}/transitions?dryRun=true`, {
      event: 'principebesluitNemen',
      data: sample('principebesluitNemen'),
    });
    expect(answer.body).toMatchObject({ dryRun: true, version: 2, states: ['werkgroep'] });
    expect((await get(host, `/partnerships/${id}`)).body.version).toBe(1);
  });

  it('says 409 with the current version when somebody else was first', async () => {
    const id = await startPartnership(host);
    await fire(host, id, 'principebesluitNemen', sample('principebesluitNemen'));
    const answer = await fire(host, id, 'werkgroepInstellen', sample('werkgroepInstellen'), { expectedVersion: 1 });
    expect(answer.status).toBe(409);
    expect(answer.body).toMatchObject({ type: 'urn:samenwerkt:problem:version-conflict', currentVersion: 2 });
  });

  it('gives the same answer to the same key, and 409 when the key comes with something else', async () => {
    const id = await startPartnership(host);
    const key = { 'idempotency-key': `key-${id}` };
    const first = await fire(host, id, 'principebesluitNemen', sample('principebesluitNemen'), {}, key);
    const again = await fire(host, id, 'principebesluitNemen', sample('principebesluitNemen'), {}, key);
    expect(again.body).toEqual(first.body);
    expect((await get(host, `/partnerships/${id}`)).body.version).toBe(2);
    const other = await fire(host, id, 'opschorten', { reden: 'Iets anders' }, {}, key);
    expect([other.status, other.body.type]).toEqual([409, 'urn:samenwerkt:problem:idempotency-conflict']);
  });

  it('shows a partnership as it stood on a day, and its history', async () => {
    const id = await startPartnership(host);
    await fire(host, id, 'principebesluitNemen', sample('principebesluitNemen'));
    const today = new Date().toISOString().slice(0, 10);
    const then = await get(host, `/partnerships/${id}?at=${today}`);
    expect(then.body).toMatchObject({ at: today, version: 2 });
    const before = await get(host, `/partnerships/${id}?at=2001-01-01`);
    expect(before.status).toBe(404);
    const history = await get(host, `/partnerships/${id}/history`);
    expect((history.body.items as unknown as { event: string }[]).map(({ event }) => event)).toEqual([
      'partnerschapStarten',
      'principebesluitNemen',
    ]);
  });

  it('lets only the roles of the event act', async () => {
    const id = await startPartnership(host);
    const contractmanager = await addMember(host.dataDir, { roles: ['contractmanager'] });
    const answer = await fire(asked(host, contractmanager), id, 'principebesluitNemen', sample('principebesluitNemen'));
    expect(answer.status).toBe(422);
    expect(answer.body.reasons).toEqual(expect.arrayContaining([expect.objectContaining({ kind: 'role' })]));
  });

  it('pages through lists without gaps or doubles', async () => {
    for (let n = 0; n < 7; n++) await startPartnership(host, { pack: 'basis' });
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await get(host, `/partnerships?pack=basis&limit=3${cursor === null ? '' : `&cursor=${cursor}`}`);
      seen.push(...(page.body.items as unknown as { id: string }[]).map(({ id }) => id));
      cursor = page.body.nextCursor as unknown as string | null;
    } while (cursor !== null);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength(7);
    expect(seen).toEqual([...seen].sort().reverse());
  });

  async function broughtTo(event: string): Promise<string> {
    const id = await startPartnership(host);
    const road = [
      'principebesluitNemen',
      'werkgroepInstellen',
      'doelstellingenVaststellen',
      'actieplanVaststellen',
      'routeKiezen',
      'inventarisatieAfronden',
      'inkoopstrategieKiezen',
    ];
    for (const step of road.slice(0, road.indexOf(event) < 0 ? undefined : road.indexOf(event))) {
      const route = step === 'routeKiezen' ? { route: 'aanbesteding' } : {};
      await fire(host, id, step, { ...sample(step), ...route });
    }
    return id;
  }
});
