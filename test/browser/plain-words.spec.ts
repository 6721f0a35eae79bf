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
/** Every partnership of the demo. */
let ids: string[];

beforeAll(async () => {
  browser = await openBrowser();
  host = await startHost(place.folder, { SEED: 'demo' });
  const { items } = (await get(host, '/partnerships?limit=100')).body as unknown as { items: { id: string }[] };
  ids = items.map(({ id }) => id);
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

/** The first partnership of which this holds. @throws when there is none */
async function found<T>(path: string, holds: (body: T) => boolean | Promise<boolean>): Promise<string> {
  for (const id of ids)
    if (await holds((await get(host, `/partnerships/${id}/${path}`)).body as unknown as T)) return id;
  throw new Error(`no partnership of the demo fits /${path}`);
}

interface Obligation {
  readonly pack: { readonly name: string; readonly version: string };
  readonly obligations: readonly { readonly outcome: { readonly amount?: string } }[];
}

/** Whether an amount is owed under a pack that values, or does not value, building blocks. */
async function owesUnderPack({ pack, obligations }: Obligation, withBlocks: boolean): Promise<boolean> {
  const owed = obligations.flatMap(({ outcome }) => outcome.amount ?? []);
  const { blocks } = (await get(host, `/rule-packs/${pack.name}/versions/${pack.version}`)).body as unknown as {
    blocks: readonly object[];
  };
  return owed.length === 1 && blocks.length > 0 === withBlocks;
}

describe('where a rule pack has no building blocks', () => {
  it('the screen says so, and offers no advice that would be refused', async () => {
    const id = await found<Obligation>('obligation', (body) => owesUnderPack(body, false));
    await page.goto(`${host.url}/partnerschappen/${id}/verplichting`);
    await page.getByText(/waardeert geen bouwblokken/).waitFor();
    expect(await page.getByRole('button', { name: 'Vraag advies' }).count()).toBe(0);
    await page
      .getByText(/^Deze verplichting geldt hier niet/)
      .first()
      .waitFor();
    expect(await page.getByText('dossier.toepassing').first().isVisible()).toBe(false);
    expect(await lookedAt(page, 'verplichting-zonder-bouwblokken')).toEqual([]);
  });
});

describe('what is judged when an event is recorded', () => {
  it('is told in the words of the pack', async () => {
    const id = await found<{ items: { status: string; judgedWithData: string[] }[] }>('options', ({ items }) =>
      items.some(({ status, judgedWithData }) => status !== 'blocked' && judgedWithData.length > 0),
    );
    await page.goto(`${host.url}/partnerschappen/${id}`);
    const summary = page.getByText(/^Wat u invult, wordt getoetst aan \d+ regels?/).first();
    await summary.click();
    const rule = summary.locator('xpath=..').getByRole('listitem').first();
    await rule.getByText(/^[A-Z]{2}-\d+$/).waitFor();
    await rule.getByText(/\w+ \w+ \w+/).waitFor();
    const [told = '', id2 = ''] = /^(.*?)\s*([A-Z]{2}-\d+)$/.exec((await rule.textContent()) ?? '')?.slice(1) ?? [];
    expect(id2).not.toBe('');
    expect(told.split(' ').length).toBeGreaterThan(2);
    expect(await lookedAt(page, 'wat-kan-nu')).toEqual([]);
  });
});
