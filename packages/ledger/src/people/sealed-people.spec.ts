import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { FOUNDER, invite, member, PASSWORD, PLACE } from '../testing/people.js';
import { count, HERE, withLedger, type Workbench } from '../testing/workbench.js';

const REASON = 'verzoek van betrokkene';
const FEED = { label: 'Agenda van het team' };
const TOKEN = { name: 'Koppeling', scopes: ['partnerships.read'], days: 9 };

/** Everything that the database holds of people, as text. */
async function onRecord({ raw }: Workbench): Promise<string> {
  const tables = [
    'person',
    'account_letter',
    'one_time_link',
    'session',
    'sign_in_attempt',
    'audit_entry',
    'calendar_token',
  ];
  const rows = await Promise.all(tables.map((table) => raw.rows(`SELECT * FROM ${table}`)));
  return JSON.stringify(rows).toLowerCase();
}

/** Somebody with every way in that there is. */
async function everyWayIn({ ledger }: Workbench) {
  const { id } = await member(ledger);
  await member(ledger, { roles: ['beheerder'], email: 'ander@merwedam.example' });
  const session = await ledger.sessions.open(id, 'Proef');
  const token = await ledger.apiTokens.add(id, TOKEN);
  const feed = await ledger.calendarTokens.add(HERE, FEED.label, id);
  const link = await ledger.oneTimeLinks.mint(HERE, id, 'recovery');
  const others = await ledger.calendarTokens.add(HERE, FEED.label, 'iemand anders');
  return { id, session, token, feed, link, others };
}

async function everythingEnded({ ledger }: Workbench, ways: Awaited<ReturnType<typeof everyWayIn>>): Promise<void> {
  expect(await ledger.sessions.find(ways.session.token)).toBeUndefined();
  expect(await ledger.apiTokens.find(ways.token.token)).toBeUndefined();
  await expect(ledger.calendarTokens.organisationOf(ways.feed.token)).rejects.toMatchObject({
    code: 'calendar-unknown',
  });
  await expect(ledger.oneTimeLinks.holder(ways.link.token)).rejects.toMatchObject({ code: 'link-unusable' });
  expect(await ledger.calendarTokens.organisationOf(ways.others.token)).toBe(HERE);
}

describe('who somebody is', () => {
  it('stands nowhere in the database as text, also after a letter, a sign-in and failures', () =>
    withLedger(async (bench) => {
      const { ledger, location } = bench;
      await member(ledger);
      const credentials = { email: 'sanne@merwedam.example', password: PASSWORD };
      await ledger.signIn.withPassword(credentials, PLACE);
      await expect(ledger.signIn.withPassword({ ...credentials, password: 'mis' }, PLACE)).rejects.toThrow();
      await ledger.signIn.recover('sanne@merwedam.example', PLACE);
      for (const name of ['sanne', 'de wit', 'merwedam.example']) expect(await onRecord(bench)).not.toContain(name);
      if (location.url === undefined)
        for (const file of [location.file, `${location.file}-wal`])
          expect(readFileSync(file).includes('merwedam.example')).toBe(false);
    }));

  it('is sealed at the next start where it stood as text, and signing in goes on', () =>
    withLedger(async (bench) => {
      const { ledger, raw, again } = bench;
      const { id } = await member(ledger);
      await raw.rows(
        'UPDATE person SET name = ?, email = ?, email_key = ?, sealed = 0 WHERE id = ?',
        ...['Sanne de Wit', 'Sanne@Merwedam.example', 'sanne@merwedam.example', id],
      );
      const { id: feed } = await ledger.calendarTokens.add(HERE, 'Agenda van Sanne', id);
      await raw.rows('UPDATE calendar_token SET label = ?, sealed = 0', 'Agenda van Sanne');
      for (const one of [id, feed]) await raw.damage('DELETE FROM subject_key WHERE id = ?', one);
      const [one, other] = await Promise.all([again(), again()]);
      expect(await count(raw, 'person', 'sealed = 0')).toBe(0);
      expect(await onRecord(bench)).not.toContain('sanne');
      expect(await other.people.get(HERE, id)).toMatchObject({ name: 'Sanne de Wit', email: 'Sanne@Merwedam.example' });
      expect(await other.calendarTokens.page(HERE, 9)).toMatchObject([{ label: 'Agenda van Sanne' }]);
      const credentials = { email: ' SANNE@merwedam.example', password: PASSWORD };
      expect(await one.signIn.withPassword(credentials, PLACE)).toMatchObject({ person: id });
      await one.close();
      await other.close();
    }));

  it('is found by however an address is written, also where one letter can be written in two ways', () =>
    withLedger(async ({ ledger }) => {
      const { id } = await invite(ledger, { email: 'Zo\u00eb@merwedam.example' });
      expect(await ledger.people.byEmail(HERE, ' ZOE\u0308@MERWEDAM.example ')).toMatchObject({ id });
    }));
});

describe('somebody who is blocked', () => {
  it('has no way in any more, and gets none back when let in again', () =>
    withLedger(async (bench) => {
      const { ledger } = bench;
      const ways = await everyWayIn(bench);
      await ledger.people.change(HERE, ways.id, { blocked: true }, FOUNDER);
      await everythingEnded(bench, ways);
      const [line] = await ledger.audit.page(HERE, { action: 'person.changed' }, 1);
      expect(line).toMatchObject({ details: { blocked: true, apiTokens: 1, calendarTokens: 1 } });
      await ledger.people.change(HERE, ways.id, { blocked: false }, FOUNDER);
      await everythingEnded(bench, ways);
    }));
});

describe('an account that is erased', () => {
  it('has no way in, no name and no address any more, and is in no list', () =>
    withLedger(async (bench) => {
      const { ledger, raw, time } = bench;
      const ways = await everyWayIn(bench);
      await ledger.people.erase(HERE, ways.id, REASON, FOUNDER);
      await everythingEnded(bench, ways);
      const gone = ledger.signIn.withPassword({ email: 'sanne@merwedam.example', password: PASSWORD }, PLACE);
      await expect(gone).rejects.toMatchObject({ code: 'sign-in-failed' });
      await expect(ledger.people.get(HERE, ways.id)).rejects.toMatchObject({ code: 'not-found' });
      expect((await ledger.people.page(HERE, 10)).map(({ id }) => id)).not.toContain(ways.id);
      expect(await ledger.people.names(HERE, [ways.id], 'en')).toEqual(new Map([[ways.id, '[erased]']]));
      expect(await count(raw, 'subject_key', 'id = ? AND wrapped IS NULL', ways.id)).toBe(1);
      const labels = (await ledger.calendarTokens.page(HERE, 9)).map(({ label }) => label);
      expect(labels).toEqual([FEED.label, '[gewist]']);
      const [row] = await raw.rows('SELECT * FROM person WHERE id = ?', ways.id);
      expect(row).toMatchObject({ name: '', email: '', password_hash: null, erased_at: time.now, erased_by: 'test' });
      const [line] = await ledger.audit.page(HERE, {}, 1);
      expect(line).toMatchObject({ action: 'person.erased', reason: REASON, subject: { id: ways.id } });
      await invite(ledger);
    }));

  it.each([
    ['without a reason', '', 'data-invalid'],
    ['with a BSN in the reason', 'verzoek van 111222333', 'data-invalid'],
    ['as the last administrator', REASON, 'last-administrator'],
  ])('is not erased %s', (_how, reason, code) =>
    withLedger(async ({ ledger }) => {
      const { id } = await member(ledger, { roles: ['beheerder'] });
      await expect(ledger.people.erase(HERE, id, reason, FOUNDER)).rejects.toMatchObject({ code });
      expect(await ledger.people.get(HERE, id)).toMatchObject({ name: 'Sanne de Wit' });
    }),
  );

  it('is not erased by somebody who could not give its roles', () =>
    withLedger(async ({ ledger }) => {
      const { id } = await member(ledger, { roles: ['systeembeheerder'] });
      const by = { id: 'iemand', roles: ['beheerder'] } as const;
      await expect(ledger.people.erase(HERE, id, REASON, by)).rejects.toMatchObject({ code: 'role-not-yours' });
    }));
});
