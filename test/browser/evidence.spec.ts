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
/** A partnership with a yearly statement on record. */
let id = '';

interface Evidence {
  readonly unseen: readonly { readonly kind: string; readonly title: string; readonly event: string }[];
  readonly items: readonly {
    readonly kind: string;
    readonly files: readonly { readonly removedAt: string | null }[];
  }[];
}
const evidence = async () => (await get(host, `/partnerships/${id}/evidence`)).body as unknown as Evidence;

beforeAll(async () => {
  browser = await openBrowser();
  host = await startHost(place.folder, { SEED: 'demo' });
  const { items } = (await get(host, '/partnerships?phase=monitoring&limit=100')).body as unknown as {
    items: { id: string }[];
  };
  for (const one of items) {
    id = one.id;
    if ((await evidence()).unseen.some(({ kind }) => kind === 'jaaropgave')) break;
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

const region = (name: string) => page.getByRole('region', { name, exact: true });

describe('the evidence of a partnership', () => {
  it('is asked by the rule pack, and on record once somebody says who saw it', async () => {
    await page.goto(`${host.url}/partnerschappen/${id}`);
    await page.getByRole('link', { name: 'Bewijs', exact: true }).click();
    const { title = '' } = (await evidence()).unseen.find(({ kind }) => kind === 'jaaropgave') ?? {};
    await page
      .getByRole('button', { name: `Leg vast dat dit is gezien: ${title}` })
      .first()
      .press('Enter');
    await page.getByLabel(/^Gezien op/).fill('31-12-2099');
    await page.getByRole('button', { name: 'Leg vast', exact: true }).first().click();
    await page.getByRole('alert').first().waitFor();
    expect(await lookedAt(page, 'bewijs-vastleggen')).toEqual([]);
    await page.getByLabel(/^Gezien door/).fill('Contractmanager');
    await page.getByLabel(/^Gezien op/).fill('5-1-2026');
    await page.getByLabel(/^Gezien op/).press('Enter');
    await page.getByText(`Vastgelegd: ${title}.`).waitFor();
    await region('Gezien').getByText('gezien door Contractmanager op 5 januari 2026').waitFor();
  });

  it('keeps a file that is what it says, gives it back, and destroys it with a reason', async () => {
    const field = page.getByLabel(/^Voeg een bestand toe/).first();
    await field.setInputFiles({ name: 'namen.txt', mimeType: 'text/plain', buffer: Buffer.from('geen pdf') });
    await page.getByText('Dit is geen PDF, PNG of JPEG').waitFor();
    const content = Buffer.from('%PDF-1.7 jaaropgave');
    await field.setInputFiles({ name: 'opgave.pdf', mimeType: 'application/pdf', buffer: content });
    const link = page.getByRole('link', { name: /^Download PDF/ });
    await link.waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    expect(readFileSync(await download.path())).toEqual(content);
    expect(download.suggestedFilename()).not.toContain('opgave');
    expect(await lookedAt(page, 'bewijs')).toEqual([]);
    await page.getByRole('button', { name: /^Vernietig PDF/ }).click();
    await page.getByLabel('Waarom').fill('hoorde bij een ander contract');
    await page.getByRole('button', { name: 'Ja, vernietig' }).click();
    await page.getByText('PDF: vernietigd, hoorde bij een ander contract').waitFor();
  });

  it('may be something else, and may be withdrawn: that stays to be seen', async () => {
    await page.getByRole('button', { name: 'Leg ander bewijs vast' }).click();
    await page.getByLabel(/^Wat het was/).fill('Foto van de werkplek, zonder mensen');
    await page.getByRole('button', { name: 'Leg vast', exact: true }).first().click();
    await region('Gezien').getByText('Foto van de werkplek').waitFor();
    await region('Gezien')
      .getByRole('button', { name: /^Trek in/ })
      .first()
      .click();
    expect(await lookedAt(page, 'bewijs-intrekken')).toEqual([]);
    await page.getByLabel('Waarom').fill('ging over een ander contract');
    await page.getByRole('button', { name: 'Ja, trek in' }).click();
    await page.getByText('Ingetrokken: ging over een ander contract').waitFor();
    expect((await evidence()).items).toHaveLength(2);
  });
});
