import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sampleData } from '@samenwerkt/engine';
import { fire, get, post, startPartnership } from '../support/client.js';
import { samenwerkt } from '../support/command-line.js';
import { startHost, stopHost, temporaryFolder, type RunningHost } from '../support/host.js';

const EVENT = 'coordinatorOverdragen';
const given = sampleData('stappenplan-2020', EVENT);
const from = String(given['coordinator']);

const place = temporaryFolder();
let host: RunningHost;
const ids: string[] = [];
beforeAll(async () => {
  host = await startHost(place.folder);
  for (let i = 0; i < 3; i++) {
    const id = await startPartnership(host, { pack: 'basis' });
    await fire(host, id, EVENT, given);
    ids.push(id);
  }
});
afterAll(async () => {
  await stopHost(host);
  place.dispose();
});

interface Outcome {
  readonly partnership: { readonly id: string };
  readonly refused: { readonly code: string } | null;
}

async function handOver(body: object, query = '') {
  const answer = await post(host, `/handovers${query}`, { reden: 'Gaat met verlof', ...body });
  return { ...answer, items: (answer.body.items ?? []) as unknown as Outcome[] };
}

const coordinatorOf = async (id: string) => (await get(host, `/partnerships/${id}`)).body['coordinator'];

describe('the work of a coordinator', () => {
  it('is looked at first, and then goes to another for each partnership', async () => {
    const to = { from, coordinator: 'Youssef Amrani' };
    const preview = await handOver(to, '?dryRun=true');
    expect([preview.status, preview.items.length]).toEqual([200, 3]);
    expect(await coordinatorOf(String(ids[0]))).toBe(from);
    const some = await handOver({ ...to, partnerships: [ids[0]] });
    expect(some.items.map(({ partnership, refused }) => [partnership.id, refused])).toEqual([[ids[0], null]]);
    expect((await handOver(to)).items.map(({ partnership }) => partnership.id).sort()).toEqual([ids[1], ids[2]].sort());
    for (const id of ids) expect(await coordinatorOf(id)).toBe('Youssef Amrani');
    expect((await handOver(to)).items).toEqual([]);
  });

  it('is handed over as chosen, whoever did it, to the back-up of each', async () => {
    const chosen = { partnerships: ids.slice(0, 2) };
    await handOver({ ...chosen, coordinator: 'Fatima el Idrissi', backup: 'Joris Hendriks' });
    const { items } = await handOver({ ...chosen, toBackup: true }, '?dryRun=true');
    expect(items).toMatchObject([{ coordinator: 'Joris Hendriks' }, { coordinator: 'Joris Hendriks' }]);
    await handOver({ ...chosen, toBackup: true });
    expect(await Promise.all(ids.map(coordinatorOf))).toEqual(['Joris Hendriks', 'Joris Hendriks', 'Youssef Amrani']);
    for (const unclear of [{ toBackup: true }, chosen, { ...chosen, toBackup: true, coordinator: 'Youssef Amrani' }])
      expect((await handOver(unclear)).status).toBe(400);
    await handOver({ ...chosen, coordinator: 'Youssef Amrani' });
  });

  it('is asked for with names and a reason', async () => {
    const { status, body } = await handOver({ from: '', coordinator: 'X', reden: '' });
    expect([status, (body['errors'] as unknown as { path: string }[]).map(({ path }) => path).sort()]).toEqual([
      400,
      ['/from', '/reden'],
    ]);
    expect((await handOver({ from, coordinator: 'Zie 111222333' })).status).toBe(422);
  });

  it('is handed over on the command line as well', () => {
    const said = samenwerkt(
      place.folder,
      ...['handover', '--from', 'Youssef Amrani', '--to', 'Fatma Yilmaz', '--reason', 'Andere functie'],
    );
    expect([said.code, said.out]).toEqual([0, expect.stringContaining('3 overgedragen, 0 niet.')]);
  });
});
