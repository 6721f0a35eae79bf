import { describe, expect, it } from '@jest/globals';
import { readCases } from '@samenwerkt/intake';
import { join } from 'node:path';
import { get } from '../support/client.js';
import { ROOT, startHost, stopHost, temporaryFolder } from '../support/host.js';

describe('the host', () => {
  it('loads the demo into an empty administration: the practice cases stand where the sources say', async () => {
    const { folder, dispose } = temporaryFolder();
    const host = await startHost(folder, { SEED: 'demo' });
    const { body } = await get(host, '/partnerships?limit=100');
    const items = body.items as unknown as { id: string; title: string; states: string[] }[];
    expect(items).toHaveLength(44);
    for (const { contract, verwacht } of readCases(join(ROOT, 'demo'))) {
      expect(items.find(({ title }) => title === contract.titel)?.states).toEqual(verwacht.states);
    }
    await stopHost(host);
    const again = await startHost(folder, { SEED: 'demo' });
    expect(((await get(again, '/partnerships?limit=100')).body.items as unknown as object[]).length).toBe(44);
    await stopHost(again);
    dispose();
  });

  it('stays empty with SEED=none, and says that it is alive and ready', async () => {
    const { folder, dispose } = temporaryFolder();
    const host = await startHost(folder);
    expect((await get(host, '/partnerships')).body).toEqual({ items: [], nextCursor: null });
    for (const probe of ['live', 'ready']) expect((await fetch(`${host.url}/health/${probe}`)).status).toBe(200);
    await stopHost(host);
    dispose();
  });

  it('ends in good order on SIGTERM, also with connections open', async () => {
    const { folder, dispose } = temporaryFolder();
    const host = await startHost(folder);
    await get(host, '/partnerships');
    expect(await stopHost(host, 'SIGTERM')).toBe(0);
    dispose();
  });

  it.each([
    ['PORT', 'tachtig'],
    ['SEED', 'alles'],
  ])('refuses to start with %s=%s, and says what would do', async (name, value) => {
    const { folder, dispose } = temporaryFolder();
    await expect(startHost(folder, { [name]: value })).rejects.toThrow(`${name}=${value}: `);
    dispose();
  });

  it('describes its API as OpenAPI 3.1 with every route, and says its version with every answer', async () => {
    const { folder, dispose } = temporaryFolder();
    const host = await startHost(folder);
    const { body, headers } = await get(host, '/openapi.json');
    expect(body.openapi).toBe('3.1.0');
    expect(headers.get('api-version')).toMatch(/^1\.\d+\.\d+$/);
    expect(Object.keys(body.paths ?? {}).sort()).toEqual([
      '/api/v1/addresses',
      '/api/v1/addresses/{name}',
      '/api/v1/advice',
      '/api/v1/api-tokens',
      '/api/v1/api-tokens/{id}',
      '/api/v1/audit-log',
      '/api/v1/audit-log/verification',
      '/api/v1/calendar-tokens',
      '/api/v1/calendar-tokens/{id}',
      '/api/v1/calendar.ics',
      '/api/v1/contract-imports',
      '/api/v1/contract-imports/confirmed',
      '/api/v1/contracts',
      '/api/v1/contracts/{id}',
      '/api/v1/data-subjects',
      '/api/v1/data-subjects/{id}/erasures',
      '/api/v1/data-subjects/{id}/export',
      '/api/v1/handovers',
      '/api/v1/lifecycles/{id}',
      '/api/v1/one-time-links/{token}',
      '/api/v1/organisation',
      '/api/v1/organisation/second-factor',
      '/api/v1/organisations',
      '/api/v1/outbox',
      '/api/v1/outbox/{id}',
      '/api/v1/pack-migrations',
      '/api/v1/pack-migrations/{id}',
      '/api/v1/pack-migrations/{id}/cancellations',
      '/api/v1/partnership-exports',
      '/api/v1/partnerships',
      '/api/v1/partnerships/{id}',
      '/api/v1/partnerships/{id}/changes',
      '/api/v1/partnerships/{id}/check-ins',
      '/api/v1/partnerships/{id}/check-ins/agenda',
      '/api/v1/partnerships/{id}/evidence',
      '/api/v1/partnerships/{id}/evidence/{evidence}/files',
      '/api/v1/partnerships/{id}/evidence/{evidence}/files/{file}',
      '/api/v1/partnerships/{id}/evidence/{evidence}/files/{file}/removals',
      '/api/v1/partnerships/{id}/evidence/{evidence}/withdrawals',
      '/api/v1/partnerships/{id}/history',
      '/api/v1/partnerships/{id}/history/road',
      '/api/v1/partnerships/{id}/history/verification',
      '/api/v1/partnerships/{id}/obligation',
      '/api/v1/partnerships/{id}/options',
      '/api/v1/partnerships/{id}/pack-migrations',
      '/api/v1/partnerships/{id}/reminders',
      '/api/v1/partnerships/{id}/transitions',
      '/api/v1/people',
      '/api/v1/people/{id}',
      '/api/v1/people/{id}/erasures',
      '/api/v1/people/{id}/invitations',
      '/api/v1/people/{id}/second-factor',
      '/api/v1/privacy-settings',
      '/api/v1/recent-changes',
      '/api/v1/recoveries',
      '/api/v1/reminder-acts',
      '/api/v1/reminders',
      '/api/v1/reminders/count',
      '/api/v1/reminders/health',
      '/api/v1/reminders/reconciliations',
      '/api/v1/reminders/{id}',
      '/api/v1/reminders/{id}/cancellations',
      '/api/v1/reminders/{id}/preview',
      '/api/v1/reminders/{id}/retries',
      '/api/v1/retention-runs',
      '/api/v1/rule-packs',
      '/api/v1/rule-packs/{name}/regressions',
      '/api/v1/rule-packs/{name}/regressions/{id}',
      '/api/v1/rule-packs/{name}/regressions/{id}/cancellations',
      '/api/v1/rule-packs/{name}/versions/{version}',
      '/api/v1/rule-packs/{name}/versions/{version}/archive',
      '/api/v1/rule-packs/{name}/versions/{version}/differences',
      '/api/v1/rule-packs/{name}/versions/{version}/publications',
      '/api/v1/rule-packs/{name}/versions/{version}/withdrawals',
      '/api/v1/saved-views',
      '/api/v1/saved-views/{id}',
      '/api/v1/second-factor',
      '/api/v1/second-factor/confirmations',
      '/api/v1/second-factor/removals',
      '/api/v1/session',
      '/api/v1/session/code',
      '/api/v1/session/demo',
      '/api/v1/session/providers',
      '/api/v1/sessions',
      '/api/v1/sessions/{id}',
      '/api/v1/suppliers',
      '/api/v1/suppliers/{id}',
      '/api/v1/what-ifs',
      '/api/v1/work-list',
      '/api/v1/work-list/counts',
    ]);
    await stopHost(host);
    dispose();
  });

  it('shows a pack with every parameter, its dated values and their sources', async () => {
    const { folder, dispose } = temporaryFolder();
    const host = await startHost(folder);
    const { body } = await get(host, '/rule-packs');
    expect((body.items as unknown as { name: string }[]).map(({ name }) => name).sort()).toEqual([
      'basis',
      'defensie',
      'haaglanden',
      'oost-nederland',
      'rijk-maatwerk-voor-mensen',
      'rijksschoonmaak',
      'utrecht-bouwblokken',
    ]);
    const pack = await get(host, '/rule-packs/utrecht-bouwblokken/versions/1.2.0');
    expect(pack.body.parameters).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          name: 'drempelContractwaarde',
          unit: 'euro',
          values: [expect.objectContaining({ value: '100000.00' })],
        }),
      ]),
    );
    expect((await get(host, '/rule-packs/utrecht-bouwblokken/versions/9.9.9')).status).toBe(404);
    await stopHost(host);
    dispose();
  });
});

describe('a host that cannot start', () => {
  it('says that its port is taken, and how to choose another', async () => {
    const { folder, dispose } = temporaryFolder();
    const first = await startHost(folder);
    const port = new URL(first.url).port;
    await expect(startHost(folder, { PORT: port })).rejects.toThrow(`Poort ${port} is al in gebruik`);
    await stopHost(first);
    dispose();
  });

  it('says that its database does not answer, and where to look, but not the password', async () => {
    const { folder, dispose } = temporaryFolder();
    const starting = startHost(folder, { DATABASE_URL: 'postgres://iemand:geheim@127.0.0.1:1/samenwerkt' });
    await expect(starting).rejects.toThrow(/De database antwoordt niet[^]*DATABASE_URL/);
    await expect(starting).rejects.not.toThrow('geheim');
    dispose();
  });
});
