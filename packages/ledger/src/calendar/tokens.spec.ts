import { describe, expect, it } from '@jest/globals';
import { ACTOR } from '../testing/partnerships.js';
import { count, ELSEWHERE, HERE, NOBODY, value, withLedger } from '../testing/workbench.js';

const unknown = { code: 'calendar-unknown' };

describe('a calendar token', () => {
  it('opens the calendar of its organisation, and no other', () =>
    withLedger(async ({ ledger: { calendarTokens } }) => {
      const here = await calendarTokens.add(HERE, 'Team inkoop', ACTOR.id);
      const elsewhere = await calendarTokens.add(ELSEWHERE, 'Team inkoop', ACTOR.id);
      expect(here.token).toMatch(/^[\w-]{43}$/);
      expect(await calendarTokens.organisationOf(here.token)).toBe(HERE);
      expect(await calendarTokens.organisationOf(elsewhere.token)).toBe(ELSEWHERE);
    }));

  it('is nowhere to be found afterwards', () =>
    withLedger(async ({ ledger: { calendarTokens }, raw }) => {
      const { token } = await calendarTokens.add(HERE, 'Team inkoop', ACTOR.id);
      const rows = JSON.stringify(await raw.rows('SELECT * FROM calendar_token'));
      expect(rows).not.toContain('Team inkoop');
      expect(await calendarTokens.page(HERE, 10)).toMatchObject([{ label: 'Team inkoop' }]);
      expect(rows).not.toContain(token);
      expect(JSON.stringify(await calendarTokens.page(HERE, 10))).not.toContain(token);
    }));

  it('opens nothing once it is withdrawn, and stays on the list with that moment', () =>
    withLedger(async ({ ledger: { calendarTokens }, time }) => {
      const { id, token } = await calendarTokens.add(HERE, 'Team inkoop', ACTOR.id);
      const withdrawn = time.now;
      await calendarTokens.revoke(HERE, id, ACTOR.id);
      time.now = '2026-03-03T09:00:00.000Z';
      await calendarTokens.revoke(HERE, id, ACTOR.id);
      await expect(calendarTokens.organisationOf(token)).rejects.toMatchObject(unknown);
      expect(await calendarTokens.page(HERE, 10)).toMatchObject([{ id, revokedAt: withdrawn }]);
    }));

  it('cannot be withdrawn by another organisation', () =>
    withLedger(async ({ ledger: { calendarTokens } }) => {
      const { id, token } = await calendarTokens.add(HERE, 'Team inkoop', ACTOR.id);
      for (const [organisation, wrong] of [
        [ELSEWHERE, id],
        [HERE, NOBODY],
      ] as const)
        await expect(calendarTokens.revoke(organisation, wrong, ACTOR.id)).rejects.toMatchObject({ code: 'not-found' });
      expect(await calendarTokens.organisationOf(token)).toBe(HERE);
      expect(await calendarTokens.page(ELSEWHERE, 10)).toEqual([]);
    }));

  it.each(['', 'x', 'A'.repeat(43)])('is not guessed by %p', (guess) =>
    withLedger(async ({ ledger: { calendarTokens } }) => {
      await calendarTokens.add(HERE, 'Team inkoop', ACTOR.id);
      await expect(calendarTokens.organisationOf(guess)).rejects.toMatchObject(unknown);
    }),
  );

  it('remembers the hour of its last use, which costs one write an hour', () =>
    withLedger(async ({ ledger: { calendarTokens }, raw, time }) => {
      const { token } = await calendarTokens.add(HERE, 'Team inkoop', ACTOR.id);
      const lastUsed = () => value(raw, 'SELECT last_used_at FROM calendar_token');
      expect(await lastUsed()).toBeNull();
      for (const [now, hour] of [
        ['2026-03-02T09:59:00.000Z', '2026-03-02T09:00:00.000Z'],
        ['2026-03-02T10:00:00.000Z', '2026-03-02T10:00:00.000Z'],
      ] as const) {
        time.now = now;
        await calendarTokens.organisationOf(token);
        expect(await lastUsed()).toBe(hour);
      }
    }));

  it.each(['', ' ', 'x'.repeat(101), 'voor 111222333'])('is not given for %p', (label) =>
    withLedger(async ({ ledger: { calendarTokens }, raw }) => {
      const refused = { code: 'data-invalid', problems: [{ path: '/label' }] };
      await expect(calendarTokens.add(HERE, label, ACTOR.id)).rejects.toMatchObject(refused);
      expect(await count(raw, 'calendar_token')).toBe(0);
    }),
  );

  it('comes page by page, newest first', () =>
    withLedger(async ({ ledger: { calendarTokens } }) => {
      for (const label of ['een', 'twee', 'drie']) await calendarTokens.add(HERE, label, ACTOR.id);
      const first = await calendarTokens.page(HERE, 2);
      const rest = await calendarTokens.page(HERE, 2, first.at(-1)?.id);
      expect([...first, ...rest].map(({ label }) => label)).toEqual(['drie', 'twee', 'een']);
    }));
});
