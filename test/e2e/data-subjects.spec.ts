import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sampleData } from '@samenwerkt/engine';
import { Browser } from '../support/browser.js';
import { asked, fire, get, post, startPartnership } from '../support/client.js';
import { samenwerkt } from '../support/command-line.js';
import { startHost, stopHost, temporaryFolder, type RunningHost } from '../support/host.js';
import { addMember } from '../support/people.js';

const NAME = 'Anna "de" Vries';
const REASON = { reason: 'verzoek van betrokkene' };

const place = temporaryFolder();
let host: RunningHost;
let partnership = '';

beforeAll(async () => {
  host = await startHost(place.folder);
  partnership = await startPartnership(host);
  await fire(host, partnership, 'principebesluitNemen', sampleData('stappenplan-2020', 'principebesluitNemen'));
  const data = { ...sampleData('stappenplan-2020', 'werkgroepInstellen'), coordinator: NAME, overigeLeden: [NAME] };
  await fire(host, partnership, 'werkgroepInstellen', data);
});
afterAll(async () => {
  await stopHost(host);
  place.dispose();
});

const anna = async () => {
  const { body } = await get(host, '/data-subjects?name=anna');
  return (body.items as unknown as { id: string; name: string }[])[0];
};

describe('somebody who is named in a partnership', () => {
  it('is shown by name wherever the API and the command line show the partnership', async () => {
    const shown = (await get(host, `/partnerships/${partnership}`)).body;
    expect(shown).toMatchObject({ coordinator: NAME, dossier: { werkgroep: { overigeLeden: [NAME] } } });
    const history = (await get(host, `/partnerships/${partnership}/history`)).body;
    expect(JSON.stringify(history)).toContain(JSON.stringify(NAME));
    const listed = (await get(host, `/partnerships?coordinator=${encodeURIComponent(NAME)}`)).body;
    expect(listed.items).toMatchObject([{ id: partnership, coordinator: NAME }]);
    expect(JSON.stringify([shown, history, listed])).not.toContain('subject:');
    for (const command of [
      ['show', partnership],
      ['show', partnership, '--json'],
      ['history', partnership],
    ]) {
      const { out } = samenwerkt(place.folder, ...command);
      expect(out).toMatch(/Anna \\?"de\\?" Vries/);
      expect(out).not.toContain('subject:');
    }
  });

  it('is named in what a refusal and a rehearsal say, also when nobody knew them before', async () => {
    const data = { coordinator: 'Bas', backup: 'Bas', reden: 'vertrek' };
    for (const query of ['', '?dryRun=true']) {
      const answer = await post(host, `/partnerships/${partnership}/transitions${query}`, {
        event: 'coordinatorOverdragen',
        data: query === '' ? { ...data, reden: '' } : data,
      });
      expect(JSON.stringify(answer.body)).not.toContain('subject:');
    }
    const why = samenwerkt(place.folder, 'why', partnership, 'coordinatorOverdragen', '--data', JSON.stringify(data));
    expect(why.out).not.toContain('subject:');
    expect((await get(host, '/data-subjects?name=bas')).body.items).toEqual([]);
  });

  it('gets everything on record about them', async () => {
    const { id } = (await anna()) ?? { id: '' };
    const { status, body } = await get(host, `/data-subjects/${id}/export`);
    expect([status, body.subject]).toMatchObject([200, { id, name: NAME }]);
    expect(body.mentions).toMatchObject([
      { partnership, event: 'werkgroepInstellen', fields: ['/coordinator', '/overigeLeden/0'] },
    ]);
    const { out } = samenwerkt(place.folder, 'subjects', 'export', id);
    expect(out).toMatch(/^Anna "de" Vries[^]*\/coordinator, \/overigeLeden\/0/);
  });

  it('can be erased, after which nothing names them and everything still verifies', async () => {
    const { id } = (await anna()) ?? { id: '' };
    expect((await post(host, `/data-subjects/${id}/erasures`, { reason: '' })).status).toBe(422);
    expect((await post(host, `/data-subjects/${id}/erasures`, REASON)).status).toBe(200);
    expect((await post(host, `/data-subjects/${id}/erasures`, REASON)).status).toBe(409);
    expect((await get(host, `/partnerships/${partnership}`)).body.coordinator).toBe('[gewist]');
    const english = await get(host, `/partnerships/${partnership}`, { 'accept-language': 'en' });
    expect(english.body.coordinator).toBe('[erased]');
    const all = await get(host, `/partnerships/${partnership}/history`);
    expect(JSON.stringify(all.body)).not.toContain('Anna');
    expect(samenwerkt(place.folder, 'verify').out).toContain('0 niet in orde');
    expect(samenwerkt(place.folder, 'subjects', 'find', 'anna').out).toContain('Niemand gevonden');
    expect((await get(host, `/data-subjects/${partnership}/export`)).status).toBe(404);
  });

  it('loses their account with it, and then what they did themselves says so too; no token can do that', async () => {
    const browser = new Browser(host);
    await browser.signIn(host.member);
    const member = await addMember(host.dataDir, { roles: ['coordinator'] });
    const { id: account } = member;
    const { name } = (await browser.api('GET', `/people/${account}`)).body;
    const handOver = { coordinator: name, reden: 'nieuwe collega' };
    await fire(asked(host, member), partnership, 'coordinatorOverdragen', handOver);
    const [subject] = (await get(host, `/data-subjects?name=${String(name)}`)).body.items as unknown as {
      id: string;
    }[];
    const at = `/data-subjects/${subject?.id}`;
    expect((await get(host, `${at}/export`)).body.accounts).toMatchObject([{ id: account, roles: ['coordinator'] }]);
    const byToken = await post(host, `${at}/erasures`, REASON);
    expect([byToken.status, byToken.body.type]).toEqual([403, 'urn:samenwerkt:problem:account-in-person']);
    expect((await browser.api('POST', `${at}/erasures`, REASON)).body).toMatchObject({ accounts: 1 });
    expect((await get(host, `/people/${account}`)).status).toBe(404);
    const history = (await get(host, `/partnerships/${partnership}/history`)).body.items as unknown as object[];
    expect(history.at(-1)).toMatchObject({ actor: { id: account, name: '[gewist]' } });
    expect((await get(asked(host, member), '/partnerships')).status).toBe(401);
  });

  it('can be found and erased from the command line', async () => {
    await fire(host, partnership, 'coordinatorOverdragen', { coordinator: 'Cas Smit', reden: 'vertrek' });
    const [id = ''] = samenwerkt(place.folder, 'subjects', 'find', 'cas').out.split(' ');
    expect(samenwerkt(place.folder, 'subjects', 'erase', id, '--reason', REASON.reason).out).toContain('Gewist');
    expect(samenwerkt(place.folder, 'show', partnership).out).toContain('coördinator [gewist]');
  });
});
