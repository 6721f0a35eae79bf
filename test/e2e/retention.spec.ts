import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ROLES, sampleData } from '@samenwerkt/engine';
import { ledgerLocation, LOCAL_ORGANISATION, openLedger, type Ledger } from '@samenwerkt/ledger';
import { loadPackFolder } from '@samenwerkt/intake';
import { CONTRACT, get, patch, post } from '../support/client.js';
import { samenwerkt } from '../support/command-line.js';
import { databaseOf } from '../support/database.js';
import { until } from '../support/dispatching.js';
import { ROOT, startHost, stopHost, temporaryFolder, type RunningHost } from '../support/host.js';

const NAME = 'Anna de Vries';
const organisation = LOCAL_ORGANISATION.id;
const place = temporaryFolder();
let host: RunningHost;
let partnership = '';

/** A ledger in which it was 2020 when a partnership that names somebody ended. */
async function fill(ledger: Ledger, name: string): Promise<string> {
  const actor = { id: 'proef', roles: ROLES };
  const start = { organisation, actor, lifecycle: 'stappenplan-2020', pack: 'basis' };
  const contract = { ...CONTRACT, soort: 'dienst' as const, kenmerk: name };
  const { partnership: id } = await ledger.writer.start({ ...start, contract });
  const data = { coordinator: name, reden: 'start' };
  const fire = (event: string, given: Record<string, unknown>) =>
    ledger.writer.submit({ organisation, actor, partnership: id, event, data: given });
  await fire('coordinatorOverdragen', data);
  await fire('beeindigen', sampleData('stappenplan-2020', 'beeindigen'));
  return id;
}

beforeAll(async () => {
  const location = ledgerLocation(place.folder, databaseOf(place.folder));
  const ledger = await openLedger({ ...location, clock: () => '2020-03-02T09:00:00.000Z' });
  await ledger.ensureOrganisation(organisation, LOCAL_ORGANISATION.name);
  await loadPackFolder(ledger, organisation, join(ROOT, 'rule-packs'));
  partnership = await fill(ledger, NAME);
  await ledger.close();
  host = await startHost(place.folder);
});
afterAll(async () => {
  await stopHost(host);
  place.dispose();
});

const found = async () =>
  ((await get(host, '/data-subjects')).body.items as unknown as { name: string }[]).map(({ name }) => name);

describe('the retention term of an organisation', () => {
  it('is nobody’s until it is chosen', async () => {
    expect((await get(host, '/privacy-settings')).body).toEqual({ eraseAfterMonths: null, groupMinimum: 5 });
    expect((await post(host, '/retention-runs', {})).status).toBe(409);
    expect(samenwerkt(place.folder, 'privacy', 'show').out).toContain('niemand wordt vanzelf gewist');
    expect(samenwerkt(place.folder, 'privacy', 'retention').err).toContain('geen bewaartermijn gekozen');
  });

  it('can be looked at before it is chosen, and that changes nothing', async () => {
    const { status, body } = await post(host, '/retention-runs?dryRun=true&months=24', {});
    expect([status, body]).toMatchObject([
      200,
      { months: 24, erased: 0, people: [{ name: NAME, endedOn: '2020-03-02', partnerships: 1 }] },
    ]);
    expect(samenwerkt(place.folder, 'privacy', 'retention', '--months', '24').out).toContain(NAME);
    expect(samenwerkt(place.folder, 'privacy', 'retention', '--months', '1200').out).not.toContain(NAME);
    expect(await found()).toEqual([NAME]);
  });

  it.each([
    ['/privacy-settings', { eraseAfterMonths: 'lang', reason: 'x' }, 400],
    ['/privacy-settings', { eraseAfterMonths: 0, reason: 'x' }, 422],
    ['/privacy-settings', { groupMinimum: 1, reason: 'x' }, 422],
    ['/privacy-settings', { groupMinimum: null, reason: 'x' }, 400],
    ['/privacy-settings', { groupMinimum: 6 }, 400],
    ['/privacy-settings', { groupMinimum: 6, reason: 'zie 111222333' }, 422],
  ])('is refused at %s as %j', async (path, body, status) => {
    expect((await patch(host, path, body)).status).toBe(status);
    expect((await get(host, path)).body).toEqual({ eraseAfterMonths: null, groupMinimum: 5 });
  });

  it('never erases by another term than the chosen one', async () => {
    expect((await post(host, '/retention-runs?months=24', {})).status).toBe(400);
    expect((await post(host, '/retention-runs?dryRun=true&months=nul', {})).status).toBe(400);
    expect((await post(host, '/retention-runs?dryRun=true&months=0', {})).status).toBe(422);
    const told = samenwerkt(place.folder, 'privacy', 'retention', '--months', '24', '--run');
    expect([told.code, told.err]).toEqual([1, expect.stringContaining('niet beide')]);
  });

  it('erases by itself whose term is over, as soon as a host looks; the history still verifies', async () => {
    const change = { eraseAfterMonths: 60, reason: 'besluit' };
    expect((await patch(host, '/privacy-settings', change)).body).toEqual({ eraseAfterMonths: 60, groupMinimum: 5 });
    await stopHost(host);
    const location = ledgerLocation(place.folder, databaseOf(place.folder));
    // Yesterday's look: what is chosen today is looked at from tomorrow on.
    const ledger = await openLedger({ ...location, clock: () => '2021-01-01T09:00:00.000Z' });
    for (const eraseAfterMonths of [61, 60])
      await ledger.privacySettings.change(organisation, { eraseAfterMonths, reason: 'besluit', actorId: 'proef' });
    await ledger.close();
    host = await startHost(place.folder);
    await until('the name is gone', async () => (await found()).length === 0);
    expect((await get(host, `/partnerships/${partnership}`)).body.coordinator).toBe('[gewist]');
    expect((await get(host, `/partnerships/${partnership}/history/verification`)).body).toMatchObject({
      snapshotMatches: true,
    });
    const { items } = (await get(host, '/audit-log?action=data-subject.erased')).body;
    expect(items).toMatchObject([{ actor: 'programma', details: { months: 60, person: '[gewist]' } }]);
    expect((await get(host, '/audit-log/verification')).body).toMatchObject({ intact: true });
  });

  it('erases at once when somebody asks it', async () => {
    expect((await post(host, '/retention-runs', {})).body).toMatchObject({ months: 60, people: [], erased: 0 });
    const told = samenwerkt(
      place.folder,
      'privacy',
      'set',
      '--erase-after',
      'never',
      '--group-minimum',
      '7',
      '--reason',
      'proef',
    );
    expect(told.out).toMatch(/niemand wordt vanzelf gewist\n.*7/);
    expect(samenwerkt(place.folder, 'privacy', 'set', '--erase-after', 'lang', '--reason', 'x').code).toBe(1);
    expect((await get(host, '/privacy-settings')).body).toEqual({ eraseAfterMonths: null, groupMinimum: 7 });
  });
});
