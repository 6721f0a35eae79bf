import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Page } from 'playwright-core';
import { openBrowser, type RealBrowser } from '../support/chromium.js';
import { fire, get } from '../support/client.js';
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

/** As if they were here for the last time some hours ago, in this browser. */
async function afterHours(): Promise<void> {
  await page.evaluate(`(() => {
    const key = Object.keys(localStorage).find((one) => one.startsWith('samenwerkt.bezoek.'));
    localStorage.setItem(key, JSON.stringify({ last: new Date(Date.now() - 3 * 3_600_000).toISOString() }));
  })()`);
  await page.goto(host.url);
}

describe('somebody who comes back', () => {
  it('sees nothing of the kind on the first day', async () => {
    await page.getByRole('heading', { name: 'Partnerschappen per fase' }).waitFor();
    expect(await page.getByRole('region', { name: 'Sinds uw vorige bezoek' }).count()).toBe(0);
  });

  it('sees that nobody else did anything', async () => {
    await afterHours();
    await page.getByText('Niemand anders legde iets vast.').waitFor();
  });

  it('sees what others did meanwhile, and goes there', async () => {
    const { items } = (await get(host, '/partnerships?phase=monitoring')).body;
    const [one] = items as unknown as { id: string; title: string }[];
    const { status } = await fire(host, String(one?.id), 'opschorten', { reden: 'Brand' });
    expect(status).toBe(200);
    await afterHours();
    const card = page.getByRole('region', { name: 'Sinds uw vorige bezoek' });
    await card.getByRole('link', { name: String(one?.title) }).waitFor();
    expect(await lookedAt(page, 'werkvoorraad-veranderd')).toEqual([]);
    await card.getByRole('link', { name: String(one?.title) }).click();
    await page.waitForURL(/\/tijdlijn$/);
  });
});
