import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Page } from 'playwright-core';
import { openBrowser, type RealBrowser } from '../support/chromium.js';
import { get } from '../support/client.js';
import { startHost, stopHost, temporaryFolder, type RunningHost } from '../support/host.js';
import { lookedAt } from '../support/screens.js';

const place = temporaryFolder();
let browser: RealBrowser;
let host: RunningHost;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  host = await startHost(place.folder, { SEED: 'demo' });
  page = await (await browser.visitor()).newPage();
  await page.goto(`${host.url}/aanmelden`);
  await page.getByRole('button', { name: 'Coördinator social return', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Werkvoorraad' }).waitFor();
}, 180_000);
afterAll(async () => {
  await browser.stop();
  await stopHost(host);
  place.dispose();
});

/** The newest version of a pack, as the choice names it. */
async function newest(name: string): Promise<string> {
  const { items } = (await get(host, '/rule-packs')).body as unknown as {
    items: { name: string; version: string }[];
  };
  return `${name}@${items.filter((one) => one.name === name).at(-1)?.version ?? ''}`;
}

const ask = () => page.getByRole('button', { name: 'Zet naast elkaar' }).click();

describe('what if', () => {
  it('says at its field what is missing', async () => {
    await page.getByRole('link', { name: 'Wat als' }).click();
    await page.getByRole('heading', { level: 1, name: 'Wat als' }).waitFor();
    await ask();
    await page.getByText('Vul dit in.').first().waitFor();
    expect(await page.getByText('Vul dit in.').count()).toBe(3);
    expect(await lookedAt(page, 'wat-als-leeg')).toEqual([]);
  });

  it('sets two packs side by side, tells where they differ, and keeps the question in the address', async () => {
    await page.getByLabel('Regelpakket 1').selectOption(await newest('utrecht-bouwblokken'));
    await page.getByRole('button', { name: 'Zet er een pakket naast' }).click();
    await page.getByLabel('Regelpakket 2').selectOption(await newest('haaglanden'));
    await page.getByLabel('Waarde in euro').fill('1.440.000');
    await page.getByLabel('Werk, dienst of levering').selectOption('dienst');
    await page.getByLabel('Categorie').fill('schoonmaak');
    await page.getByLabel('Eerste dag').fill('1-1-2024');
    await page.getByLabel('Laatste dag').fill('31-12-2026');
    await page.getByRole('button', { name: 'Voeg toe: Bijdrage' }).click();
    await page.getByLabel('Bouwblok', { exact: true }).selectOption('banenafspraak');
    await page.getByLabel('Uren per week').fill('36');
    await page.getByLabel('Maanden').fill('12');
    await page.getByLabel('Peildatum').fill('1-1-2024');
    await ask();
    const table = page.getByRole('region', { name: 'Wat de pakketten ervan maken' });
    await table.getByRole('rowheader', { name: /^Verplichting verschilt/ }).waitFor();
    expect(await table.getByRole('columnheader').count()).toBe(3);
    await table.getByText('Hoe komt dit tot stand?').first().click();
    expect(await lookedAt(page, 'wat-als')).toEqual([]);
    const shared = page.url();
    page = await page.context().newPage();
    await page.goto(shared);
    await page.getByRole('rowheader', { name: /^Verplichting verschilt/ }).waitFor();
    expect(await page.getByLabel('Categorie').inputValue()).toBe('schoonmaak');
  });

  it('tells the moments to come in the words of the pack', async () => {
    await page.getByLabel('Regelpakket 1').selectOption(await newest('basis'));
    await ask();
    await page.getByRole('columnheader', { name: /basis/ }).waitFor();
    await page
      .getByRole('row', { name: /^Ritme/ })
      .getByText(/Gesprek over de realisatie/)
      .first()
      .waitFor();
    await page.getByText('banenafspraak: telt niet mee').waitFor();
    expect(await lookedAt(page, 'wat-als-basis')).toEqual([]);
  });

  it('takes the facts of a contract that is there, and says so when there is none', async () => {
    const { items } = (await get(host, '/contracts?limit=1')).body as unknown as {
      items: { facts: { kenmerk: string; categorie: string } }[];
    };
    const { kenmerk = '', categorie = '' } = items[0]?.facts ?? {};
    await page.getByLabel('Kenmerk').fill('BESTAAT-NIET');
    await page.getByRole('button', { name: 'Neem over' }).click();
    await page.getByText('Er is geen contract met kenmerk BESTAAT-NIET.').waitFor();
    await page.getByLabel('Kenmerk').fill(kenmerk);
    await page.getByRole('button', { name: 'Neem over' }).click();
    await page.getByText(/^Overgenomen: /).waitFor();
    expect(await page.getByLabel('Categorie').inputValue()).toBe(categorie);
  });

  it('is there in English as well', async () => {
    await page.locator('header summary').click();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { level: 2, name: 'What the packs make of it' }).waitFor();
    expect(await lookedAt(page, 'wat-als-en')).toEqual([]);
  });
});
