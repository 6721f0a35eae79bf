import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ROLES, sampleData } from '@samenwerkt/engine';
import { ledgerLocation, LOCAL_ORGANISATION, openLedger } from '@samenwerkt/ledger';
import { type Page } from 'playwright-core';
import { openBrowser, type RealBrowser } from '../support/chromium.js';
import { CONTRACT, get } from '../support/client.js';
import { databaseOf } from '../support/database.js';
import { startHost, stopHost, temporaryFolder, type RunningHost } from '../support/host.js';
import { lookedAt } from '../support/screens.js';

const NAME = 'Anna de Vries';
const place = temporaryFolder();
let browser: RealBrowser;
let host: RunningHost;
let page: Page;

/** In 2020 a partnership ended that names somebody. */
async function longAgo(): Promise<void> {
  const location = ledgerLocation(place.folder, databaseOf(place.folder));
  const ledger = await openLedger({ ...location, clock: () => '2020-03-02T09:00:00.000Z' });
  const by = { organisation: LOCAL_ORGANISATION.id, actor: { id: 'proef', roles: ROLES } };
  const contract = { ...CONTRACT, soort: 'dienst' as const, kenmerk: 'LANG-GELEDEN' };
  const { partnership } = await ledger.writer.start({ ...by, lifecycle: 'stappenplan-2020', pack: 'basis', contract });
  const data = { coordinator: NAME, reden: 'start' };
  await ledger.writer.submit({ ...by, partnership, event: 'coordinatorOverdragen', data });
  const end = { event: 'beeindigen', data: sampleData('stappenplan-2020', 'beeindigen') };
  await ledger.writer.submit({ ...by, partnership, ...end });
  await ledger.close();
}

beforeAll(async () => {
  browser = await openBrowser();
  await stopHost(await startHost(place.folder, { SEED: 'demo' }));
  await longAgo();
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

const press = (name: string) => page.getByRole('button', { name }).click();

describe('how long names are kept', () => {
  it('is chosen with a reason, after a look at whom it would erase', async () => {
    await page.goto(`${host.url}/beheer/bewaren`);
    await page.getByText('Er is geen termijn gekozen').waitFor();
    await page.getByLabel(/^Wissen na hoeveel maanden/).fill('1');
    await press('Bekijk wie dit zou wissen');
    await page.getByText('Bij 1 maand wordt 1 naam gewist.').waitFor();
    await page.getByRole('rowheader', { name: NAME }).waitFor();
    expect(await lookedAt(page, 'bewaren')).toEqual([]);
    await page.getByLabel(/^Kleinste groep/).fill('2');
    await page.getByLabel(/^Waarom/).fill('Besluit college');
    await press('Bewaar');
    await page.getByRole('alert').first().waitFor();
    expect((await get(host, '/privacy-settings')).body).toEqual({ eraseAfterMonths: null, groupMinimum: 5 });
    await page.getByLabel(/^Kleinste groep/).fill('10');
    await press('Bewaar');
    await page.getByText('De keuzen zijn vastgelegd.').waitFor();
    await page.getByText('vanaf een groep van 10').waitFor();
    expect((await get(host, '/privacy-settings')).body).toEqual({ eraseAfterMonths: 1, groupMinimum: 10 });
  });

  it('erases for good who is past it, after saying what that means', async () => {
    await press('Wis nu wie de termijn voorbij is');
    await page.getByText('Nu voorgoed wissen?').waitFor();
    expect(await lookedAt(page, 'bewaren-wissen')).toEqual([]);
    await press('Ja, wis voorgoed');
    await page.getByText('1 naam is gewist.').waitFor();
    expect(JSON.stringify((await get(host, '/data-subjects')).body)).not.toContain(NAME);
    await press('Wis nu wie de termijn voorbij is');
    await page.getByText('Niemand is de termijn voorbij').waitFor();
  });
});
