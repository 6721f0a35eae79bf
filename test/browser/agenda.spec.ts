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
/** Something of the work list that is not late. */
let item: { dueOn: string; kind: { title: string }; partnership: { title: string } };

beforeAll(async () => {
  browser = await openBrowser();
  host = await startHost(place.folder, { SEED: 'demo' });
  const { items } = (await get(host, '/work-list?limit=100')).body as unknown as { items: (typeof item)[] };
  const last = items.at(-1);
  if (!last) throw new Error('the demo has no work');
  item = last;
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

describe('the agenda', () => {
  it('shows a month as a table and as a list, with the way to each partnership', async () => {
    await page.getByRole('link', { name: 'Agenda' }).click();
    await page.getByRole('heading', { level: 1, name: 'Agenda' }).waitFor();
    await page.goto(`${host.url}/agenda?maand=${item.dueOn.slice(0, 7)}`);
    const label = `${item.kind.title}: ${item.partnership.title}`;
    const list = page.getByRole('region', { name: 'Als lijst' });
    await list.getByRole('link', { name: label }).first().waitFor();
    expect(await page.getByRole('columnheader').allTextContents()).toEqual([
      ...['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'],
    ]);
    expect(await lookedAt(page, 'agenda')).toEqual([]);
    await list.getByRole('link', { name: label }).first().click();
    await page.getByRole('heading', { level: 1, name: item.partnership.title }).waitFor();
    await page.goBack();
  });

  it('shows which contracts end, while their partnership is not over', async () => {
    const { items } = (await get(host, '/partnerships?limit=100&endsFrom=2026-11-01')).body as unknown as {
      items: { title: string; phase: string; contractEndsOn: string }[];
    };
    const ending = items.find(({ phase }) => phase !== 'afgesloten');
    await page.goto(`${host.url}/agenda?maand=${ending?.contractEndsOn.slice(0, 7)}`);
    const list = page.getByRole('region', { name: 'Als lijst' });
    await list
      .getByRole('link', { name: `Contract loopt af: ${ending?.title}` })
      .first()
      .click();
    await page.getByRole('heading', { level: 1, name: ending?.title ?? '' }).waitFor();
  });

  it('goes to other months, and says when there is nothing; the address keeps the month', async () => {
    await page.goto(`${host.url}/agenda?maand=2050-12`);
    await page.getByText('Niets in december 2050').waitFor();
    expect(await lookedAt(page, 'agenda-leeg')).toEqual([]);
    await press('Volgende maand');
    await page.waitForURL('**/agenda?maand=2051-01');
    await press('Deze maand');
    await page.getByLabel('Wat u ziet').selectOption('herinneringen');
    await page.getByLabel(/^Coördinator/).selectOption('mij');
    await page.waitForURL(/van=mij/);
    await page.getByLabel('Wat u ziet').waitFor({ state: 'detached' });
  });
});

describe('another agenda', () => {
  it('reads along at an address that is shown once, until it is withdrawn', async () => {
    await page.getByLabel('Voor wie of wat').fill('Outlook van Sanne');
    await press('Maak een adres');
    const address = (await page.locator('[data-secret]').textContent()) ?? '';
    const read = async () => {
      const answer = await fetch(address);
      return [answer.status, (await answer.text()).split('\r\n')[0]];
    };
    expect(await read()).toEqual([200, 'BEGIN:VCALENDAR']);
    await press('Trek in: Outlook van Sanne');
    expect(await lookedAt(page, 'agenda-meelezen')).toEqual([]);
    await press('Ja, trek Outlook van Sanne in');
    await page.getByText('Er leest nog geen agenda mee').waitFor();
    expect((await read())[0]).toBe(404);
  });

  it('is offered in English as well', async () => {
    await page.locator('header summary').click();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { level: 2, name: 'In your own agenda' }).waitFor();
    expect(await lookedAt(page, 'agenda-en')).toEqual([]);
  });
});
