import { type BrowserContextOptions, type Page } from 'playwright-core';
import { type RealBrowser } from './chromium.js';
import { get } from './client.js';
import { type RunningHost } from './host.js';
import { PASSWORD } from './people.js';

/** Milliseconds after which nothing comes to a screen any more. */
const SETTLED = 250;

/** Every address of the screens; `:id` and so on stand for something of the demo. */
export const ADDRESSES: Readonly<Record<string, string>> = {
  werkvoorraad: '/',
  partnerschappen: '/partnerschappen',
  partnerschap: '/partnerschappen/:id',
  kaart: '/partnerschappen/:id/kaart',
  verplichting: '/partnerschappen/:id/verplichting',
  tijdlijn: '/partnerschappen/:id/tijdlijn',
  gesprekken: '/partnerschappen/:id/gesprekken',
  bewijs: '/partnerschappen/:id/bewijs',
  vastleggen: '/partnerschappen/:id/vastleggen/:event',
  regelpakketten: '/regelpakketten',
  regelpakket: '/regelpakketten/:name/:version',
  agenda: '/agenda',
  overdragen: '/overdragen',
  'wat-als': '/wat-als',
  herinneringen: '/herinneringen',
  'herinneringen-lijst': '/herinneringen?vorm=lijst',
  herinnering: '/herinneringen/:reminder',
  beheer: '/beheer',
  mensen: '/beheer/mensen',
  logboek: '/beheer/logboek',
  importeren: '/beheer/importeren',
  tokens: '/beheer/tokens',
  adresboek: '/beheer/adresboek',
  betrokkenen: '/beheer/betrokkenen',
  bewaren: '/beheer/bewaren',
  organisatie: '/beheer/organisatie',
  account: '/account',
  'niet-gevonden': '/bestaat-niet',
};

/** @param known what stands for each `:part`, from {@link namedIn} */
export function addressOf(name: string, known: Readonly<Record<string, string>>): string {
  return (ADDRESSES[name] ?? '').replace(/:\w+/g, (part) => known[part] ?? '');
}

/** Something of the demo for each place in an address. */
export async function namedIn(host: RunningHost): Promise<Record<string, string>> {
  const first = async (path: string) => {
    const { items } = (await get(host, path)).body as unknown as { items: { id: string }[] };
    return items[0]?.id ?? '';
  };
  const id = await first('/partnerships?phase=monitoring&limit=1');
  const options = (await get(host, `/partnerships/${id}/options`)).body as unknown as {
    items: { event: string; status: string }[];
  };
  const event = options.items.find(({ status }) => status !== 'blocked')?.event ?? '';
  const packs = (await get(host, '/rule-packs')).body as unknown as { items: { name: string; version: string }[] };
  const [pack] = packs.items;
  return {
    ':name': pack?.name ?? '',
    ':version': pack?.version ?? '',
    ':id': id,
    ':event': event,
    ':reminder': await first('/reminders?limit=1'),
  };
}

/** Somebody with every role, at the work list. */
export async function signedIn(browser: RealBrowser, host: RunningHost, screen?: BrowserContextOptions): Promise<Page> {
  const visit = await (await browser.visitor(screen)).newPage();
  await visit.goto(`${host.url}/aanmelden`);
  await visit.getByLabel('E-mailadres').fill(host.member.email);
  await visit.getByLabel('Wachtwoord', { exact: true }).fill(PASSWORD);
  await visit.getByRole('button', { name: 'Aanmelden', exact: true }).click();
  await visit.getByRole('heading', { level: 1, name: 'Werkvoorraad' }).waitFor();
  return visit;
}

/** Goes to a screen, and waits until all of it is there. */
export async function openScreen(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.locator('.sw-skeleton').first().waitFor({ state: 'detached' });
  await page.waitForTimeout(SETTLED);
}
