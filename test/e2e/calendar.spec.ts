import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sampleData } from '@samenwerkt/engine';
import ICAL from 'ical.js';
import { fire, get, patch, post, remove } from '../support/client.js';
import { startHost, stopHost, temporaryFolder, type RunningHost } from '../support/host.js';
import { startMonitored } from '../support/monitored.js';

const NOBODY = '01900000-0000-7000-8000-0000000000ff';

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

describe('the calendar', () => {
  const subscribe = async () => (await post(host, '/calendar-tokens', { label: 'Team inkoop' })).body;

  /** What an agenda makes of an address. */
  async function read(address: string): Promise<{ status: number; summaries: string[]; uids: string[] }> {
    const response = await fetch(`${host.api}${address}`);
    if (response.status !== 200) return { status: response.status, summaries: [], uids: [] };
    expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    const events = new ICAL.Component(ICAL.parse(await response.text()) as unknown[])
      .getAllSubcomponents('vevent')
      .map((event) => new ICAL.Event(event));
    return { status: 200, summaries: events.map(({ summary }) => summary), uids: events.map(({ uid }) => uid) };
  }

  it('holds every open moment of the organisation, once, in the words of its pack', async () => {
    const { token } = await subscribe();
    const { summaries, uids } = await read(`/calendar.ics?token=${String(token)}`);
    expect(summaries).toContain('Gesprek over de realisatie: Groenonderhoud Zuid');
    expect(summaries).toContain('Jaaropgave van verloonde uren: Groenonderhoud Zuid');
    expect(new Set(uids).size).toBe(uids.length);
  });

  it('can be narrowed to what one role is asked', async () => {
    const { token } = await subscribe();
    const { summaries } = await read(`/calendar.ics?token=${String(token)}&recipient=coordinator`);
    expect(summaries).toContain('Gesprek over de realisatie: Groenonderhoud Zuid');
    expect(summaries).not.toContain('Jaaropgave van verloonde uren: Groenonderhoud Zuid');
  });

  it('strikes out what somebody was told of and was called off since, under the same id and a higher number', async () => {
    const partnership = await startMonitored(host, 'GRN-8');
    const { body } = await get(host, `/reminders?partnership=${partnership}&kind=gesprek`);
    const { id, step } = (body.items as unknown as { id: string; step: number }[])[0] ?? { id: '', step: -1 };
    expect(step).toBe(0);
    const soon = { dueAt: new Date(Date.now() + 1000).toISOString(), reason: 'In deze proef gaat hij nu uit' };
    expect([200, 409]).toContain((await patch(host, `/reminders/${id}`, soon)).status); // near the end of a period it is out already
    await post(host, '/reminders/reconciliations', {});
    while (String((await get(host, `/reminders/${id}`)).body.state?.id) !== 'sent')
      await new Promise((resolve) => setTimeout(resolve, 250));
    const { token } = await subscribe();
    const entry = async () => {
      const response = await fetch(`${host.api}/calendar.ics?token=${String(token)}`);
      const own = new ICAL.Component(ICAL.parse(await response.text()) as unknown[])
        .getAllSubcomponents('vevent')
        .filter((event) => String(event.getFirstPropertyValue('uid')).startsWith(`${partnership}-gesprek-`));
      return own.map((event) => ['uid', 'sequence', 'status'].map((name) => event.getFirstPropertyValue(name)));
    };
    const [[uid, sequence, status] = []] = await entry();
    expect(status).toBe('CONFIRMED');
    await fire(host, partnership, 'opschorten', { reden: 'verbouwing' });
    const struck = await entry();
    expect(struck).toEqual([[uid, expect.any(Number), 'CANCELLED']]);
    expect(Number(struck[0]?.[1])).toBeGreaterThan(Number(sequence));
    await fire(host, partnership, 'hervatten', sampleData('stappenplan-2019', 'hervatten'));
    expect(await entry()).toEqual([[uid, Number(struck[0]?.[1]) + 1, 'CONFIRMED']]);
  }, 60_000);

  it('is gone with the token: withdrawn, wrong or left out', async () => {
    const { id, token } = await subscribe();
    expect((await read(`/calendar.ics?token=${String(token)}`)).status).toBe(200);
    expect((await remove(host, `/calendar-tokens/${String(id)}`)).status).toBe(204);
    for (const query of [`?token=${String(token)}`, '?token=fout', '?token=', ''])
      expect((await read(`/calendar.ics${query}`)).status).toBe(404);
    expect((await remove(host, `/calendar-tokens/${NOBODY}`)).status).toBe(404);
  });

  it('never shows a token again', async () => {
    const { id, token } = await subscribe();
    const { body } = await get(host, '/calendar-tokens');
    expect(JSON.stringify(body)).not.toContain(String(token));
    expect((body.items as unknown as { id: string }[])[0]).toMatchObject({ id, label: 'Team inkoop', revokedAt: null });
  });

  it.each([
    ['', 422],
    ['gaat over 111222333', 422],
    [7, 400],
  ])('gives no address for %p', async (label, status) => {
    expect((await post(host, '/calendar-tokens', { label })).status).toBe(status);
  });
});
