import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sampleData } from '@samenwerkt/engine';
import { asked, CONTRACT, fire, get, post } from '../support/client.js';
import { startHost, stopHost, temporaryFolder, type RunningHost } from '../support/host.js';
import { addMember } from '../support/people.js';

const place = temporaryFolder();
let host: RunningHost;
/** The same host, asked by somebody of the first supplier. */
let outside: RunningHost;
let own: Deal;
let other: Deal;

/** A contract with a supplier of its own, and the partnership on it. */
interface Deal {
  readonly contract: string;
  readonly supplier: string;
  readonly partnership: string;
}

beforeAll(async () => {
  host = await startHost(place.folder);
  own = await deal('Helder Facilitair B.V.', 'OWN-1');
  other = await deal('Groen & Zoon', 'OTHER-1');
  outside = asked(host, await addMember(host.dataDir, { roles: ['opdrachtnemer'], supplier: own.supplier }));
});
afterAll(async () => {
  await stopHost(host);
  place.dispose();
});

async function deal(supplier: string, kenmerk: string): Promise<Deal> {
  const { body } = await post(host, '/contracts', { facts: { ...CONTRACT, kenmerk }, supplier });
  const contract = String(body.id);
  const started = await post(host, '/partnerships', { contract, pack: 'basis' });
  return { contract, supplier: String(body.supplierId), partnership: String(started.body.partnership) };
}

const ids = async (path: string) =>
  ((await get(outside, path)).body.items as unknown as { id: string }[]).map(({ id }) => id);

describe('an opdrachtnemer', () => {
  it('finds own partnerships, contracts and supplier in every list, whatever is searched for', async () => {
    for (const query of ['', '?state=principebesluit', '?q=Groen', `?supplier=${other.supplier}`, '?pack=basis'])
      expect(await ids(`/partnerships${query}`)).not.toContain(other.partnership);
    expect(await ids('/partnerships')).toEqual([own.partnership]);
    expect(await ids('/contracts')).toEqual([own.contract]);
    expect(await ids('/suppliers')).toEqual([own.supplier]);
  });

  it('opens its own: the partnership, as it stood, its history, what can happen, contract and supplier', async () => {
    for (const path of paths(own)) expect([path, (await get(outside, path)).status]).toEqual([path, 200]);
  });

  it('gets 404 for every address of another, as for what does not exist', async () => {
    for (const path of paths(other)) {
      expect([path, (await get(host, path)).status]).toEqual([path, 200]);
      const { status, body } = await get(outside, path);
      expect([path, status, body.type]).toEqual([path, 404, 'urn:samenwerkt:problem:not-found']);
    }
  });

  it('records at its own as far as the lifecycle lets it, and not at another’s, also not to try', async () => {
    const data = sampleData('stappenplan-2020', 'opschorten');
    const mine = await fire(outside, own.partnership, 'opschorten', data);
    expect([mine.status, mine.body.type]).toEqual([422, 'urn:samenwerkt:problem:not-allowed']);
    expect(mine.body.reasons).toMatchObject([{ kind: 'role' }]);
    for (const query of ['', '?dryRun=true']) {
      const theirs = await post(outside, `/partnerships/${other.partnership}/transitions${query}`, {
        event: 'opschorten',
        data,
      });
      expect(theirs.status).toBe(404);
    }
    expect((await get(host, `/partnerships/${other.partnership}`)).body.version).toBe(1);
  });
});

function paths({ partnership, contract, supplier }: Deal): string[] {
  return [
    `/partnerships/${partnership}`,
    `/partnerships/${partnership}?at=2099-01-01`,
    `/partnerships/${partnership}/history`,
    `/partnerships/${partnership}/options`,
    `/contracts/${contract}`,
    `/suppliers/${supplier}`,
  ];
}
