import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Page } from 'playwright-core';
import { sampleData } from '@samenwerkt/engine';
import { openBrowser, type RealBrowser } from '../support/chromium.js';
import { fire, get } from '../support/client.js';
import { startHost, stopHost, temporaryFolder, type RunningHost } from '../support/host.js';
import { lookedAt } from '../support/screens.js';

const place = temporaryFolder();
let browser: RealBrowser;
let host: RunningHost;
let page: Page;
/** A partnership in monitoring. */
let id: string;

beforeAll(async () => {
  browser = await openBrowser();
  host = await startHost(place.folder, { SEED: 'demo' });
  const { items } = (await get(host, '/partnerships?phase=monitoring&limit=1')).body as unknown as {
    items: { id: string }[];
  };
  id = items[0]?.id ?? '';
  page = await (await browser.visitor()).newPage();
  await page.goto(`${host.url}/aanmelden`);
  await page.getByRole('button', { name: 'Coördinator social return', exact: true }).click();
  await shows('Werkvoorraad');
}, 180_000);
afterAll(async () => {
  await browser.stop();
  await stopHost(host);
  place.dispose();
});

const shows = (name: string) => page.getByRole('heading', { level: 1, name, exact: true }).waitFor();

describe('a coordinator', () => {
  it('begins with what is late, and goes from there to the partnership', async () => {
    const late = page.getByRole('region', { name: 'Te laat' });
    await late.getByRole('row').nth(1).waitFor();
    expect(await lookedAt(page, 'werkvoorraad')).toEqual([]);
    const first = late.getByRole('link').first();
    const name = (await first.getAttribute('aria-label')) ?? '';
    await first.click();
    await page.getByRole('heading', { level: 2, name: 'Wat kan nu' }).waitFor();
    expect(name).toContain((await page.getByRole('heading', { level: 1 }).textContent()) ?? '-');
  });

  it('finds a partnership by a part of its name; the address keeps what was looked for', async () => {
    await page.goto(`${host.url}/partnerschappen`);
    await page.getByRole('searchbox').fill('schoonmaak');
    await page.waitForURL('**/partnerschappen?q=schoonmaak');
    await page.getByRole('row').nth(1).waitFor();
    for (const row of await page.getByRole('rowheader').allTextContents())
      expect(row.toLowerCase()).toContain('schoonmaak');
    expect(await lookedAt(page, 'partnerschappen')).toEqual([]);
    await page.getByRole('searchbox').fill('bestaat nergens');
    await page.getByText('Geen partnerschappen gevonden').waitFor();
    await page.getByRole('button', { name: 'Wis de filters' }).click();
    await page.getByRole('row').nth(1).waitFor();
  });

  it('sees why something cannot be yet: what is, what is needed, and where that stands', async () => {
    await page.goto(`${host.url}/partnerschappen/${id}`);
    await page.getByText('Kan nog niet').first().waitFor();
    await page
      .getByText(/Waarom niet/)
      .first()
      .click();
    await page.getByText('Bron', { exact: true }).first().waitFor();
    expect(await lookedAt(page, 'partnerschap')).toEqual([]);
  });

  it('records a step by keyboard: what is wrong is said at its field, what would come of it is shown first', async () => {
    await page.goto(`${host.url}/partnerschappen/${id}/vastleggen/coordinatorOverdragen`);
    await shows('Coördinatie overdragen');
    await page.getByRole('button', { name: 'Controleer' }).press('Enter');
    await page.getByText(/velden om te verbeteren|veld om te verbeteren/).waitFor();
    expect(await page.locator(':focus').getAttribute('data-path')).toBe('/coordinator');
    expect(await lookedAt(page, 'vastleggen-fout')).toEqual([]);
    await page.getByLabel(/^Nieuwe coördinator/).fill('Youssef Amrani');
    await page.getByLabel(/^Reden van overdracht/).fill('Verlof');
    await page.getByRole('button', { name: 'Controleer' }).press('Enter');
    await page.getByText('Zo wordt het').waitFor();
    expect(await lookedAt(page, 'vastleggen')).toEqual([]);
    await page.getByRole('button', { name: 'Vastleggen' }).press('Enter');
    await page.getByRole('heading', { level: 2, name: 'Wat kan nu' }).waitFor();
    await page.getByText('Youssef Amrani').waitFor();
  });

  it('loses nothing of what was typed when the tab closes', async () => {
    const address = `${host.url}/partnerschappen/${id}/vastleggen/opschorten`;
    await page.goto(address);
    await page.getByLabel(/^Reden van opschorten/).fill('De locatie is dicht');
    const other = await page.context().newPage();
    await other.goto(address);
    expect(await other.getByLabel(/^Reden van opschorten/).inputValue()).toBe('De locatie is dicht');
    await other.getByRole('button', { name: 'Begin leeg' }).click();
    expect(await other.getByLabel(/^Reden van opschorten/).inputValue()).toBe('');
    await other.close();
  });

  it('is told when somebody else was first, with what they did; nothing typed is lost', async () => {
    await page.goto(`${host.url}/partnerschappen/${id}/vastleggen/coordinatorOverdragen`);
    await page.getByLabel(/^Nieuwe coördinator/).fill('Fatma Yilmaz');
    await page.getByLabel(/^Reden van overdracht/).fill('Andere functie');
    await page.getByRole('button', { name: 'Controleer' }).click();
    await page.getByText('Zo wordt het').waitFor();
    const { states } = (await get(host, `/partnerships/${id}`)).body as unknown as { states: { id: string }[] };
    expect(states.length).toBeGreaterThan(0);
    expect(
      (await fire(host, id, 'coordinatorOverdragen', sampleData('stappenplan-2020', 'coordinatorOverdragen'))).status,
    ).toBe(200);
    await page.getByRole('button', { name: 'Vastleggen' }).click();
    await page.getByText('Intussen gewijzigd').waitFor();
    await page.getByRole('listitem').filter({ hasText: 'Coördinatie overdragen' }).first().waitFor();
    expect(await page.getByLabel(/^Nieuwe coördinator/).inputValue()).toBe('Fatma Yilmaz');
    await page.getByRole('button', { name: 'Controleer' }).click();
    await page.getByRole('button', { name: 'Vastleggen' }).click();
    await page.getByRole('heading', { level: 2, name: 'Wat kan nu' }).waitFor();
    await page.getByText('Fatma Yilmaz').waitFor();
  });

  it('sees at once what somebody else records, and who that was', async () => {
    await page.goto(`${host.url}/partnerschappen/${id}`);
    await page.getByRole('heading', { level: 2, name: 'Wat kan nu' }).waitFor();
    const data = { coordinator: 'Jan van Dijk', reden: 'ruil' };
    expect((await fire(host, id, 'coordinatorOverdragen', data)).status).toBe(200);
    await page.getByText(/legde zojuist vast: Coördinatie overdragen/).waitFor();
    await page.getByText('Jan van Dijk').waitFor();
    expect(await lookedAt(page, 'partnerschap-bijgewerkt')).toEqual([]);
    await page.getByRole('button', { name: 'Gezien' }).click();
    expect(await page.getByText(/legde zojuist vast/).count()).toBe(0);
  });

  it('looks back: what happened, that it is intact, and how it stood on a day', async () => {
    await page.goto(`${host.url}/partnerschappen/${id}/tijdlijn`);
    await page.getByText(/keten onverbroken/).waitFor();
    expect(await lookedAt(page, 'tijdlijn')).toEqual([]);
    const before = await page.getByRole('list', { name: 'Tijdlijn' }).getByRole('listitem').count();
    await page.getByRole('slider').press('Home');
    await page.getByRole('heading', { level: 2, name: /^Stand op/ }).waitFor();
    expect(await page.getByRole('list', { name: 'Tijdlijn' }).getByRole('listitem').count()).toBeLessThan(before);
  });

  it('sees the road on a map with a list beneath it, and what is owed with how that was worked out', async () => {
    await page.goto(`${host.url}/partnerschappen/${id}/kaart`);
    await page.locator('.react-flow__node').first().waitFor();
    expect(await lookedAt(page, 'kaart')).toEqual([]);
    await page.goto(`${host.url}/partnerschappen/${id}/verplichting`);
    await page.getByRole('heading', { level: 2 }).first().waitFor();
    expect(await lookedAt(page, 'verplichting')).toEqual([]);
  });

  it('prepares a conversation: what to talk about and why', async () => {
    await page.goto(`${host.url}/partnerschappen/${id}/gesprekken`);
    await page.getByRole('heading', { level: 2, name: 'Gehouden gesprekken' }).waitFor();
    expect(await lookedAt(page, 'gesprekken')).toEqual([]);
  });

  it('reads the policy: parameters with their source, rules in words', async () => {
    await page.goto(`${host.url}/regelpakketten`);
    await page.getByRole('link', { name: 'Bekijk basis 1.2.0' }).click();
    await page.getByRole('heading', { level: 2, name: 'Regels' }).waitFor();
    expect(await lookedAt(page, 'regelpakket')).toEqual([]);
  });

  it('imports contracts: every faulty cell is named first, and nothing comes before all is right', async () => {
    const header = 'kenmerk;titel;leverancier;categorie;soort;waarde';
    const file = (rows: string) => ({
      name: 'contracten.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`${header}\n${rows}\n`),
    });
    await page.goto(`${host.url}/beheer/importeren`);
    await page.getByLabel('CSV-bestand').setInputFiles(file('B-1;Bomen;Groen BV;groen;cadeau;1.234'));
    await page.getByRole('button', { name: 'Bekijk het bestand' }).click();
    await page.getByText('2 cellen kloppen niet').waitFor();
    await page.getByText('Regel 2, kolom 5 (soort)').waitFor();
    expect(await lookedAt(page, 'importeren-fout')).toEqual([]);
    await page.getByLabel('CSV-bestand').setInputFiles(file('B-1;Bomen;Groen BV;groen;dienst;1234.00'));
    await page.getByRole('button', { name: 'Bekijk het bestand' }).click();
    await page.getByRole('button', { name: 'Importeer 1 contract' }).click();
    await page.getByText('1 contract geïmporteerd.').waitFor();
  });

  it('reads it all in English', async () => {
    await page.goto(`${host.url}/`);
    await page.locator('header summary').click();
    await page.getByRole('button', { name: 'English' }).click();
    await shows('Work list');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await lookedAt(page, 'work-list-en')).toEqual([]);
    await page.locator('header summary').click();
    await page.getByRole('button', { name: 'Nederlands' }).click();
    await shows('Werkvoorraad');
  });

  it('is helped when an address is wrong', async () => {
    await page.goto(`${host.url}/bestaat-niet`);
    await shows('Deze pagina bestaat niet');
    expect(await lookedAt(page, 'niet-gevonden')).toEqual([]);
    await page.getByRole('link', { name: 'Naar de werkvoorraad' }).click();
    await shows('Werkvoorraad');
  });
});
