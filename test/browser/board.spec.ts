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

const column = (name: string) => page.getByRole('region', { name, exact: true });

describe('the board of the work list', () => {
  it('shows by phase, for each partnership, what comes first; the most urgent above', async () => {
    await page.getByRole('link', { name: 'Bord' }).press('Enter');
    await page.waitForURL('**/?beeld=bord');
    const cards = column('Monitoring').getByRole('article');
    await cards.first().waitFor();
    const { items } = (await get(host, '/work-list?phase=monitoring&limit=100')).body as unknown as {
      items: { partnership: { title: string } }[];
    };
    const titles = [...new Set(items.map(({ partnership }) => partnership.title))];
    expect(await cards.getByRole('link').allTextContents()).toEqual(titles);
    expect(await lookedAt(page, 'bord')).toEqual([]);
  });

  it('is narrowed as the list is, and goes on to the partnerships of a phase', async () => {
    await page.getByLabel(/^Fase/).selectOption('verkenning');
    await page.waitForURL('**/?beeld=bord&fase=verkenning');
    await column('Monitoring').waitFor({ state: 'detached' });
    await column('Verkenning')
      .getByRole('link', { name: /partnerschap/ })
      .click();
    await page.waitForURL('**/partnerschappen?fase=verkenning');
    await page.goBack();
    await page.getByRole('searchbox').fill('bestaat nergens');
    await column('Verkenning').getByText('Niets te doen hier').waitFor();
  });
});

describe('a view of the work list', () => {
  it('is kept under a name, found again in another browser, and put back after it was removed', async () => {
    await page.goto(`${host.url}/?fase=monitoring`);
    await page.getByRole('button', { name: 'Bewaar deze weergave' }).click();
    await page.getByLabel('Naam van de weergave').fill('Monitoring van iedereen');
    expect(await lookedAt(page, 'weergave-bewaren')).toEqual([]);
    await page.getByRole('button', { name: 'Bewaar', exact: true }).click();
    await page.getByRole('link', { name: 'Monitoring van iedereen' }).waitFor();
    await page.goto(`${host.url}/?fase=verkenning`);
    await page.getByRole('button', { name: 'Bewaar deze weergave' }).press('Enter');
    await page.getByLabel('Naam van de weergave').fill('Monitoring van iedereen');
    await page.getByLabel('Naam van de weergave').press('Enter');
    await page.getByText('er is al een weergave die zo heet').waitFor();
    const elsewhere = await (await browser.visitor()).newPage();
    await elsewhere.goto(`${host.url}/aanmelden`);
    await elsewhere.getByRole('button', { name: 'Coördinator social return', exact: true }).click();
    await elsewhere.getByRole('link', { name: 'Monitoring van iedereen' }).click();
    await elsewhere.waitForURL('**/?fase=monitoring');
    await elsewhere.getByRole('button', { name: 'Verwijder de weergave Monitoring van iedereen' }).click();
    await elsewhere.getByText('De weergave Monitoring van iedereen is verwijderd.').waitFor();
    await elsewhere.getByRole('link', { name: 'Monitoring van iedereen' }).waitFor({ state: 'detached' });
    await elsewhere.getByRole('button', { name: 'Zet terug' }).click();
    await elsewhere.getByRole('link', { name: 'Monitoring van iedereen' }).waitFor();
    expect(await lookedAt(elsewhere, 'weergaven')).toEqual([]);
    await elsewhere.close();
  });
});
