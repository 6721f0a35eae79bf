import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sampleData } from '@samenwerkt/engine';
import { fire, get, startPartnership } from '../support/client.js';
import { samenwerkt } from '../support/command-line.js';
import { FOREIGN_TOWN, writePack } from '../support/foreign-town.js';
import { startHost, stopHost, temporaryFolder, type RunningHost } from '../support/host.js';

const TOWN = 'gemeente-duinzicht';
const place = temporaryFolder();
const packs = join(place.folder, 'pakketten');
const pack = join(packs, TOWN);
const data = join(place.folder, 'data');

beforeAll(() => writePack(pack, FOREIGN_TOWN));
afterAll(() => place.dispose());

const run = (...args: string[]) => samenwerkt(data, 'pack', ...args);

describe('a town that the program has never heard of, on the command line', () => {
  it('has nothing that lint would say', () => {
    expect(run('lint', pack)).toEqual({
      code: 0,
      out: '0 fout(en), 0 waarschuwing(en), 0 opmerking(en).\n',
      err: '',
    });
  });

  it('proves its own figures', () => {
    const { code, out } = run('test', pack);
    expect(out).toMatch(/\n16 geslaagd, 0 niet geslaagd\.\n$/);
    expect(code).toBe(0);
  });

  it.each([
    ['DZ-T01', ['€ 19.000,00 × 19/38 × 12/12 = € 9.500,00', 'basisuren: 38 (uren), geldt sinds 2020-01-01']],
    ['DZ-T05', ['45 jaar: + € 3.000,00', '€ 22.000,00 × 38/38 × 6/12 = € 11.000,00']],
    ['DZ-T04', ['45 jaar: een hogere toeslag gaat voor.', '60 jaar: + € 6.500,00']],
    ['DZ-T13', ['5% van € 2.000.000,00 (opdrachtsomExclBtw) = € 100.000,00', 'Het is hoogstens € 60.000,00.']],
  ])('explains %s with its own parameters and their source', (test, lines) => {
    const { out } = run('explain', pack, test);
    for (const line of lines) expect(out).toContain(line);
    expect(out).toContain('bron: Nota social return Duinzicht, p. 4');
  });

  it('can be signed, and verified by whoever has its key', () => {
    const at = (name: string) => join(place.folder, name);
    run('pack', pack, '-o', at('d.tar.gz'));
    run('keygen', at('sleutel'));
    expect(run('sign', at('d.tar.gz'), '--key', at('sleutel')).code).toBe(0);
    const { code, out } = run('verify', at('d.tar.gz'), '--key', at('sleutel.pub'));
    expect([code, out]).toEqual([0, expect.stringContaining(`${TOWN} 1.0.0 is ondertekend met sleutel.pub`)]);
    run('keygen', at('vreemde'));
    const other = run('verify', at('d.tar.gz'), '--key', at('vreemde.pub'));
    expect([other.code, other.err]).toEqual([1, expect.stringContaining('Ondertekend met sleutel sha256:')]);
  });
});

describe('a town that the program has never heard of, on the host', () => {
  let host: RunningHost;
  beforeAll(async () => {
    host = await startHost(data, { RULE_PACKS: packs });
  });
  afterAll(() => stopHost(host));

  const road = [
    'principebesluitNemen',
    'werkgroepInstellen',
    'doelstellingenVaststellen',
    'actieplanVaststellen',
    'routeKiezen',
    'inventarisatieAfronden',
    'inkoopstrategieKiezen',
  ];
  const sample = (event: string) => ({
    ...sampleData('stappenplan-2020', event),
    ...(event === 'routeKiezen' ? { route: 'aanbesteding' } : {}),
  });

  it('starts a partnership, holds it back by its own rules, and lets it go on', async () => {
    const id = await startPartnership(host, { pack: TOWN });
    for (const event of road)
      expect([event, (await fire(host, id, event, sample(event))).status]).toEqual([event, 200]);

    const apply = (instead: object) =>
      fire(host, id, 'toepassingBepalen', { ...sample('toepassingBepalen'), ...instead });
    const without = await apply({ toepassen: false });
    expect(without.status).toBe(422);
    expect(without.body.reasons).toMatchObject([
      {
        id: 'DZ-01',
        message: 'Duinzicht vraagt hier social return.',
        pack: { name: TOWN, version: '1.0.0' },
        parameters: [{ name: 'drempel.dienst', value: '150000.00', source: { page: 'p. 4' } }],
      },
    ]);
    const little = await apply({ toepassen: true, percentage: '4.5' });
    expect(little.body.reasons).toMatchObject([{ id: 'DZ-02', parameters: [{ value: '5', validFrom: '2024-01-01' }] }]);

    expect((await apply({ toepassen: true, percentage: '5' })).status).toBe(200);
    const { body } = await get(host, `/partnerships/${id}`);
    expect(body.pack).toMatchObject({ name: TOWN, version: '1.0.0' });
    expect((body.states as unknown as { id: string }[]).map((state) => state.id)).toContain(
      'verkenning.aanbesteding.uitvraag',
    );
  });

  it('is tried in a new version on that partnership: what it would have owed', () => {
    const next = join(place.folder, 'volgende');
    const cap = (FOREIGN_TOWN['parameters/hoogste.yaml'] ?? '').replace('60000.00', '45000.00');
    const manifest = (FOREIGN_TOWN['pack.yaml'] ?? '').replace('1.0.0', '2.0.0');
    writePack(next, { ...FOREIGN_TOWN, 'pack.yaml': manifest, 'parameters/hoogste.yaml': cap });
    const { out } = run('regress', next);
    expect(out).toContain('0 van de 1 partnerschappen zouden anders zijn verlopen.');
    expect(out).toContain('€ 60.000,00 (van 1) → € 45.000,00 (van 1); anders voor 1.');
  });

  it('says at its start which packs are not to be had, and starts all the same', async () => {
    const other = await startHost(join(place.folder, 'ander'), {
      RULE_PACKS: `${pack},npm:@duinzicht/pakket,/nergens`,
    });
    expect(other.output()).toContain('npm:@duinzicht/pakket is hier niet geïnstalleerd');
    expect(other.output()).toContain('/nergens is niet te lezen: het bestaat niet.');
    const { items } = (await get(other, '/rule-packs')).body;
    expect((items as unknown as { name: string }[]).map(({ name }) => name)).toContain(TOWN);
    await stopHost(other);
  });
});
