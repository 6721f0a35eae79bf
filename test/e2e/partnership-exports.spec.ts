import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fire, get, signed, startPartnership } from '../support/client.js';
import { startHost, stopHost, temporaryFolder, type RunningHost } from '../support/host.js';

const place = temporaryFolder();
let host: RunningHost;
const ids: string[] = [];
beforeAll(async () => {
  host = await startHost(place.folder);
  for (const titel of ['Groen; "Zuid"', '=HYPERLINK("http://elders.example")', 'Café Überland'])
    ids.push(await startPartnership(host, { pack: 'basis', kenmerk: `K-${ids.length}`, facts: { titel } }));
  await fire(host, String(ids[2]), 'coordinatorOverdragen', { coordinator: 'Zoë Çelik', reden: 'proef' });
});
afterAll(async () => {
  await stopHost(host);
  place.dispose();
});

async function exported(asked: object, language = 'nl') {
  const response = await fetch(`${host.api}/partnership-exports`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': language, ...signed(host) },
    body: JSON.stringify(asked),
  });
  const bytes = Buffer.from(await response.arrayBuffer());
  return { status: response.status, headers: response.headers, bytes, lines: bytes.toString().trim().split('\r\n') };
}

describe('a list of partnerships for Excel', () => {
  it('holds those chosen, with names, and nothing that Excel would run', async () => {
    const { headers, bytes, lines } = await exported({ partnerships: ids });
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="partnerschappen-[\d-]{10}\.csv"$/);
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(lines).toHaveLength(4);
    expect(lines[0]).toContain('kenmerk;partnerschap;leverancier;fase;coördinator');
    expect(lines[1]).toMatch(/^K-2;Café Überland;.*;Zoë Çelik;/);
    expect(lines[2]).toContain(`"'=HYPERLINK(""http://elders.example"")"`);
    expect(lines[3]).toContain('"Groen; ""Zuid"""');
  });

  it('holds what fits the filter of the list, in English when asked, and is empty when nothing does', async () => {
    const { lines } = await exported({ selection: { q: 'überland' } }, 'en');
    expect([lines.length, lines[0]?.includes('coordinator')]).toEqual([2, true]);
    expect((await exported({ selection: { q: 'bestaat niet' } })).lines).toHaveLength(1);
  });

  it('is of a selection or of ids, and says so', async () => {
    for (const unclear of [{}, { selection: {}, partnerships: ids }, { partnerships: ['x'] }])
      expect((await exported(unclear)).status).toBe(400);
  });

  it('is found by the reference of the contract, as the list on screen is', async () => {
    const { items } = (await get(host, '/partnerships?q=k-1')).body;
    expect(items).toMatchObject([{ reference: 'K-1' }]);
    expect((await exported({ selection: { q: 'K-1' } })).lines[1]).toMatch(/^K-1;/);
  });
});
