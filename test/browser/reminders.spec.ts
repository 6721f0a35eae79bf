import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Page } from 'playwright-core';
import { openBrowser, type RealBrowser } from '../support/chromium.js';
import { get, patch } from '../support/client.js';
import { startHost, stopHost, temporaryFolder, type RunningHost } from '../support/host.js';
import { lookedAt } from '../support/screens.js';

const place = temporaryFolder();
let browser: RealBrowser;
let host: RunningHost;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  host = await startHost(place.folder, { SEED: 'demo' });
  page = await signedIn('Beheerder');
}, 180_000);
afterAll(async () => {
  await browser.stop();
  await stopHost(host);
  place.dispose();
});

async function signedIn(role: string): Promise<Page> {
  const visit = await (await browser.visitor()).newPage();
  await visit.goto(`${host.url}/aanmelden`);
  await visit.getByRole('button', { name: role, exact: true }).click();
  await visit.getByRole('link', { name: 'Herinneringen' }).waitFor();
  return visit;
}

const table = () => page.getByRole('table', { name: 'Herinneringen' });
const rows = () => table().getByRole('rowheader');

async function counted(query = ''): Promise<number> {
  const { count } = (await get(host, `/reminders/count${query}`)).body as unknown as { count: number };
  return count;
}

/** Chooses the first so many of the list. @returns their ids */
async function choose(many: number): Promise<string[]> {
  await rows().nth(many).waitFor();
  const ids: string[] = [];
  for (let row = 0; row < many; row++) {
    const address = await rows().nth(row).getByRole('link').getAttribute('href');
    ids.push(address?.split('/').at(-1) ?? '');
    await table().getByRole('checkbox').nth(row).check();
  }
  return ids;
}

describe('the table of reminders', () => {
  it('scrolls to its last row by keyboard, has few rows in the document, and says which they are', async () => {
    const count = await counted();
    expect(count).toBeGreaterThan(200);
    await page.goto(`${host.url}/herinneringen`);
    await rows().first().waitFor();
    expect(await table().getAttribute('aria-rowcount')).toBe(String(count + 1));
    expect(await lookedAt(page, 'herinneringen-tabel')).toEqual([]);
    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('End');
    await table()
      .locator(`tr[aria-rowindex="${count + 1}"] th`)
      .waitFor();
    expect(await rows().count()).toBeLessThan(60);
  });

  it('keeps the focus in its row, however far one scrolls from there', async () => {
    await page.evaluate('scrollTo(0, 0)');
    const first = table().locator('tr[aria-rowindex="2"]').getByRole('link');
    await first.focus();
    await page.evaluate('scrollTo(0, 1e9)');
    await table()
      .locator(`tr[aria-rowindex="${(await counted()) + 1}"] th`)
      .waitFor();
    expect(await first.evaluate((link) => link.ownerDocument.activeElement === link)).toBe(true);
  });

  it('is narrowed by what stands in the address, and is there as a list to print', async () => {
    await page.goto(`${host.url}/herinneringen?stand=planned`);
    await page.getByText(`${await counted('?state=planned')} herinneringen`).waitFor();
    await page.getByRole('searchbox').fill('coordinator');
    await page.getByText(/ gevonden$/).waitFor();
    expect(new URL(page.url()).search).toContain('q=coordinator');
    await page.getByRole('link', { name: 'Als lijst, om af te drukken' }).click();
    await page.getByText(/ getoond$/).waitFor();
    expect(await lookedAt(page, 'herinneringen-lijst')).toEqual([]);
    await page.getByRole('searchbox').fill('bestaat nergens');
    await page.getByText('Geen herinneringen gevonden').waitFor();
  });
});

describe('an act on many reminders', () => {
  it('is seen beforehand; what changed in between is left alone and told, the others are done', async () => {
    await page.goto(`${host.url}/herinneringen?stand=planned`);
    const [changed = '', other = ''] = await choose(2);
    await page.getByText('2 gekozen').waitFor();
    await page.getByRole('button', { name: 'Sla over' }).click();
    await page.getByRole('button', { name: 'Bekijk wat er gebeurt' }).click();
    await page.getByRole('alert').waitFor();
    await page.getByLabel('Reden').fill('Al besproken met de leverancier');
    await page.getByRole('button', { name: 'Bekijk wat er gebeurt' }).click();
    await page.getByText('Alle 2 kunnen.').waitFor();
    expect(await lookedAt(page, 'herinneringen-samen')).toEqual([]);
    const moved = await patch(host, `/reminders/${changed}`, { reason: 'Vakantie', date: '2098-01-06' });
    expect(moved.status).toBe(200);
    await page.getByRole('button', { name: 'Ja, sla 2 over' }).click();
    await page.getByText('1 overgeslagen').waitFor();
    await page.getByText(/is intussen veranderd en daarom met rust gelaten/).waitFor();
    expect(await lookedAt(page, 'herinneringen-samen-gedaan')).toEqual([]);
    const state = async (id: string) => (await get(host, `/reminders/${id}`)).body.state?.id;
    expect([await state(changed), await state(other)]).toEqual(['planned', 'skipped']);
    await page.getByRole('button', { name: 'Terug naar de lijst' }).click();
    await page.getByText('0 gekozen').waitFor();
  });

  it('can be asked of everything that fits, and says why what cannot be done is not', async () => {
    await page.goto(`${host.url}/herinneringen?stand=sent`);
    const sent = await counted('?state=sent');
    await page.getByRole('button', { name: `Kies alle ${sent} die bij dit filter horen` }).click();
    await page.getByRole('button', { name: 'Verzet' }).click();
    await page.getByLabel('Nieuwe datum').fill('31-02-2098');
    await page.getByLabel('Reden').fill('Vakantie');
    await page.getByRole('button', { name: 'Bekijk wat er gebeurt' }).click();
    await page
      .getByText(/bestaat niet|Schrijf de datum/)
      .first()
      .waitFor();
    await page.getByLabel('Nieuwe datum').fill('6-1-2098');
    await page.getByRole('button', { name: 'Bekijk wat er gebeurt' }).click();
    await page.getByText('Geen van de gekozen herinneringen kan dit nog.').waitFor();
    await page
      .getByText(/verzetten kan dan niet/)
      .first()
      .waitFor();
  });

  it('is not offered to who may only look', async () => {
    const other = await signedIn('Contractmanager');
    await other.goto(`${host.url}/herinneringen`);
    await other.getByRole('rowheader').first().waitFor();
    expect(await other.getByRole('checkbox').count()).toBe(0);
    expect(await other.getByRole('group', { name: /gekozen herinneringen/ }).count()).toBe(0);
    await other.close();
  });
});

describe('how sending goes', () => {
  it('says where the queue is and when it was last checked, and is checked now when asked', async () => {
    await page.goto(`${host.url}/herinneringen`);
    await page.getByText('In dit programma').waitFor();
    await page.getByText('Laatste controle').waitFor();
    const [answer] = await Promise.all([
      page.waitForResponse((response) => response.url().endsWith('/reconciliations')),
      page.getByRole('button', { name: 'Controleer nu' }).click(),
    ]);
    expect(answer.status()).toBe(200);
    expect(await page.getByRole('link', { name: 'Bekijk de ruwe wachtrij' }).count()).toBe(0);
  });

  it('is all that somebody sees who keeps the queue going and may not read reminders', async () => {
    const other = await signedIn('Systeembeheerder');
    await other.getByRole('link', { name: 'Herinneringen' }).click();
    await other.getByText('In dit programma').waitFor();
    expect(await other.getByRole('searchbox').count()).toBe(0);
    expect(await other.getByRole('alert').count()).toBe(0);
    await other.close();
  });
});
