import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';
import { type Page } from 'playwright-core';
import { openBrowser, type RealBrowser } from '../support/chromium.js';
import { startHost, stopHost, temporaryFolder, type RunningHost } from '../support/host.js';
import { providersFile, setting, startProvider, type OpenIdProvider } from '../support/openid.js';
import { addMember, PASSWORD } from '../support/people.js';

const SANNE = { name: 'Sanne de Wit', email: 'sanne@merwedam.example', groups: ['sr'] };
const ROLES = [{ claim: 'groups', value: 'sr', role: 'coordinator' }];

const place = temporaryFolder();
let browser: RealBrowser;
let provider: OpenIdProvider;
let host: RunningHost;

beforeAll(async () => {
  browser = await openBrowser();
  provider = await startProvider({ sanne: SANNE }, ['gemeente']);
  const environment = providersFile(place.folder, setting('gemeente', provider, { roles: ROLES, create: true }));
  host = await startHost(place.folder, { SEED: 'demo', ...environment });
}, 180_000);
afterAll(async () => {
  await browser.stop();
  await stopHost(host);
  await provider.stop();
  place.dispose();
});

/** Somebody who opens the page to sign in on. */
async function visitor(): Promise<Page> {
  const page = await (await browser.visitor()).newPage();
  await page.goto(`${host.url}/aanmelden`);
  return page;
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const title = (page: Page) => page.getByRole('heading', { level: 1 }).textContent();

/** Waits for the screen with this title. */
const isIn = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true }).waitFor();

async function givePassword(page: Page, email: string): Promise<void> {
  await page.getByLabel('E-mailadres').fill(email);
  await page.getByLabel('Wachtwoord').fill(PASSWORD);
  await press(page, 'Aanmelden');
}

describe('in a browser somebody signs in', () => {
  it('by a role of the demo, and out again', async () => {
    const page = await visitor();
    await press(page, 'Coördinator social return');
    await isIn(page, 'Werkvoorraad');
    expect((await page.context().cookies()).map(({ name, httpOnly, sameSite }) => [name, httpOnly, sameSite])).toEqual(
      expect.arrayContaining([['samenwerkt-sessie', true, 'Lax']]),
    );
    await page.locator('header summary').click();
    await press(page, 'Afmelden');
    await isIn(page, 'Aanmelden');
  });

  it('and comes to the page that was asked for', async () => {
    const page = await visitor();
    await page.goto(`${host.url}/herinneringen?stand=sent`);
    await page.waitForURL(`${host.url}/aanmelden`);
    await press(page, 'Coördinator social return');
    await isIn(page, 'Herinneringen');
    expect(new URL(page.url()).search).toBe('?stand=sent');
  });

  it('by a password and the code of an app, which they set up themselves', async () => {
    const { email } = await addMember(host.dataDir, { roles: ['coordinator'] });
    const page = await visitor();
    await givePassword(page, email);
    await isIn(page, 'Werkvoorraad');
    await page.goto(`${host.url}/aanmelden`);
    await page.getByRole('link', { name: 'Code bij het aanmelden' }).click();
    await press(page, 'Aanzetten');
    const secret = Secret.fromBase32((await page.locator('#geheim').textContent()) ?? '');
    const code = (periods: number) => new TOTP({ secret }).generate({ timestamp: Date.now() + periods * 30_000 });
    await page.getByLabel('Code uit de app').fill(code(0));
    await press(page, 'Aanzetten');
    expect(await page.getByRole('listitem').count()).toBe(10);
    const other = await visitor();
    await givePassword(other, email);
    expect(await title(other)).toBe('Geef de code');
    await other.getByLabel('Code uit uw app, of een herstelcode').fill('000000');
    await press(other, 'Verder');
    expect(await other.getByRole('alert').textContent()).toContain('Deze code klopt niet');
    await other.getByLabel('Code uit uw app, of een herstelcode').fill(code(1));
    await press(other, 'Verder');
    await isIn(other, 'Werkvoorraad');
  });

  it('by a provider, and is told where they may still be signed in afterwards', async () => {
    const page = await visitor();
    await page.getByRole('link', { name: 'Aanmelden met Aanbieder gemeente' }).click();
    expect(new URL(page.url()).origin).toBe(provider.issuer);
    await page.locator('[name=login]').fill('sanne');
    await page.locator('[name=password]').fill('x');
    await page.getByRole('button', { name: 'Sign-in' }).click();
    await page.getByRole('button', { name: 'Continue' }).click();
    await isIn(page, 'Werkvoorraad');
    await page.goto(`${host.url}/aanmelden`);
    expect(await page.getByRole('paragraph').first().textContent()).toContain('Sanne de Wit, Gemeente Merwedam');
    await press(page, 'Afmelden');
    const there = page.getByRole('link', { name: 'Ook afmelden bij Aanbieder gemeente' });
    expect(new URL((await there.getAttribute('href')) ?? '').origin).toBe(provider.issuer);
  });

  it('by a provider or not at all: who says no there is told so here', async () => {
    const page = await visitor();
    await page.getByRole('link', { name: 'Aanmelden met Aanbieder gemeente' }).click();
    await page.getByRole('link', { name: /Cancel/ }).click();
    await page.waitForURL(`${host.url}/aanmelden/**`);
    expect(await page.getByRole('alert').textContent()).toContain('afgebroken');
  });
});
