import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { get, put, remove } from '../support/client.js';
import { samenwerkt } from '../support/command-line.js';
import { startHost, stopHost, temporaryFolder, type RunningHost } from '../support/host.js';
import { startMonitored } from '../support/monitored.js';

const place = temporaryFolder();
let host: RunningHost;

beforeAll(async () => {
  host = await startHost(place.folder);
  await startMonitored(host, 'GRN-7');
});
afterAll(async () => {
  await stopHost(host);
  place.dispose();
});

describe('the address book', () => {
  const missing = async () =>
    ((await get(host, '/addresses')).body.missing as unknown as { name: string; instead: string | null }[]).map(
      ({ name, instead }) => `${name} → ${instead}`,
    );

  it('says for whom there is mail and no address, until there is one', async () => {
    expect(await missing()).toEqual(expect.arrayContaining(['opdrachtnemer → null', 'coordinator → null']));
    expect((await put(host, '/addresses/coordinator', { email: 'sr@gemeente.nl', language: 'en' })).body).toEqual({
      name: 'coordinator',
      email: 'sr@gemeente.nl',
      language: 'en',
    });
    expect(await missing()).toContain('opdrachtnemer → coordinator');
    expect(await missing()).not.toContain('coordinator → coordinator');
  });

  it('takes names as they are on record, with spaces and accents, however long', async () => {
    const name = `Coördinator ${'é'.repeat(188)}`;
    const address = `/addresses/${encodeURIComponent(name)}`;
    expect((await put(host, address, { email: 'a@gemeente.nl' })).body).toMatchObject({ name, language: 'nl' });
    expect((await remove(host, address)).status).toBe(204);
    expect((await remove(host, address)).status).toBe(404);
  });

  it.each([
    ['coordinator', { email: 'geen adres' }, 422],
    ['coordinator', { email: 7 }, 400],
    ['coordinator', {}, 400],
    ['coordinator', { email: 'a@gemeente.nl', language: 'de' }, 400],
    ['coordinator', { email: 'a@gemeente.nl', telefoon: '1' }, 400],
    ['%20', { email: 'a@gemeente.nl' }, 422],
  ])('refuses for %s %p, and changes nothing', async (name, body, status) => {
    const before = (await get(host, '/addresses')).body;
    expect((await put(host, `/addresses/${name}`, body)).status).toBe(status);
    expect((await get(host, '/addresses')).body).toEqual(before);
  });

  it('is kept on the command line too', async () => {
    const addresses = (...args: string[]) => samenwerkt(place.folder, 'addresses', ...args);
    expect(addresses('put', 'backup', 'backup@gemeente.nl').out).toContain('backup  backup@gemeente.nl  (nl)');
    expect(addresses('put', 'backup', 'x', '--language', 'de').code).toBe(1);
    const listed = addresses('list').out;
    expect(listed).toContain('backup  backup@gemeente.nl  (nl)');
    expect(listed).toContain('! opdrachtnemer  heeft geen adres; post gaat naar de coördinator');
    expect(addresses('remove', 'backup').code).toBe(0);
    expect(addresses('remove', 'backup').code).toBe(1);
  });
});
