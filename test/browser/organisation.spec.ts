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
}, 180_000);
afterAll(async () => {
  await browser.stop();
  await stopHost(host);
  place.dispose();
});

async function comesAs(role: string): Promise<void> {
  page = await (await browser.visitor()).newPage();
  await page.goto(`${host.url}/aanmelden`);
  await page.getByRole('button', { name: role, exact: true }).click();
  await page.getByRole('navigation', { name: 'Hoofdmenu' }).waitFor();
}

const press = (name: string | RegExp) => page.getByRole('button', { name }).click();

describe('the organisation', () => {
  it('shows its administrator how people sign in, and asks a code of whom they choose', async () => {
    await comesAs('Beheerder');
    await page.goto(`${host.url}/beheer/organisatie`);
    await page.getByText('Met een wachtwoord van hier').waitFor();
    const auditor = page.getByRole('checkbox', { name: 'Auditor' });
    expect(await auditor.isChecked()).toBe(false);
    await auditor.check();
    await press('Bewaar voor wie een code nodig is');
    await page.getByText('Bewaard. Het geldt vanaf het volgende aanmelden.').waitFor();
    expect(await lookedAt(page, 'organisatie')).toEqual([]);
    expect((await get(host, '/organisation/second-factor')).body).toEqual({ roles: ['auditor'] });
    await page.reload();
    await auditor.waitFor();
    expect(await auditor.isChecked()).toBe(true);
  });

  it('is added by who keeps the installation, with its first administrator', async () => {
    await comesAs('Systeembeheerder');
    await page.getByRole('link', { name: 'Beheer' }).click();
    await page.waitForURL(/\/beheer\/organisatie$/);
    await press('Voeg toe en nodig uit');
    await page.getByRole('alert').waitFor();
    await page.getByLabel('Naam van de organisatie').fill('Gemeente Élders');
    await page.getByRole('group', { name: 'De eerste beheerder' }).getByLabel('Naam').fill('Zoë Çelik');
    await page.getByLabel('E-mailadres').fill('z.celik@elders.example');
    await press('Voeg toe en nodig uit');
    await page.getByText('Gemeente Élders is toegevoegd; z.celik@elders.example is uitgenodigd.').waitFor();
    expect(await page.getByRole('listitem').filter({ hasText: 'Gemeente Élders' }).count()).toBe(1);
    expect(await lookedAt(page, 'organisaties')).toEqual([]);
  });
});
