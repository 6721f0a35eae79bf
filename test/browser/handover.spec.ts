import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Page } from 'playwright-core';
import { openBrowser, type RealBrowser } from '../support/chromium.js';
import { fire, get, startPartnership } from '../support/client.js';
import { startHost, stopHost, temporaryFolder, type RunningHost } from '../support/host.js';
import { lookedAt } from '../support/screens.js';

const place = temporaryFolder();
let browser: RealBrowser;
let host: RunningHost;
let page: Page;
const TITLES = ['Bomen', 'Bruggen', 'Banken'];

beforeAll(async () => {
  browser = await openBrowser();
  host = await startHost(place.folder, { SEED: 'demo' });
  for (const titel of TITLES) {
    const id = await startPartnership(host, { kenmerk: titel, facts: { titel } });
    await fire(host, id, 'coordinatorOverdragen', { coordinator: 'Vera Vertrekt', reden: 'begin' });
  }
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

async function ofCoordinator(name: string): Promise<string[]> {
  const { items } = (await get(host, `/partnerships?coordinator=${encodeURIComponent(name)}`)).body as unknown as {
    items: { title: string }[];
  };
  return items.map(({ title }) => title).sort();
}

describe('handing over the work of a coordinator', () => {
  it('begins at the work list, and names what was not filled in', async () => {
    await page.getByRole('link', { name: 'Werk overdragen' }).click();
    await page.getByRole('heading', { level: 1, name: 'Werk overdragen' }).waitFor();
    expect(await page.getByLabel(/^Van/).inputValue()).toBe('Sanne de Wit');
    await page.getByLabel(/^Van/).fill('');
    await page.getByRole('button', { name: 'Bekijk wat overgaat' }).click();
    await page
      .getByText(/velden om te verbeteren|moet een naam zijn/)
      .first()
      .waitFor();
    expect(await lookedAt(page, 'overdragen-fout')).toEqual([]);
  });

  it('says so when there is nothing to hand over', async () => {
    await page.getByLabel(/^Van/).fill('Niemand Hier');
    await page.getByLabel(/^Naar/).fill('Bert Blijft');
    await page.getByLabel(/^Reden/).fill('Verlof');
    await page.getByRole('button', { name: 'Bekijk wat overgaat' }).click();
    await page.getByText('Geen lopend werk van Niemand Hier').waitFor();
  });

  it('shows what would go, lets a part be chosen, and does just that', async () => {
    await page.getByLabel(/^Van/).fill('Vera Vertrekt');
    await page.getByRole('button', { name: 'Bekijk wat overgaat' }).click();
    await page.getByText('3 van 3 gekozen').waitFor();
    await page.getByLabel('Bruggen').uncheck();
    await page.getByText('2 van 3 gekozen').waitFor();
    expect(await lookedAt(page, 'overdragen')).toEqual([]);
    expect(await ofCoordinator('Vera Vertrekt')).toEqual(['Banken', 'Bomen', 'Bruggen']);
    await page.getByRole('button', { name: 'Draag 2 partnerschappen over' }).click();
    await page.getByText('2 partnerschappen overgedragen aan Bert Blijft').waitFor();
    expect(await ofCoordinator('Vera Vertrekt')).toEqual(['Bruggen']);
    expect(await ofCoordinator('Bert Blijft')).toEqual(['Banken', 'Bomen']);
  });
});
