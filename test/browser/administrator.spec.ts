import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Page } from 'playwright-core';
import { openBrowser, type RealBrowser } from '../support/chromium.js';
import { get } from '../support/client.js';
import { until } from '../support/dispatching.js';
import { startHost, stopHost, temporaryFolder, type RunningHost } from '../support/host.js';
import { lookedAt } from '../support/screens.js';

const place = temporaryFolder();
let browser: RealBrowser;
let host: RunningHost;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  // Nobody listens there: no message gets out.
  host = await startHost(place.folder, { SEED: 'demo', SMTP_URL: 'smtp://127.0.0.1:9' });
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

/** How many reminders there are in a state. */
async function inState(state: string): Promise<number> {
  const { counts } = (await get(host, '/reminders/health')).body as unknown as { counts: Record<string, number> };
  return counts[state] ?? 0;
}

describe('an administrator', () => {
  it('finds a reminder that failed, reads why, and has it tried again', async () => {
    await until('some cannot be delivered', async () => (await inState('dead')) + (await inState('failed')) > 0);
    const state = (await inState('dead')) > 0 ? 'dead' : 'failed';
    await page.goto(`${host.url}/herinneringen?stand=${state}`);
    await page.getByRole('row').nth(1).waitFor();
    expect(await lookedAt(page, 'herinneringen')).toEqual([]);
    await page.getByRole('rowheader').first().getByRole('link').click();
    await page.getByText('Laatste fout').waitFor();
    await page.getByRole('heading', { level: 2, name: 'Het bericht' }).waitFor();
    expect(await lookedAt(page, 'herinnering')).toEqual([]);
    await page.getByRole('button', { name: 'Probeer opnieuw' }).click();
    await page.getByText('Vul dit in.').waitFor();
    await page.getByLabel('Reden').fill('De mailserver is verhuisd');
    await page.getByRole('button', { name: 'Probeer opnieuw' }).click();
    await page.getByText('De herinnering wordt opnieuw geprobeerd.').waitFor();
    await page.getByText('De mailserver is verhuisd').waitFor();
  });

  it('invites somebody, who is told of in the list; what is missing is said at its field', async () => {
    await page.goto(`${host.url}/beheer`);
    await page.getByRole('heading', { level: 2, name: 'Nodig iemand uit' }).waitFor();
    expect(await lookedAt(page, 'beheer-mensen')).toEqual([]);
    await page.getByRole('button', { name: 'Verstuur de uitnodiging' }).click();
    await page.getByRole('alert').waitFor();
    await page.getByLabel('Naam').fill('Fatma Yilmaz');
    await page.getByLabel('E-mailadres').fill('fatma@merwedam.example');
    await page.getByRole('button', { name: /^Voeg toe/ }).click();
    await page.getByLabel('Rollen', { exact: true }).last().selectOption('coordinator');
    await page.getByRole('button', { name: 'Verstuur de uitnodiging' }).click();
    await page.getByText('De uitnodiging gaat naar fatma@merwedam.example.').waitFor();
    await page
      .getByRole('row', { name: /Fatma Yilmaz/ })
      .getByText('uitgenodigd')
      .waitFor();
    await page.getByRole('button', { name: 'Blokkeer Fatma Yilmaz' }).click();
    await page
      .getByRole('row', { name: /Fatma Yilmaz/ })
      .getByText('geblokkeerd')
      .waitFor();
  });

  it('erases an account for good, after saying what that means', async () => {
    const row = page.getByRole('row', { name: /Fatma Yilmaz/ });
    await row.getByText('Coördinator social return').waitFor();
    await row.getByRole('button', { name: 'Wis Fatma Yilmaz' }).click();
    await page.getByLabel(/^Waarom/).fill('verzoek van betrokkene');
    expect(await lookedAt(page, 'beheer-wissen')).toEqual([]);
    await page.getByRole('button', { name: 'Ja, wis voorgoed' }).click();
    await page.getByText('Het account is gewist.').waitFor();
    await row.waitFor({ state: 'detached' });
  });

  it('reads who did what, and that nothing of it was changed', async () => {
    await page.getByRole('link', { name: 'Logboek' }).click();
    await page.getByText(/keten onverbroken/).waitFor();
    expect(await lookedAt(page, 'beheer-logboek')).toEqual([]);
  });
});
