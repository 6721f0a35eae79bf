import { describe, expect, it } from '@jest/globals';
import { get } from '../support/client.js';
import { startHost, stopHost, temporaryFolder } from '../support/host.js';

describe('two hosts that start at the same moment on an empty administration', () => {
  it('both come up, with the tables, the packs and the demo once', async () => {
    const { folder, dispose } = temporaryFolder();
    const alone = temporaryFolder();
    const hosts = await Promise.all([1, 2].map(() => startHost(folder, { SEED: 'demo' })));
    const one = await startHost(alone.folder, { SEED: 'demo' });
    const content = async (host: typeof one) => {
      const titles: unknown[] = [];
      for (let page = ''; ;) {
        const { body } = await get(host, `/partnerships?limit=100${page}`);
        titles.push(
          ...(body.items as unknown as { title: string; version: number }[]).map((item) =>
            JSON.stringify([item.title, item.version]),
          ),
        );
        if (!body.nextCursor) break;
        page = `&cursor=${String(body.nextCursor)}`;
      }
      const packs = (await get(host, '/rule-packs')).body.items as unknown as { name: string; version: string }[];
      return { titles: titles.sort(), packs: packs.map(({ name, version }) => `${name} ${version}`).sort() };
    };
    const expected = await content(one);
    expect(expected.titles.length).toBeGreaterThan(40);
    for (const host of hosts) expect(await content(host)).toEqual(expected);
    for (const host of [...hosts, one]) expect(await stopHost(host)).toBe(0);
    dispose();
    alone.dispose();
  });
});
