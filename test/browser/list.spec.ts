import { readFileSync } from 'node:fs';
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

const press = (name: string | RegExp) => page.getByRole('button', { name }).click();
const acts = () => page.getByRole('group', { name: /^Wat u met de gekozen/ });

/** Chooses the first rows of the list. @returns their titles */
async function chosen(n: number): Promise<string[]> {
  const titles: string[] = [];
  for (const row of (await page.locator('tbody tr').all()).slice(0, n)) {
    await row.getByRole('checkbox').check();
    titles.push((await row.getByRole('link').textContent()) ?? '');
  }
  return titles;
}

async function saved(button: string): Promise<string[]> {
  const [file] = await Promise.all([page.waitForEvent('download'), press(button)]);
  expect(file.suggestedFilename()).toMatch(/^partnerschappen-[\d-]{10}\.csv$/);
  return readFileSync(await file.path(), 'utf8')
    .trim()
    .split('\r\n');
}

describe('many partnerships', () => {
  it('are found by the reference of their contract, and taken along as CSV: the whole list, or those chosen', async () => {
    await page.goto(`${host.url}/partnerschappen?q=MWD-2024-00`);
    await page.getByText('MWD-2024-001').waitFor();
    const rows = await page.locator('tbody tr').count();
    expect(await saved('Exporteer deze lijst (CSV)')).toHaveLength(rows + 1);
    const [first] = await chosen(1);
    const lines = await saved('Exporteer gekozen (CSV)');
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain(first);
    await press('Kies niets meer');
    expect(await acts().getByRole('status').textContent()).toBe('0 gekozen');
  });

  it('stay chosen while the list is narrowed, all that are shown at once', async () => {
    await page.goto(`${host.url}/partnerschappen?fase=monitoring`);
    const all = page.getByRole('checkbox', { name: 'Kies alle getoonde' });
    await all.check();
    const shown = await page.locator('tbody tr').count();
    expect(await acts().getByRole('status').textContent()).toBe(`${shown} gekozen`);
    await page.getByLabel('Fase').selectOption('afgesloten');
    await page.waitForURL(/fase=afgesloten/);
    expect(await acts().getByRole('status').textContent()).toBe(`${shown} gekozen`);
    expect(await lookedAt(page, 'lijst-gekozen')).toEqual([]);
    await press('Kies niets meer');
  });

  it('go to the back-up of each, who is seen first', async () => {
    await page.goto(`${host.url}/partnerschappen?fase=monitoring`);
    await page.locator('tbody tr').first().waitFor();
    await chosen(2);
    await press('Draag over');
    const panel = page.getByRole('region', { name: 'Gekozen partnerschappen overdragen' });
    await panel.getByLabel(/^Reden/).fill('Met verlof');
    await panel.getByRole('button', { name: 'Bekijk wat overgaat' }).click();
    await panel.getByRole('heading', { name: 'Naar de back-up van elk' }).waitFor();
    expect(await lookedAt(page, 'lijst-overdragen')).toEqual([]);
    await panel.getByRole('button', { name: /^Draag \d partnerschap/ }).click();
    await page.getByText(/overgedragen aan de back-up/).waitFor();
    const { items } = (await get(host, '/audit-log?action=handover.done')).body;
    expect(items).toMatchObject([{ reason: 'Met verlof' }]);
    await press('Sluit');
    expect(await acts().getByRole('status').textContent()).toBe('0 gekozen');
  });

  it('move to another rule pack, which is looked at first', async () => {
    await page.goto(`${host.url}/partnerschappen?pakket=basis&fase=verkenning`);
    await page.locator('tbody tr').first().waitFor();
    await chosen(1);
    await press('Zet over op regelpakket');
    const to = page.getByLabel('Naar regelpakket');
    const target = to.getByRole('option', { name: /^utrecht-bouwblokken/ }).first();
    await to.selectOption((await target.getAttribute('value')) ?? '');
    await page.getByLabel('Reden').fill('Gemeente kiest bouwblokken');
    await press('Bekijk wat verandert');
    await page.getByRole('button', { name: /^Zet \d over$/ }).waitFor();
    expect(await lookedAt(page, 'lijst-overzetten')).toEqual([]);
  });
});
