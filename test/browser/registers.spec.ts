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
  await page.getByRole('button', { name: 'Beheerder', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Werkvoorraad' }).waitFor();
}, 180_000);
afterAll(async () => {
  await browser.stop();
  await stopHost(host);
  place.dispose();
});

const press = (name: string | RegExp) => page.getByRole('button', { name }).click();

/** Everybody who is named in a partnership of the demo. */
async function named(): Promise<{ id: string; name: string }[]> {
  const { items } = (await get(host, '/data-subjects')).body as unknown as { items: { id: string; name: string }[] };
  return items;
}

describe('the address book', () => {
  it('tells who has no address, takes one, and says what is wrong with one', async () => {
    await page.goto(`${host.url}/beheer/adresboek`);
    await page.getByText(/nog geen adres$/).waitFor();
    expect(await lookedAt(page, 'adresboek')).toEqual([]);
    const fill = page.getByRole('button', { name: /^Geef .* een adres$/ }).first();
    const name = /^Geef (.*) een adres$/.exec((await fill.textContent()) ?? '')?.[1] ?? '';
    await fill.click();
    await page.getByLabel('E-mailadres').fill('geen adres');
    await press('Bewaar');
    await page.getByRole('alert').waitFor();
    await page.getByLabel('E-mailadres').fill('post@merwedam.example');
    await press('Bewaar');
    await page.getByText(`Post voor ${name} gaat naar post@merwedam.example.`).waitFor();
    await page.getByRole('rowheader', { name, exact: true }).waitFor();
    await press(`Haal weg: ${name}`);
    expect(await lookedAt(page, 'adresboek-weghalen')).toEqual([]);
    await press(`Ja, haal ${name} weg`);
    await page.getByRole('rowheader', { name, exact: true }).waitFor({ state: 'detached' });
  });
});

describe('people who are named', () => {
  it('are found by a part of their name, and get a file of what is on record', async () => {
    const [first] = await named();
    const name = first?.name ?? '';
    await page.goto(`${host.url}/beheer/betrokkenen`);
    await page.getByRole('searchbox').fill('bestaat nergens');
    await page.getByText('Niemand gevonden').waitFor();
    await page.getByRole('searchbox').fill(name);
    await page.getByRole('rowheader', { name, exact: true }).first().waitFor();
    expect(await lookedAt(page, 'betrokkenen')).toEqual([]);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page
        .getByRole('button', { name: `Download wat is vastgelegd over ${name}` })
        .first()
        .click(),
    ]);
    const content = JSON.parse(readFileSync(await file.path(), 'utf8')) as { subject: { name: string } };
    expect(content.subject.name).toBe(name);
  });

  it('are erased for good, after it was said what that means and why it is done', async () => {
    const [first] = await named();
    await page
      .getByRole('button', { name: `Wis ${first?.name ?? ''}` })
      .first()
      .click();
    expect(await lookedAt(page, 'betrokkene-wissen')).toEqual([]);
    expect(await page.getByRole('button', { name: 'Ja, wis voorgoed' }).isDisabled()).toBe(true);
    await page.getByLabel('Waarom').fill('Verzoek van betrokkene, zaak 2026-114');
    await press('Ja, wis voorgoed');
    await page.getByText(/^Gewist\./).waitFor();
    expect((await named()).map(({ id }) => id)).not.toContain(first?.id);
  });
});
