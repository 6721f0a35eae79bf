import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Browser } from '../support/browser.js';
import { get, post, put, remove } from '../support/client.js';
import { samenwerkt } from '../support/command-line.js';
import { startHost, stopHost, temporaryFolder, type RunningHost } from '../support/host.js';
import { addMember } from '../support/people.js';

const place = temporaryFolder();
let host: RunningHost;

beforeAll(async () => {
  host = await startHost(place.folder);
});
afterAll(async () => {
  await stopHost(host);
  place.dispose();
});

describe('what is done to the administration', () => {
  it('is in the log, page by page, with who did it; what was refused is not', async () => {
    await put(host, '/addresses/coordinator', { email: 'sr@gemeente.nl' });
    const { body: token } = await post(host, '/calendar-tokens', { label: 'Team inkoop' });
    await remove(host, `/calendar-tokens/${String(token.id)}`);
    await remove(host, '/addresses/niemand');
    const mine = `/audit-log?actor=${host.member.id}&limit=2`;
    const first = (await get(host, mine)).body;
    expect(first.items).toMatchObject([
      {
        ...{ action: 'calendar-token.revoked', title: 'Agenda-adres ingetrokken' },
        ...{ actorName: expect.stringMatching(/^Lid /), subject: { id: token.id, name: null } },
      },
      { action: 'calendar-token.made' },
    ]);
    const rest = (await get(host, `${mine}&cursor=${String(first.nextCursor)}`)).body;
    expect(rest).toMatchObject({
      items: [
        { action: 'address.put', actor: host.member.id, subject: { kind: 'address', id: 'coordinator' } },
        { action: 'api-token.made' },
      ],
      nextCursor: expect.any(String),
    });
    expect((await get(host, '/audit-log?action=pack.loaded', { 'accept-language': 'en' })).body.items).toContainEqual(
      expect.objectContaining({ actor: 'programma', actorName: null, title: 'Rule pack loaded' }),
    );
    expect((await get(host, '/audit-log?until=2020-01-01')).body.items).toEqual([]);
  });

  it('names whom it is about from the account, so that the line reads as erased afterwards', async () => {
    const administrator = new Browser(host);
    await administrator.signIn(host.member);
    const fields = { name: 'Vera Vluchtig', email: 'vera@merwedam.example', roles: ['auditor'] };
    const id = String((await administrator.api('POST', '/people', fields)).body['id']);
    const lines = () => get(host, '/audit-log?action=person.invited&limit=1', { 'accept-language': 'en' });
    expect((await lines()).body.items).toMatchObject([{ subject: { kind: 'person', id, name: 'Vera Vluchtig' } }]);
    await administrator.api('POST', `/people/${id}/erasures`, { reason: 'verzoek van betrokkene' });
    expect((await lines()).body.items).toMatchObject([{ subject: { kind: 'person', id, name: '[erased]' } }]);
  });

  it('is there of an account that is erased by the command line, which refuses without a reason that can be kept', async () => {
    const { email, id } = await addMember(host.dataDir, { roles: ['auditor'] });
    const erase = (reason: string) => samenwerkt(host.dataDir, 'people', 'erase', '--email', email, '--reason', reason);
    const refused = erase('verzoek van 111222333');
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('reason')]);
    expect(erase('verzoek van betrokkene').out).toContain(`Account ${id} is gewist`);
    expect((await get(host, '/audit-log?action=person.erased&limit=1')).body.items).toMatchObject([
      { actor: 'lokaal', reason: 'verzoek van betrokkene', subject: { id, name: '[gewist]' } },
    ]);
    expect((await get(host, `/people/${id}`)).status).toBe(404);
  });

  it.each(['cursor=x', 'action=iets', 'from=gisteren', 'limit=0'])('is not asked for with %s', async (query) => {
    expect((await get(host, `/audit-log?${query}`)).status).toBe(400);
  });

  it('is a chain that holds, also by the command line', async () => {
    const { body } = await get(host, '/audit-log/verification');
    expect(body).toMatchObject({ intact: true, breaks: [] });
    expect(samenwerkt(place.folder, 'audit', 'verify').out).toContain(`${String(body.entries)} regels, in orde`);
    expect(samenwerkt(place.folder, 'audit', 'list', '--action', 'address.put').out).toContain(
      `${host.member.id}  Adres vastgelegd (address.put): coordinator`,
    );
  });
});
