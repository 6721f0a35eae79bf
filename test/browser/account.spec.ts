import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';
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
  page = await signedIn();
}, 180_000);
afterAll(async () => {
  await browser.stop();
  await stopHost(host);
  place.dispose();
});

async function signedIn(): Promise<Page> {
  const opened = await (await browser.visitor()).newPage();
  await opened.goto(`${host.url}/aanmelden`);
  await opened.getByRole('button', { name: 'Beheerder', exact: true }).click();
  await opened.getByRole('heading', { level: 1, name: 'Werkvoorraad' }).waitFor();
  return opened;
}

const press = (name: string | RegExp) => page.getByRole('button', { name }).click();

/** What the API answers to whoever has this token. */
async function askedWith(token: string): Promise<number> {
  const answer = await fetch(`${host.api}/partnerships`, { headers: { authorization: `Bearer ${token}` } });
  return answer.status;
}

describe('somebody with a program', () => {
  let token = '';

  it('is told what a token lacks', async () => {
    await page.goto(`${host.url}/beheer/tokens`);
    await page.getByText('U hebt geen tokens').waitFor();
    await press('Maak het token');
    await page.getByRole('alert').waitFor();
  });

  it('makes a token for what it needs, and sees it this once', async () => {
    await page.getByLabel('Waarvoor').fill('Koppeling contractregister');
    await page.getByLabel('Partnerschappen en hun geschiedenis bekijken').check();
    await page.getByLabel('Hoelang het werkt').selectOption('30');
    await press('Maak het token');
    token = (await page.locator('[data-secret]').textContent()) ?? '';
    expect(await askedWith(token)).toBe(200);
    expect(await lookedAt(page, 'tokens')).toEqual([]);
    await page.reload();
    await page.getByRole('rowheader', { name: /^Koppeling contractregister/ }).waitFor();
    expect(await page.getByText(token).count()).toBe(0);
  });

  it('withdraws it, after it was said what that means', async () => {
    await press('Trek in: Koppeling contractregister');
    expect(await lookedAt(page, 'tokens-intrekken')).toEqual([]);
    await press('Ja, trek Koppeling contractregister in');
    await page.getByText('ingetrokken', { exact: true }).waitFor();
    expect(await askedWith(token)).toBe(401);
  });
});

describe('somebody’s own account', () => {
  it('is in the menu at their name, and ends a sign-in elsewhere', async () => {
    const other = await signedIn();
    await page.locator('header summary').click();
    await page.getByRole('link', { name: 'Mijn account' }).click();
    await page.getByRole('heading', { level: 1, name: 'Mijn account' }).waitFor();
    await page.getByText('deze aanmelding').waitFor();
    await press(/^Beëindig de aanmelding van/);
    await page.getByText('Beëindigd. Daar moet opnieuw worden aangemeld.').waitFor();
    await other.goto(`${host.url}/account`);
    await other.waitForURL(`${host.url}/aanmelden`);
    expect(await lookedAt(page, 'account')).toEqual([]);
  });

  it('gets a code beside the password, with a QR code and recovery codes, and loses it again', async () => {
    await press('Stel een code in');
    await page.getByRole('img', { name: 'QR-code voor een authenticator-app' }).waitFor();
    expect(await lookedAt(page, 'account-qr')).toEqual([]);
    const secret = Secret.fromBase32((await page.locator('[data-secret]').textContent()) ?? '');
    const code = (periods: number) => new TOTP({ secret }).generate({ timestamp: Date.now() + periods * 30_000 });
    await page.getByLabel('Code uit de app').fill('000000');
    await press('Zet aan');
    await page.getByRole('alert').waitFor();
    await page.getByLabel('Code uit de app').fill(code(0));
    await press('Zet aan');
    await page.getByText('Bewaar deze herstelcodes').waitFor();
    expect(await page.locator('.sw-codes li').count()).toBe(10);
    expect(await lookedAt(page, 'account-herstelcodes')).toEqual([]);
    await press('Ik heb ze bewaard');
    await press('Zet uit');
    await page.getByLabel('Code uit de app, of een herstelcode').fill(code(1));
    await press('Zet uit');
    await page.getByText('Er wordt nu geen code gevraagd.').waitFor();
  });

  it('speaks English when asked', async () => {
    await page.getByLabel('Taal van de schermen').selectOption('en');
    await page.getByRole('heading', { level: 1, name: 'My account' }).waitFor();
    expect(await lookedAt(page, 'account-en')).toEqual([]);
  });
});
