import { describe, expect, it } from '@jest/globals';
import { secondsAfter } from '@samenwerkt/calendar';
import { member } from '../testing/people.js';
import { count, HERE, value, withLedger } from '../testing/workbench.js';

const HOUR = 3600;

describe('a session', () => {
  it('ends after two hours in which nothing was asked', () =>
    withLedger(async ({ ledger, time }) => {
      const { id } = await member(ledger);
      const { token } = await ledger.sessions.open(id, 'Proef');
      for (let i = 0; i < 3; i++) {
        time.now = secondsAfter(time.now, 2 * HOUR - 1);
        expect(await ledger.sessions.find(token)).toMatchObject({ person: id });
      }
      time.now = secondsAfter(time.now, 2 * HOUR);
      expect(await ledger.sessions.find(token)).toBeUndefined();
      expect(await ledger.sessions.list(id)).toEqual([]);
    }));

  it('lasts no longer for what a screen asks while nobody is at it', () =>
    withLedger(async ({ ledger, time }) => {
      const { id } = await member(ledger);
      const { token } = await ledger.sessions.open(id, 'Proef');
      time.now = secondsAfter(time.now, 2 * HOUR - 1);
      expect(await ledger.sessions.find(token, true)).toMatchObject({ person: id });
      time.now = secondsAfter(time.now, 1);
      expect(await ledger.sessions.find(token, true)).toBeUndefined();
    }));

  it('ends after twelve hours however much was asked', () =>
    withLedger(async ({ ledger, time }) => {
      const { id } = await member(ledger);
      const { token } = await ledger.sessions.open(id, 'Proef');
      for (let i = 1; i < 12; i++) {
        time.now = secondsAfter(time.now, HOUR);
        expect(await ledger.sessions.find(token)).toBeDefined();
      }
      time.now = secondsAfter(time.now, HOUR);
      expect(await ledger.sessions.find(token)).toBeUndefined();
    }));

  it('is noted as seen once a minute, however often it asks', () =>
    withLedger(async ({ ledger, raw, time }) => {
      const { id } = await member(ledger);
      const { token } = await ledger.sessions.open(id, 'Proef');
      const opened = time.now;
      const seen = () => value(raw, 'SELECT last_seen_at FROM session');
      time.now = secondsAfter(opened, 59);
      await ledger.sessions.find(token);
      expect(await seen()).toBe(opened);
      time.now = secondsAfter(opened, 60);
      await ledger.sessions.find(token);
      expect(await seen()).toBe(time.now);
    }));

  it('is ended by its owner at once, also from elsewhere, and by nobody else', () =>
    withLedger(async ({ ledger, again }) => {
      const { id } = await member(ledger);
      const other = await member(ledger, { email: 'joris@merwedam.example' });
      const [here, there] = [await ledger.sessions.open(id, 'Hier'), await ledger.sessions.open(id, 'Daar')];
      expect((await ledger.sessions.list(id)).map(({ device }) => device).sort()).toEqual(['Daar', 'Hier']);
      await expect(ledger.sessions.end(other.id, there.id)).rejects.toMatchObject({ code: 'not-found' });
      const second = await again();
      await second.sessions.end(id, there.id);
      await second.close();
      expect(await ledger.sessions.find(there.token)).toBeUndefined();
      expect(await ledger.sessions.find(here.token)).toBeDefined();
    }));

  it.each(['', 'x', 'A'.repeat(43)])('is not guessed by %p', (guess) =>
    withLedger(async ({ ledger }) => {
      await ledger.sessions.open((await member(ledger)).id, 'Proef');
      expect(await ledger.sessions.find(guess)).toBeUndefined();
      expect(await ledger.apiTokens.find(guess)).toBeUndefined();
    }),
  );
});

describe('an API token', () => {
  const fields = { name: 'Koppeling', scopes: ['partnerships.read', 'contracts.read'], days: 30 };

  it('asks in the name of its owner for what it was given for, is shown once, and kept as a hash', () =>
    withLedger(async ({ ledger, raw }) => {
      const { id } = await member(ledger);
      const { token, ...listed } = await ledger.apiTokens.add(id, fields);
      expect(token).toMatch(/^smw_[\w-]{43}$/);
      expect(await ledger.apiTokens.find(token)).toEqual({
        organisation: HERE,
        person: id,
        roles: ['coordinator'],
        scopes: ['partnerships.read', 'contracts.read'],
      });
      const [found] = await ledger.apiTokens.page(id, 10);
      expect({ ...found, lastUsedAt: null }).toEqual(listed);
      expect(JSON.stringify(await raw.rows('SELECT * FROM api_token'))).not.toContain(token);
    }));

  it('stops at its end, and at once when it is withdrawn by its owner', () =>
    withLedger(async ({ ledger, time }) => {
      const { id } = await member(ledger);
      const other = await member(ledger, { email: 'joris@merwedam.example' });
      const [short, long] = [
        await ledger.apiTokens.add(id, { ...fields, days: 1 }),
        await ledger.apiTokens.add(id, fields),
      ];
      time.now = secondsAfter(time.now, 24 * HOUR);
      expect(await ledger.apiTokens.find(short.token)).toBeUndefined();
      expect(await ledger.apiTokens.find(long.token)).toBeDefined();
      await expect(ledger.apiTokens.revoke(other.id, long.id)).rejects.toMatchObject({ code: 'not-found' });
      await ledger.apiTokens.revoke(id, long.id);
      expect(await ledger.apiTokens.find(long.token)).toBeUndefined();
      expect(await ledger.apiTokens.page(other.id, 10)).toEqual([]);
    }));

  it.each([
    [{ name: '' }, '/name'],
    [{ scopes: [] }, '/scopes'],
    [{ scopes: ['people.manage'] }, '/scopes'],
    [{ scopes: ['tokens.own'] }, '/scopes'],
    [{ scopes: ['alles'] }, '/scopes'],
    [{ days: 0 }, '/days'],
    [{ days: 366 }, '/days'],
    [{ days: 1.5 }, '/days'],
  ])('is not given with %p', (wrong, path) =>
    withLedger(async ({ ledger, raw }) => {
      const { id } = await member(ledger);
      await expect(ledger.apiTokens.add(id, { ...fields, ...wrong })).rejects.toMatchObject({ problems: [{ path }] });
      expect(await count(raw, 'api_token')).toBe(0);
    }),
  );
});
