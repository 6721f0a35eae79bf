import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { get, post } from '../support/client.js';
import { samenwerkt } from '../support/command-line.js';
import { startHost, stopHost, temporaryFolder, type RunningHost } from '../support/host.js';

const place = temporaryFolder();
let host: RunningHost;

beforeAll(async () => {
  host = await startHost(place.folder);
});
afterAll(async () => {
  await stopHost(host);
  place.dispose();
});

describe('a rule pack that is withdrawn', () => {
  it('is on the list of reminders, with why, its message and its day in the calendar', async () => {
    const packs = (await get(host, '/rule-packs')).body.items as unknown as { name: string; version: string }[];
    const { version } = packs.find(({ name }) => name === 'haaglanden') ?? { version: '' };
    const at = `/rule-packs/haaglanden/versions/${version}`;
    const withdrawal = { endsOn: '2999-06-01', reason: 'Nieuw beleid' };
    expect((await post(host, `${at}/withdrawals`, withdrawal)).status).toBe(200);

    const { items } = (await get(host, '/reminders?kind=regelpakketVervalt')).body as unknown as {
      items: { id: string }[];
    };
    expect(items).toMatchObject([
      { partnership: null, subject: 'haaglanden', dueOn: '2999-05-31', recipient: { id: 'packbeheerder' } },
    ]);
    const one = `/reminders/${items[0]?.id}`;
    expect((await get(host, one)).body).toMatchObject({
      why: { text: expect.stringContaining(`In regelpakket haaglanden ${version} loopt "`), event: null },
      possible: ['skip', 'reschedule'],
    });
    expect((await get(host, `${one}/preview`)).body).toMatchObject({
      subject: `Regelpakket haaglanden ${version} geldt tot en met 31 mei 2999`,
      text: expect.stringContaining(`/regelpakketten/haaglanden/${version}\n`),
    });
    const { body } = await post(host, '/calendar-tokens', { label: 'Beheer' });
    const calendar = async (role: string) =>
      (await fetch(`${host.api}/calendar.ics?token=${String(body.token)}&recipient=${role}`)).text();
    expect(await calendar('packbeheerder')).toContain('DTSTART;VALUE=DATE:29990531');
    expect(await calendar('coordinator')).not.toContain('29990531');
    const { body: addresses } = await get(host, '/addresses');
    expect(addresses.missing).toEqual([{ name: 'packbeheerder', namedBy: 'reminders', instead: null }]);

    const shown = samenwerkt(place.folder, 'reminders', 'show', String(items[0]?.id)).out;
    expect(shown).toContain('regelpakketVervalt haaglanden/');
    expect(shown).toContain('aan beheerder van regelpakketten');
  });
});
