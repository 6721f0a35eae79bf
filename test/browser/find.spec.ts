import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Page } from 'playwright-core';
import { openBrowser, type RealBrowser } from '../support/chromium.js';
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

const field = () => page.getByRole('combobox', { name: /^Zoek een partnerschap/ });
const options = () => page.getByRole('listbox', { name: 'Zoeken' }).getByRole('option');

describe('searching from anywhere', () => {
  it('opens with Ctrl K, offers the screens, and closes with Escape to where one was', async () => {
    await page.getByRole('link', { name: 'Regelpakketten' }).focus();
    await page.keyboard.press('Control+k');
    await field().waitFor();
    expect(await options().allTextContents()).toContain('Agendascherm');
    await page.keyboard.press('Escape');
    await field().waitFor({ state: 'detached' });
    expect(await page.locator(':focus').textContent()).toContain('Regelpakketten');
  });

  it('finds a partnership by a part of its name, and goes there by keyboard alone', async () => {
    await page.keyboard.press('Control+k');
    await field().fill('universiteits');
    const found = options().filter({ hasText: 'Schoonmaak universiteitsgebouwen' });
    await found.waitFor();
    expect(await lookedAt(page, 'zoeken')).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Schoonmaak universiteitsgebouwen' }).waitFor();
  });

  it('finds rule packs, chosen with the arrows', async () => {
    await page.getByRole('button', { name: 'Zoeken' }).click();
    await field().fill('utrecht-bouw');
    await options().filter({ hasText: 'utrecht-bouwblokken' }).first().waitFor();
    const count = await options().count();
    await page.keyboard.press('ArrowUp');
    expect(
      await options()
        .nth(count - 1)
        .getAttribute('aria-selected'),
    ).toBe('true');
    await page.keyboard.press('ArrowDown');
    expect(await options().first().getAttribute('aria-selected')).toBe('true');
    await options().filter({ hasText: 'utrecht-bouwblokken' }).first().click();
    await page.waitForURL('**/regelpakketten/utrecht-bouwblokken/*');
  });

  it('says so when nothing fits', async () => {
    await page.keyboard.press('Control+k');
    await field().fill('bestaat nergens');
    await page.getByText('Niets gevonden. Probeer een ander deel van de naam.').waitFor();
    expect(await options().count()).toBe(0);
    await page.keyboard.press('Escape');
  });
});
