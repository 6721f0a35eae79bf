import { describe, expect, it } from '@jest/globals';
import { secondsAfter } from '@samenwerkt/calendar';
import { hash } from '@node-rs/argon2';
import { member, PASSWORD, PLACE } from '../testing/people.js';
import { count, ELSEWHERE, HERE, value, withLedger, type Workbench } from '../testing/workbench.js';
import { isPassword, passwordProblems } from './passwords.js';

const email = 'sanne@merwedam.example';
const right = { email, password: PASSWORD };
const wrong = { email, password: 'iets heel anders' };
const failed = { code: 'sign-in-failed' };
const tooMany = { code: 'too-many-attempts' };
const STRANGER = { address: '198.51.100.7', program: 'Kwaad/6.6' };

/** Fails so many times. */
async function fail({ ledger }: Workbench, times: number, place: object = PLACE, credentials = wrong): Promise<void> {
  for (let i = 0; i < times; i++)
    await expect(ledger.signIn.withPassword(credentials, { ...PLACE, ...place })).rejects.toMatchObject(failed);
}

describe('signing in', () => {
  it('opens a session for who knows the password, and keeps neither password nor tokens', () =>
    withLedger(async ({ ledger, raw }) => {
      const { id } = await member(ledger);
      const signed = await ledger.signIn.withPassword(right, PLACE);
      expect(await ledger.sessions.find(signed.token)).toEqual({
        organisation: HERE,
        person: id,
        session: signed.id,
        roles: ['coordinator'],
      });
      const tables = ['person', 'session', 'known_device', 'one_time_link', 'sign_in_attempt'];
      const kept = JSON.stringify(await Promise.all(tables.map((table) => raw.rows(`SELECT * FROM ${table}`))));
      for (const secret of [PASSWORD, signed.token, signed.device]) expect(kept).not.toContain(secret);
      expect(kept).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
    }));

  it('gives the same answer for a wrong password, an unknown address, and somebody invited or blocked', () =>
    withLedger(async ({ ledger }) => {
      const { id } = await member(ledger);
      await member(ledger, { email: 'beheer@merwedam.example', roles: ['beheerder'] });
      const said = async (credentials: typeof right) =>
        ledger.signIn.withPassword(credentials, PLACE).catch(({ code, text }) => ({ code, text }));
      const answers = [await said(wrong), await said({ ...right, email: 'niemand@merwedam.example' })];
      await ledger.people.change(HERE, id, { blocked: true }, { id: 'x', roles: [] });
      answers.push(await said(right));
      expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
      expect(answers[0]).toMatchObject(failed);
    }));

  it('ends the session there was: a token from before never becomes one from after', () =>
    withLedger(async ({ ledger }) => {
      await member(ledger);
      const before = await ledger.signIn.withPassword(right, PLACE);
      const after = await ledger.signIn.withPassword(right, { ...PLACE, session: before.token });
      expect(await ledger.sessions.find(before.token)).toBeUndefined();
      expect(await ledger.sessions.find(after.token)).toMatchObject({ session: after.id });
    }));

  it('with one address at two organisations opens the one whose password it is', () =>
    withLedger(async ({ ledger }) => {
      await member(ledger);
      await member(ledger, {}, ELSEWHERE, 'een heel ander wachtwoord');
      const password = 'een heel ander wachtwoord';
      const { token } = await ledger.signIn.withPassword({ email, password }, PLACE);
      expect(await ledger.sessions.find(token)).toMatchObject({ organisation: ELSEWHERE });
      await expect(ledger.signIn.withPassword({ ...right, organisation: ELSEWHERE }, PLACE)).rejects.toMatchObject(
        failed,
      );
    }));

  it('takes over today’s parameters for a hash that was made under others', () =>
    withLedger(async ({ ledger, raw }) => {
      await member(ledger);
      const old = await hash(PASSWORD, { memoryCost: 8192, timeCost: 1, parallelism: 1 });
      await raw.rows('UPDATE person SET password_hash = ? RETURNING id', old);
      await ledger.signIn.withPassword(right, PLACE);
      expect(await value(raw, 'SELECT password_hash FROM person')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
      await ledger.signIn.withPassword(right, PLACE);
    }));
});

describe('failing again and again', () => {
  it('must wait after five times, longer each time, and not for ever', () =>
    withLedger(async (bench) => {
      const { ledger, time } = bench;
      await member(ledger);
      const waits = [];
      await fail(bench, 5);
      for (let i = 0; i < 8; i++) {
        const refused = await ledger.signIn.withPassword(right, PLACE).catch((error: unknown) => error);
        expect(refused).toMatchObject(tooMany);
        const { retryAfterSeconds } = refused as { retryAfterSeconds: number };
        waits.push(retryAfterSeconds);
        time.now = secondsAfter(time.now, retryAfterSeconds);
        await fail(bench, 1);
      }
      expect(waits).toEqual([30, 60, 120, 240, 480, 900, 900, 900]);
      time.now = secondsAfter(time.now, 900);
      await ledger.signIn.withPassword(right, PLACE);
      await fail(bench, 4);
      await ledger.signIn.withPassword(right, PLACE);
    }));

  it('counts a hundred guesses at once as a hundred', () =>
    withLedger(async ({ ledger, raw }) => {
      await member(ledger);
      const guesses = Array.from({ length: 100 }, () =>
        ledger.signIn.withPassword(wrong, PLACE).catch(({ code }: { code: string }) => code),
      );
      const codes = await Promise.all(guesses);
      expect(codes.filter((code) => code === 'sign-in-failed')).toHaveLength(5);
      expect(codes.filter((code) => code === 'too-many-attempts')).toHaveLength(95);
      expect(await count(raw, 'session')).toBe(0);
    }));

  it('never keeps the owner out at another address', () =>
    withLedger(async (bench) => {
      const { ledger } = bench;
      await member(ledger);
      await ledger.signIn.withPassword(right, PLACE);
      await fail(bench, 5, STRANGER);
      await expect(ledger.signIn.withPassword(right, STRANGER)).rejects.toMatchObject(tooMany);
      await ledger.signIn.withPassword(right, PLACE);
    }));

  it('never keeps the owner out on a device they used before, also behind the same address', () =>
    withLedger(async (bench) => {
      const { ledger } = bench;
      await member(ledger);
      const { device } = await ledger.signIn.withPassword(right, PLACE);
      await fail(bench, 5);
      await expect(ledger.signIn.withPassword(right, PLACE)).rejects.toMatchObject(tooMany);
      expect(await ledger.signIn.withPassword(right, { ...PLACE, device })).toMatchObject({ device });
      await expect(ledger.signIn.withPassword(right, { ...PLACE, device: 'verzonnen' })).rejects.toMatchObject(tooMany);
    }));

  it('must wait at an address that tries many accounts, and one good account there does not clear it', () =>
    withLedger(async (bench) => {
      const { ledger } = bench;
      await member(ledger);
      await member(ledger, { email: 'eigen@merwedam.example' });
      for (let i = 0; i < 19; i++) await fail(bench, 1, STRANGER, { ...wrong, email: `${i}@merwedam.example` });
      await expect(
        ledger.signIn.withPassword({ ...right, email: 'eigen@merwedam.example' }, STRANGER),
      ).resolves.toBeDefined();
      await fail(bench, 1, STRANGER, { ...wrong, email: 'nog@merwedam.example' });
      await expect(ledger.signIn.withPassword(right, STRANGER)).rejects.toMatchObject(tooMany);
      await ledger.signIn.withPassword(right, PLACE);
    }));

  it('is forgotten after a day, with all that has ended', () =>
    withLedger(async (bench) => {
      const { ledger, raw, time } = bench;
      await member(ledger);
      await ledger.signIn.withPassword(right, PLACE);
      await fail(bench, 2);
      time.now = '2026-03-20T09:00:00.000Z';
      await ledger.signIn.forget('2026-03-10T00:00:00.000Z');
      const tables = ['sign_in_attempt', 'session', 'one_time_link', 'known_device'];
      expect(await Promise.all(tables.map((table) => count(raw, table)))).toEqual([0, 0, 0, 0]);
    }));
});

describe('a password', () => {
  it.each([
    ['elf tekens!', 'length'],
    ['x'.repeat(257), 'length'],
    ['123456789012', 'common'],
    ['Wachtwoord123', 'common'],
    ['aaaaaaaaaaaaaa', 'common'],
    ['GEMEENTE MERWEDAM', 'common'],
    ['Sanne@Merwedam.example', 'common'],
  ])('is not %p', (password, code) => {
    expect(passwordProblems(password, ['Gemeente Merwedam', email])).toMatchObject([{ path: '/password', code }]);
  });

  it.each(['twaalf teken', 'alleen kleine letters', '🦔🦊🐻🐼🐨🐯🦁🐮🐷🐸🐵🐔', 'woord '.repeat(42)])(
    'may be %p: no rules about which characters',
    (password) => expect(passwordProblems(password, [email])).toEqual([]),
  );

  it('is nobody’s when there is none, and is not hashed when it is a burden', async () => {
    expect(await isPassword(undefined, 'a password that nobody has')).toBe(false);
    expect(await isPassword(null, 'x'.repeat(1_000_000))).toBe(false);
  });
});
