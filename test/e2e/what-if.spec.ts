import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CONTRACT, get, post } from '../support/client.js';
import { samenwerkt } from '../support/command-line.js';
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

const ENGLISH = { 'accept-language': 'en' };
const UTRECHT = { name: 'utrecht-bouwblokken' };
const ask = (body: object, headers = {}) => post(host, '/what-ifs', body, headers);
const advise = (body: object, headers = {}) => post(host, '/advice', body, headers);

/** What contributions come to under a pack on a day: each amount, or what it is instead. */
async function valued(name: string, date: string, contributions: readonly object[]): Promise<unknown[]> {
  const { status, body } = await ask({ contract: CONTRACT, packs: [{ name }], date, contributions });
  expect(status).toBe(200);
  const figures = body.items?.[0]?.contributions?.figures as unknown as {
    outcome: { kind: string; amount?: string };
  }[];
  return figures.map(({ outcome }) => outcome.amount ?? outcome.kind);
}

describe('what if', () => {
  it('sets packs side by side, each with its own figures', async () => {
    const contribution = { block: 'banenafspraak', urenPerWeek: 36, maanden: 30 };
    const { status, body } = await ask({
      contract: CONTRACT,
      packs: [UTRECHT, { name: 'haaglanden', version: '1.1.0' }, { name: 'basis' }],
      date: '2024-01-01',
      contributions: [contribution],
    });
    expect(status).toBe(200);
    const items = body.items as unknown as {
      pack: { name: string };
      contributions: { total: string; unvalued: object[] };
    }[];
    expect(
      items.map(({ pack, contributions }) => [pack.name, contributions.total, contributions.unvalued.length]),
    ).toEqual([
      ['utrecht-bouwblokken', '0.00', 1],
      ['haaglanden', '125000.00', 0],
      ['basis', '0.00', 1],
    ]);
  });

  it('values as the sources do: Utrecht in two periods, Haaglanden with its caps, Oost-Nederland by the month', async () => {
    const year = { urenPerWeek: 36, maanden: 12 };
    expect(
      await valued('utrecht-bouwblokken', '2018-06-01', [
        { block: 'participatiewetVanafTweeJaar', ...year },
        { block: 'participatiewetVanafTweeJaar', ...year, vastContract: true },
        { block: 'participatiewetTotTweeJaar', ...year, vastContract: true, leeftijd: 52 },
      ]),
    ).toEqual(['40000.00', '50000.00', '45000.00']);
    expect(
      await valued('utrecht-bouwblokken', '2020-01-01', [
        { block: 'participatiewet', ...year, vastContract: true, leeftijd: 52 },
        { block: 'banenafspraak', urenPerWeek: '24', maanden: 6 },
        { block: 'ondersteuning', personen: 6, uren: 4 },
        { block: 'wswEnSocialeInkoop', bedrag: '1850.00' },
        { block: 'ontwikkelpad' },
      ]),
    ).toEqual(['60000.00', '16666.67', '2400.00', '1850.00', 'adviser']);
    expect(await valued('haaglanden', '2024-01-01', [{ block: 'ww', urenPerWeek: 18, maanden: 18 }])).toEqual([
      '10000.00',
    ]);
    expect(await valued('oost-nederland', '2020-01-01', [{ block: 'werkervaringsplaats', maanden: 5 }])).toEqual([
      '3750.00',
    ]);
  });

  it('works out the obligation at the threshold and beside the models, explained in the language asked for', async () => {
    const due = async (waarde: string) => {
      const { body } = await ask({ contract: { ...CONTRACT, waarde }, packs: [UTRECHT], date: '2024-01-01' });
      return String(body.items?.[0]?.obligations?.[0]?.due);
    };
    expect([await due('99999.00'), await due('100000.00')]).toEqual(['no', 'yes']);
    const dossier = { toepassing: { toepassen: true, grondslag: 'loonsom' } };
    const asked = { contract: { ...CONTRACT, loonsom: '1200000.00' }, packs: [{ name: 'basis' }], dossier };
    const { body } = await ask(asked, ENGLISH);
    expect(body.items?.[0]?.balances).toEqual([
      { obligation: 'modelA', owed: '60000.00', counted: '0.00', open: '60000.00' },
    ]);
    expect(JSON.stringify(body.items?.[0]?.obligations?.[0]?.steps)).toContain(
      '5% of € 1,200,000.00 (loonsom) = € 60,000.00',
    );
  });

  it('advises whether social return suits the contract, with the reasons', async () => {
    const advice = async (facts: object) => {
      const { body } = await ask({
        contract: { ...CONTRACT, ...facts },
        packs: [{ name: 'basis' }],
        date: '2024-01-01',
      });
      return body.items?.[0]?.advice as unknown as { conclusion: string; summary: string };
    };
    expect(await advice({})).toMatchObject({ conclusion: 'geschikt', summary: 'Social return past bij dit contract.' });
    expect((await advice({ arbeidsaandeel: '40' })).conclusion).toBe('geschiktMetAandacht');
    expect((await advice({ einde: '2024-03-31' })).conclusion).toBe('minderGeschikt');
  });

  it('records nothing', async () => {
    await ask({ contract: CONTRACT, packs: [UTRECHT] });
    for (const path of ['/contracts', '/partnerships']) expect((await get(host, path)).body.items).toEqual([]);
  });

  it.each<[string, object, number, string]>([
    ['no packs', { contract: CONTRACT }, 400, '/packs'],
    ['six packs', { contract: CONTRACT, packs: Array.from({ length: 6 }, () => UTRECHT) }, 400, '/packs'],
    ['a pack without a name', { contract: CONTRACT, packs: [{}] }, 400, '/packs/0/name'],
    ['a date in another notation', { contract: CONTRACT, packs: [UTRECHT], date: '1-1-2024' }, 400, '/date'],
    ['no contract', { packs: [UTRECHT] }, 422, '/contract'],
    ['a value that is no amount', { contract: { ...CONTRACT, waarde: 1 }, packs: [UTRECHT] }, 422, '/contract/waarde'],
    ['a fact that does not exist', { contract: CONTRACT, packs: [UTRECHT], dossier: { x: {} } }, 422, '/dossier/x'],
    [
      'a quantity that is none',
      { contract: CONTRACT, packs: [UTRECHT], contributions: [{ block: 'ww', maanden: 'x' }] },
      422,
      '/contributions/0/maanden',
    ],
  ])('with %s is refused at its field', async (_, body, status, path) => {
    const refused = await ask(body);
    const errors = refused.body.errors as unknown as { path: string }[];
    expect([refused.status, errors[0]?.path]).toEqual([status, path]);
  });

  it('refuses a pack, version, day or lifecycle that is not there', async () => {
    expect((await ask({ contract: CONTRACT, packs: [{ name: 'nergens' }] })).status).toBe(404);
    expect((await ask({ contract: CONTRACT, packs: [{ ...UTRECHT, version: '9.9.9' }] })).status).toBe(404);
    expect((await ask({ contract: CONTRACT, packs: [UTRECHT], date: '2024-02-30' })).status).toBe(400);
    expect((await ask({ contract: CONTRACT, packs: [UTRECHT], lifecycle: 'stappenplan-1999' })).status).toBe(422);
  });
});

describe('advice on what is still open', () => {
  const asked = { pack: UTRECHT, date: '2020-01-01', open: '100000.00', limits: { people: 3 } };

  it('gives ranked proposals, each with its way and a text for the supplier', async () => {
    const { status, body } = await advise(asked, ENGLISH);
    expect(status).toBe(200);
    const proposals = body.proposals as unknown as { kind: string; total: string; people: number; text: string }[];
    expect(proposals[0]).toMatchObject({ kind: 'work', total: '100000.00', people: 2 });
    expect(proposals.length).toBeGreaterThan(2);
    expect(proposals[0]?.text).toContain(
      '2 × Target group banenafspraak: 36 hours a week, 12 months; € 50,000.00 a place',
    );
    expect(String(body.text)).toContain('is still open. It can be met in one of these ways:');
    expect(await advise(asked, ENGLISH)).toMatchObject({ body });
  });

  it('says what is reachable and what limits it when nothing closes the gap', async () => {
    const { body } = await advise({ ...asked, limits: { people: 1 } });
    expect(body).toMatchObject({ proposals: [], reachable: { total: '50000.00', short: '50000.00' } });
    expect(JSON.stringify(body.reachable?.limitedBy)).toContain('met 2 kan het wel');
  });

  it('takes what is open from a contract, and says when that cannot be worked out', async () => {
    const rest = { pack: asked.pack, date: asked.date, limits: asked.limits };
    const small = await advise({ ...rest, contract: { ...CONTRACT, waarde: '99999.00' } });
    expect(small.body).toMatchObject({ open: '0.00', proposals: [], basis: { obligation: { due: 'no' } } });
    const unknown = await advise({ ...rest, contract: CONTRACT });
    expect([unknown.status, unknown.body.type]).toEqual([422, 'urn:samenwerkt:problem:open-unknown']);
    expect(String(unknown.body.detail)).toContain(
      "zonder 'Deel van de opdrachtsom dat aan social return wordt besteed'",
    );
  });

  it.each<[object, string]>([
    [{ limits: {} }, 'data-invalid'],
    [{ open: 'veel' }, 'data-invalid'],
    [{ limits: { people: 1, blocks: ['bloembak'] } }, 'block-unknown'],
    [{ pack: { name: 'basis' } }, 'nothing-to-propose'],
    [{ pack: { name: 'nergens' } }, 'not-found'],
    [{ pack: 'basis' }, 'request-invalid'],
    [{ limiet: 1 }, 'request-invalid'],
  ])('with %j is refused as %s', async (instead, code) => {
    const { body } = await advise({ ...asked, ...instead });
    expect(body.type).toBe(`urn:samenwerkt:problem:${code}`);
  });
});

describe('the command line', () => {
  const run = (...args: string[]) => samenwerkt(place.folder, ...args);
  const file = join(place.folder, 'vraag.yaml');

  it('answers what-if for a file and for a contract on record', async () => {
    writeFileSync(
      file,
      `contract: ${JSON.stringify(CONTRACT)}\ncontributions: [{ block: ww, urenPerWeek: 18, maanden: 18 }]\n`,
    );
    const { code, out } = run(
      'what-if',
      '--pack',
      'haaglanden',
      'basis@1.2.0',
      '--contract',
      file,
      '--date',
      '2024-01-01',
    );
    expect(code).toBe(0);
    expect(out).toContain('samen: 10000.00');
    expect(out).toContain('Advies: Social return past bij dit contract.');
    await post(host, '/contracts', { facts: CONTRACT });
    const json = run('what-if', '--pack', 'basis', '--kenmerk', CONTRACT.kenmerk, '--date', '2024-01-01', '--json').out;
    expect(JSON.parse(json)).toMatchObject([{ pack: { name: 'basis' }, advice: { conclusion: 'geschikt' } }]);
  });

  it('advises, with the way to every amount when asked', () => {
    const args = ['advise', '--pack', 'utrecht-bouwblokken', '--people', '2', '--date', '2020-01-01'];
    const { code, out } = run(
      ...args,
      '--open',
      '52000',
      '--blocks',
      'bbl,ondersteuning',
      '--support-hours',
      '20',
      '--explain',
    );
    expect(code).toBe(0);
    expect(out).toContain('2 × Leerwerkplek BBL: 36 uur per week, 9 maanden; € 26.250,00 per plaats');
    expect(out).toContain('€ 35.000,00 × 36/36 × 9/12 = € 26.250,00');
  });

  it('says what is wrong with a question', () => {
    writeFileSync(file, 'contract: { kenmerk: A }\n');
    const { code, err } = run('what-if', '--pack', 'basis', '--contract', file);
    expect(code).toBe(1);
    expect(err).toContain('/contract/titel: veld titel ontbreekt');
    expect(run('what-if', '--pack', 'basis').err).toContain('Geef de feiten met --contract');
    expect(run('advise', '--pack', 'basis', '--people', '1').err).toContain('/open: geef open, of contract');
    expect(run('advise', '--pack', 'basis', '--people', 'een', '--open', '1').err).toContain(
      '--people een: geef een heel getal',
    );
    expect(run('what-if', '--pack', 'basis', '--kenmerk', 'nergens').err).toContain('Er is geen contract nergens');
    expect(run('advise', '--pack', 'basis', '--people', '1', '--open', '1', '--date', 'morgen').err).toContain(
      '--date morgen',
    );
  });
});
