import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sampleData } from '@samenwerkt/engine';
import { readPackFolder, writePackArchive } from '@samenwerkt/intake';
import { type Page } from 'playwright-core';
import { openBrowser, type RealBrowser } from '../support/chromium.js';
import { fire, get, startPartnership } from '../support/client.js';
import { ROOT, startHost, stopHost, temporaryFolder, type RunningHost } from '../support/host.js';
import { lookedAt } from '../support/screens.js';

const PACK = 'utrecht-bouwblokken';
const THRESHOLD = 'parameters/drempelContractwaarde.yaml';

const place = temporaryFolder();
let browser: RealBrowser;
let host: RunningHost;
let page: Page;

/** The pack as a file, under another number and with something changed. */
function archive(version: string, change: (files: Map<string, string>) => unknown = () => undefined): string {
  const files = new Map(readPackFolder(join(ROOT, 'rule-packs', PACK)));
  files.set('pack.yaml', (files.get('pack.yaml') ?? '').replace(/^version: .*$/m, `version: ${version}`));
  change(files);
  const path = join(place.folder, `${version}.tar.gz`);
  writeFileSync(path, writePackArchive(files));
  return path;
}

/** A partnership on a contract under the threshold, for which social return was left out. */
async function small(): Promise<void> {
  const id = await startPartnership(host, {
    kenmerk: 'KLEIN-1',
    facts: { titel: 'Kleine opdracht', waarde: '80000.00' },
  });
  const road = ['principebesluitNemen', 'werkgroepInstellen', 'doelstellingenVaststellen', 'actieplanVaststellen'];
  const tender = ['routeKiezen', 'inventarisatieAfronden', 'inkoopstrategieKiezen', 'toepassingBepalen'];
  const instead: Record<string, object> = {
    routeKiezen: { route: 'aanbesteding' },
    toepassingBepalen: { toepassen: false },
  };
  for (const event of [...road, ...tender]) {
    const data = { ...sampleData('stappenplan-2020', event), ...instead[event] };
    expect([event, (await fire(host, id, event, data)).status]).toEqual([event, 200]);
  }
}

beforeAll(async () => {
  browser = await openBrowser();
  host = await startHost(place.folder, { SEED: 'demo' });
  await small();
  page = await signedInAs('Packbeheerder');
}, 180_000);
afterAll(async () => {
  await browser.stop();
  await stopHost(host);
  place.dispose();
});

async function signedInAs(role: string): Promise<Page> {
  const opened = await (await browser.visitor()).newPage();
  await opened.goto(`${host.url}/aanmelden`);
  await opened.getByRole('button', { name: role, exact: true }).click();
  await opened.getByRole('heading', { level: 1, name: 'Werkvoorraad' }).waitFor();
  return opened;
}

async function offer(file: string): Promise<void> {
  await page.goto(`${host.url}/regelpakketten`);
  await page.getByLabel('Bied een regelpakket aan').setInputFiles(file);
  await page.getByRole('button', { name: 'Lees en controleer' }).click();
}

async function publish(version: string): Promise<void> {
  await page.getByRole('button', { name: 'Publiceer', exact: true }).click();
  await page.getByRole('button', { name: `Ja, publiceer ${version}` }).click();
}

async function stateOf(version: string): Promise<unknown> {
  return (await get(host, `/rule-packs/${PACK}/versions/${version}`)).body['state'];
}

describe('a policy owner', () => {
  it('is told of a pack that does not load what is wrong with it, in which file', async () => {
    await offer(archive('9.0.0', (files) => files.set(THRESHOLD, 'name: drempelContractwaarde\nunit: bananen\n')));
    await page.getByRole('alert').getByText(THRESHOLD).first().waitFor();
    expect(await lookedAt(page, 'regelpakket-fout')).toEqual([]);
  });

  it('offers a changed pack, sees what is different, and which partnerships would have gone another way', async () => {
    await offer(
      archive('9.0.0', (files) =>
        files.set(THRESHOLD, (files.get(THRESHOLD) ?? '').replaceAll('100000.00', '50000.00')),
      ),
    );
    await page.getByText('Concept', { exact: true }).waitFor();
    await page.getByRole('heading', { level: 2, name: 'Controle' }).waitFor();
    await page.getByRole('heading', { level: 2, name: /^Verschil met/ }).waitFor();
    await page.getByRole('button', { name: 'Speel na' }).click();
    await page.getByText(/^Van \d+ partnerschap/).waitFor();
    await page.getByRole('link', { name: 'Kleine opdracht' }).waitFor();
    await page.getByText(/^Eerste verschil bij toepassingBepalen/).waitFor();
    expect(await lookedAt(page, 'regelpakket-concept')).toEqual([]);
  });

  it('cannot publish what its own tests refuse, and is told which', async () => {
    await page.getByText(/tests geslaagd, [1-9]\d* mislukt/).waitFor();
    await publish('9.0.0');
    await page.getByRole('alert').waitFor();
    expect(await stateOf('9.0.0')).toBe('concept');
  });

  it('publishes what is right, after it was said that this cannot be undone; a coordinator moves partnerships to it', async () => {
    await offer(archive('9.1.0'));
    await page.getByText(/tests geslaagd, 0 mislukt/).waitFor();
    await publish('9.1.0');
    await page.getByText('Gepubliceerd', { exact: true }).waitFor();
    expect(await stateOf('9.1.0')).toBe('gepubliceerd');
    const address = page.url();
    page = await signedInAs('Coördinator social return');
    await page.goto(address);
    await page.getByLabel('Reden').fill('Nieuw beleid vanaf dit jaar');
    await page.getByRole('button', { name: 'Bekijk wat verandert' }).click();
    await page.getByText(/kunnen over/).waitFor();
    expect(await lookedAt(page, 'regelpakket-overzetten')).toEqual([]);
    await page.getByRole('button', { name: /^Zet \d+ over$/ }).click();
    await page.getByText(/^Klaar: [1-9]\d* overgezet/).waitFor();
    const { items } = (await get(host, `/partnerships?pack=${PACK}&limit=100`)).body as unknown as {
      items: { phase: string; pack: { version: string } }[];
    };
    expect(items.filter(({ pack }) => pack.version === '9.1.0').length).toBeGreaterThan(0);
  });
});
