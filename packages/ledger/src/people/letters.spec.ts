import { describe, expect, it } from '@jest/globals';
import { secondsAfter } from '@samenwerkt/calendar';
import { FOUNDER, invite, member, PASSWORD, PLACE } from '../testing/people.js';
import { count, HERE, NOBODY, value, withLedger, type Workbench } from '../testing/workbench.js';

const email = 'sanne@merwedam.example';
const unusable = { code: 'link-unusable' };
const WORKER = 'werker-1';

/** Takes the only letter that waits. */
async function take({ ledger }: Workbench, worker = WORKER) {
  const [id = NOBODY] = await ledger.accountLetters.waiting();
  const letter = await ledger.accountLetters.claim(id, worker);
  if (!letter) throw new Error('no letter waits');
  return letter;
}

describe('a letter about an account', () => {
  it('brings a link that is nowhere before it goes out, and only as a hash afterwards', () =>
    withLedger(async (bench) => {
      const { ledger, raw } = bench;
      await invite(ledger);
      expect(await count(raw, 'one_time_link')).toBe(0);
      const letter = await take(bench);
      expect(letter).toMatchObject({ kind: 'invitation', name: 'Sanne de Wit', language: 'nl', organisation: HERE });
      expect(JSON.stringify(await raw.rows('SELECT * FROM one_time_link'))).not.toContain(letter.token);
      await ledger.accountLetters.sent(letter.id, WORKER);
      expect(await ledger.accountLetters.waiting()).toEqual([]);
    }));

  it('is held by one process; when that dies it goes out again, and both links work until one is used', () =>
    withLedger(async (bench) => {
      const { ledger, time } = bench;
      await invite(ledger);
      const first = await take(bench);
      expect(await ledger.accountLetters.claim(first.id, 'werker-2')).toBeUndefined();
      expect(await ledger.accountLetters.waiting()).toEqual([]);
      time.now = secondsAfter(time.now, 120);
      const second = await take(bench, 'werker-2');
      await ledger.accountLetters.sent(first.id, WORKER);
      expect(await value(bench.raw, 'SELECT state FROM account_letter')).toBe('waiting');
      await ledger.accountLetters.sent(second.id, 'werker-2');
      for (const { token } of [first, second])
        expect(await ledger.oneTimeLinks.holder(token)).toMatchObject({ name: 'Sanne de Wit' });
      await ledger.oneTimeLinks.use(second.token, PASSWORD);
      await expect(ledger.oneTimeLinks.use(first.token, PASSWORD)).rejects.toMatchObject(unusable);
    }));

  it('that failed waits for its moment, survives a restart, and is given up when told so', () =>
    withLedger(async (bench) => {
      const { ledger, time, again } = bench;
      await invite(ledger);
      const { id } = await take(bench);
      const later = secondsAfter(time.now, 60);
      await ledger.accountLetters.failed(id, WORKER, 'geen mailserver', later);
      expect(await ledger.accountLetters.waiting()).toEqual([]);
      time.now = later;
      const restarted = await again();
      expect(await restarted.accountLetters.waiting()).toEqual([id]);
      await restarted.close();
      expect(await take(bench)).toMatchObject({ tries: 2 });
      await ledger.accountLetters.failed(id, WORKER, 'onbekende ontvanger');
      expect(await ledger.accountLetters.waiting()).toEqual([]);
    }));

  it('is not sent to somebody who was blocked meanwhile', () =>
    withLedger(async ({ ledger }) => {
      const { id } = await invite(ledger);
      const [letter = NOBODY] = await ledger.accountLetters.waiting();
      await ledger.people.change(HERE, id, { blocked: true }, FOUNDER);
      expect(await ledger.accountLetters.claim(letter, WORKER)).toBeUndefined();
      expect(await ledger.accountLetters.waiting()).toEqual([]);
    }));

  it('is not sent to somebody who chose a password meanwhile, with a link that was handed over', () =>
    withLedger(async ({ ledger }) => {
      const { id } = await invite(ledger);
      const [letter = NOBODY] = await ledger.accountLetters.waiting();
      const { token } = await ledger.oneTimeLinks.mint(HERE, id, 'invitation');
      await ledger.oneTimeLinks.use(token, PASSWORD);
      expect(await ledger.accountLetters.claim(letter, WORKER)).toBeUndefined();
      expect(await ledger.accountLetters.waiting()).toEqual([]);
    }));
});

describe('a forgotten password', () => {
  it('brings a letter to who is known, none to who is not, and the same answer to both', () =>
    withLedger(async ({ ledger, raw }) => {
      await member(ledger);
      const letters = () => count(raw, 'account_letter', "kind = 'recovery'");
      expect(await ledger.signIn.recover('niemand@merwedam.example', PLACE)).toBeUndefined();
      expect(await letters()).toBe(0);
      expect(await ledger.signIn.recover(email.toUpperCase(), PLACE)).toBeUndefined();
      expect(await letters()).toBe(1);
    }));

  it('fills nobody’s mailbox, and an address that goes on must wait', () =>
    withLedger(async ({ ledger, raw, time }) => {
      await member(ledger);
      for (let i = 0; i < 10; i++) await ledger.signIn.recover(email, PLACE);
      expect(await count(raw, 'account_letter', "kind = 'recovery'")).toBe(1);
      await expect(ledger.signIn.recover(email, PLACE)).rejects.toMatchObject({ code: 'too-many-attempts' });
      time.now = secondsAfter(time.now, 301);
      await ledger.signIn.recover(email, { address: '203.0.113.9' });
      expect(await count(raw, 'account_letter', "kind = 'recovery'")).toBe(2);
    }));

  it('once mended ends every session, and the old password is no more', () =>
    withLedger(async ({ ledger }) => {
      const { id } = await member(ledger);
      const { token: session } = await ledger.sessions.open(id, 'Proef');
      const { token } = await ledger.oneTimeLinks.mint(HERE, id, 'recovery');
      await ledger.oneTimeLinks.use(token, 'vier nieuwe losse woorden');
      expect(await ledger.sessions.find(session)).toBeUndefined();
      await expect(ledger.signIn.withPassword({ email, password: PASSWORD }, PLACE)).rejects.toMatchObject({
        code: 'sign-in-failed',
      });
      await ledger.signIn.withPassword({ email, password: 'vier nieuwe losse woorden' }, PLACE);
    }));
});

describe('a one-time link', () => {
  it('is used up by a good password only, and by one of two at once', () =>
    withLedger(async ({ ledger }) => {
      const { id } = await invite(ledger);
      const { token } = await ledger.oneTimeLinks.mint(HERE, id, 'invitation');
      await expect(ledger.oneTimeLinks.use(token, 'kort')).rejects.toMatchObject({ problems: [{ path: '/password' }] });
      const both = await Promise.allSettled(
        ['vier losse woorden een', 'vier losse woorden twee'].map((one) => ledger.oneTimeLinks.use(token, one)),
      );
      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      await expect(ledger.oneTimeLinks.holder(token)).rejects.toMatchObject(unusable);
    }));

  it.each([
    ['invitation', 7 * 24 * 3600],
    ['recovery', 3600],
  ] as const)('for %s stops after %d seconds', (kind, seconds) =>
    withLedger(async ({ ledger, time }) => {
      const { id } = await invite(ledger);
      const { token } = await ledger.oneTimeLinks.mint(HERE, id, kind);
      time.now = secondsAfter(time.now, seconds - 1);
      expect(await ledger.oneTimeLinks.holder(token)).toMatchObject({ kind });
      time.now = secondsAfter(time.now, 1);
      await expect(ledger.oneTimeLinks.use(token, PASSWORD)).rejects.toMatchObject(unusable);
    }),
  );
});
