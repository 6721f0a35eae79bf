import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Page } from 'playwright-core';
import { openBrowser, type RealBrowser } from '../support/chromium.js';
import { get } from '../support/client.js';
import { ROOT, startHost, stopHost, temporaryFolder, type RunningHost } from '../support/host.js';
import { lookedAt } from '../support/screens.js';

/** Passes the eleven-test and belongs to nobody. */
const NUMBER = '111222333';

const WORKBOOK = join(ROOT, 'test/fixtures/contracten.xlsx');

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

function csv(...lines: string[]) {
  const text = ['kenmerk;titel;leverancier;categorie;soort;waarde', ...lines].join('\n');
  return { name: 'contracten.csv', mimeType: 'text/csv', buffer: Buffer.from(`${text}\n`) };
}

const press = (name: string | RegExp) => page.getByRole('button', { name }).click();

describe('contracts from a file', () => {
  it('come in when every cell is right; until then each faulty cell is named', async () => {
    await page.goto(`${host.url}/beheer/importeren`);
    await page
      .getByLabel(/^CSV-bestand of Excel-werkmap/)
      .setInputFiles(csv('I-1;Groen;Groen BV;groen;dienst;duizend'));
    await press('Bekijk het bestand');
    await page.getByText('Regel 2, kolom 6 (waarde)').waitFor();
    expect(await lookedAt(page, 'importeren-fout')).toEqual([]);
    await page
      .getByLabel(/^CSV-bestand of Excel-werkmap/)
      .setInputFiles(csv('I-1;Groen;Groen BV;groen;dienst;1000.00'));
    await press('Bekijk het bestand');
    await press('Importeer 1 contract');
    await page.getByText('1 contract geïmporteerd.').waitFor();
  });

  it('come from a workbook of Excel too, which says itself how it is written', async () => {
    const file = page.getByLabel(/^CSV-bestand of Excel-werkmap/);
    await file.setInputFiles(WORKBOOK);
    expect(await page.getByLabel('Codering').count()).toBe(0);
    await press('Bekijk het bestand');
    // The demonstration has them already, and each says so.
    await page.getByText('40 cellen kloppen niet').waitFor();
    await page.getByText("Contract 'MWD-2024-001' is er al.").waitFor();
  });

  it('may hold a number that looks like a BSN, when somebody says which it is', async () => {
    const file = csv(`I-2;Onderhoud ${NUMBER};Groen BV;groen;dienst;1000.00`);
    await page.getByLabel(/^CSV-bestand of Excel-werkmap/).setInputFiles(file);
    await press('Bekijk het bestand');
    const form = page.getByRole('form', { name: 'Bevestig het nummer op regel 2, kolom 2' });
    await form.getByLabel('Het nummer').fill('123456782');
    await form.getByLabel('Welk nummer het is').fill('bestelnummer');
    expect(await lookedAt(page, 'importeren-bevestigen')).toEqual([]);
    await form.getByRole('button', { name: 'Bevestig' }).click();
    await form.getByLabel('Het nummer').fill(NUMBER);
    await form.getByLabel('Welk nummer het is').fill('bestelnummer');
    await form.getByRole('button', { name: 'Bevestig' }).press('Enter');
    await page.getByText('1 nummer is bevestigd').waitFor();
    await press('Importeer 1 contract');
    await page.getByText('1 contract geïmporteerd.').waitFor();
    const { items } = (await get(host, '/audit-log?action=number.confirmed')).body;
    expect(items).toMatchObject([{ reason: 'bestelnummer', details: { field: '/titel' } }]);
  });
});
