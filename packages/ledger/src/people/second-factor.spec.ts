import { describe, expect, it } from '@jest/globals';
import { secondsAfter } from '@samenwerkt/calendar';
import { TOTP, Secret } from 'otpauth';
import { type Ledger } from '../ledger.js';
import { FOUNDER, member, PASSWORD, PLACE } from '../testing/people.js';
import { count, HERE, value, withLedger, type Workbench } from '../testing/workbench.js';
import { periodOf } from './codes.js';

const email = 'sanne@merwedam.example';
const right = { email, password: PASSWORD };
const wrong = { code: 'code-wrong' };

/** The code that an app shows at a moment. */
function codeAt(secret: string, now: string): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.parse(now) });
}

/** Somebody with a code turned on. */
async function withApp({ ledger, time }: Workbench) {
  const { id: person } = await member(ledger);
  const owner = { organisation: HERE, person };
  const { secret, uri } = await ledger.secondFactor.begin(owner);
  const codes = await ledger.secondFactor.confirm(owner, codeAt(secret, time.now));
  time.now = secondsAfter(time.now, 60);
  return { owner, secret, uri, codes };
}

/** The token of the step that a right password gives. */
async function stepOf(ledger: Ledger, place: object = {}): Promise<string> {
  const asked = await ledger.signIn.withPassword(right, { ...PLACE, ...place }).catch((error: unknown) => error);
  expect(asked).toMatchObject({ code: expect.stringMatching(/^code-(set-up-)?needed$/) });
  return (asked as { step: string }).step;
}

describe('a code is', () => {
  // RFC 6238, appendix B, for SHA-1; of eight digits the last six.
  it.each([
    ['1970-01-01T00:00:59.000Z', '287082'],
    ['2005-03-18T01:58:29.000Z', '081804'],
    ['2009-02-13T23:31:30.000Z', '005924'],
    ['2033-05-18T03:33:20.000Z', '279037'],
  ])('at %s %s for the secret of the RFC, and of no period further away than one', (now, code) => {
    const { base32 } = Secret.fromLatin1('12345678901234567890');
    const period = Math.floor(Date.parse(now) / 30_000);
    expect(periodOf(base32, code, now)).toBe(period);
    expect(periodOf(base32, ` ${code.slice(0, 3)} ${code.slice(3)} `, now)).toBe(period);
    for (const off of [-30, 30]) expect(periodOf(base32, code, secondsAfter(now, off))).toBe(period);
    expect(periodOf(base32, code, secondsAfter(now, 61))).toBeUndefined();
    for (const odd of ['', 'abcdef', `${code}0`, code.slice(1), '１２３４５６'])
      expect(periodOf(base32, odd, now)).toBeUndefined();
  });
});

describe('turning a code on', () => {
  it('takes two steps; nothing is asked until a code was shown, and the secret is kept sealed', () =>
    withLedger(async (bench) => {
      const { ledger, raw, time } = bench;
      const { id: person } = await member(ledger);
      const owner = { organisation: HERE, person };
      const { secret, uri } = await ledger.secondFactor.begin(owner);
      expect(uri).toMatch(/^otpauth:\/\/totp\/Samenwerkt:Sanne%40merwedam\.example\?.*secret=/);
      await expect(ledger.secondFactor.confirm(owner, '000000')).rejects.toMatchObject(wrong);
      await ledger.signIn.withPassword(right, PLACE);
      expect(await ledger.secondFactor.waiting(owner)).toEqual({ secret, uri });
      const codes = await ledger.secondFactor.confirm(owner, codeAt(secret, time.now));
      expect(new Set(codes).size).toBe(10);
      for (const code of codes) expect(code).toMatch(/^[a-z2-7]{4}(-[a-z2-7]{4}){3}$/);
      const kept = JSON.stringify([
        await raw.rows('SELECT * FROM person_totp'),
        await raw.rows('SELECT * FROM recovery_code'),
      ]);
      for (const hidden of [secret, ...codes, ...codes.map((code) => code.replaceAll('-', ''))])
        expect(kept).not.toContain(hidden);
      await expect(ledger.secondFactor.begin(owner)).rejects.toMatchObject({ code: 'second-factor-state' });
      expect(await ledger.secondFactor.standing(owner)).toEqual({
        since: time.now,
        recoveryCodes: 10,
        required: false,
      });
    }));
});

describe('signing in with a code', () => {
  it('opens no session before the code, and the code that turned it on does not count again', () =>
    withLedger(async (bench) => {
      const { ledger, raw, time } = bench;
      const { id: person } = await member(ledger);
      const owner = { organisation: HERE, person };
      const { secret } = await ledger.secondFactor.begin(owner);
      const first = codeAt(secret, time.now);
      await ledger.secondFactor.confirm(owner, first);
      const step = await stepOf(ledger);
      expect(await count(raw, 'session')).toBe(0);
      expect(await count(raw, 'known_device')).toBe(0);
      await expect(ledger.signIn.withCode(step, first, PLACE)).rejects.toMatchObject(wrong);
      time.now = secondsAfter(time.now, 30);
      const signed = await ledger.signIn.withCode(step, codeAt(secret, time.now), PLACE);
      expect(await ledger.sessions.find(signed.token)).toMatchObject({ person });
    }));

  it('takes a code once, also when it comes twice at the same moment, and never an older one', () =>
    withLedger(async (bench) => {
      const { ledger, time } = bench;
      const { secret } = await withApp(bench);
      const [one, two] = [await stepOf(ledger), await stepOf(ledger)];
      const [older, code] = [codeAt(secret, secondsAfter(time.now, -30)), codeAt(secret, time.now)];
      const both = await Promise.allSettled([one, two].map((step) => ledger.signIn.withCode(step, code, PLACE)));
      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      const again = await stepOf(ledger);
      for (const used of [code, older])
        await expect(ledger.signIn.withCode(again, used, PLACE)).rejects.toMatchObject(wrong);
    }));

  it('takes each recovery code once, however it is typed', () =>
    withLedger(async (bench) => {
      const { ledger } = bench;
      const { owner, codes } = await withApp(bench);
      const [code = ''] = codes;
      await ledger.signIn.withCode(await stepOf(ledger), ` ${code.toUpperCase().replaceAll('-', ' ')}`, PLACE);
      const step = await stepOf(ledger);
      await expect(ledger.signIn.withCode(step, code, PLACE)).rejects.toMatchObject(wrong);
      expect(await ledger.secondFactor.standing(owner)).toMatchObject({ recoveryCodes: 9 });
      const lines = await ledger.audit.page(HERE, { action: 'second-factor.recovery-code' }, 9);
      expect(lines).toMatchObject([{ actor: owner.person, details: { left: 9 } }]);
    }));

  it('must wait after five wrong codes, wherever they come from, but not on a device that the owner knows', () =>
    withLedger(async (bench) => {
      const { ledger, time } = bench;
      const { owner, secret, codes } = await withApp(bench);
      const { device } = await ledger.signIn.withCode(await stepOf(ledger), codes[0] ?? '', PLACE);
      for (let i = 0; i < 5; i++) {
        const place = { ...PLACE, address: `198.51.100.${i}` };
        const guess = ledger.signIn.withCode(await stepOf(ledger, place), '123123', place);
        await expect(guess).rejects.toMatchObject(wrong);
      }
      const code = codeAt(secret, time.now);
      const tooMany = ledger.signIn.withCode(await stepOf(ledger), code, PLACE);
      await expect(tooMany).rejects.toMatchObject({ code: 'too-many-attempts', retryAfterSeconds: 30 });
      const lines = await ledger.audit.page(HERE, { action: 'sign-in.locked' }, 9);
      expect(lines).toMatchObject([{ subject: { id: owner.person }, details: { by: 'code' } }]);
      const known = { ...PLACE, device };
      expect(await ledger.signIn.withCode(await stepOf(ledger, known), code, known)).toMatchObject({ device });
    }));

  it('does not go on with a password that was replaced meanwhile', () =>
    withLedger(async (bench) => {
      const { ledger, time } = bench;
      const { owner, secret } = await withApp(bench);
      const step = await stepOf(ledger);
      const { token } = await ledger.oneTimeLinks.mint(HERE, owner.person, 'recovery');
      await ledger.oneTimeLinks.use(token, 'een ander lang wachtwoord');
      await expect(ledger.signIn.withCode(step, codeAt(secret, time.now), PLACE)).rejects.toMatchObject({
        code: 'sign-in-step-gone',
      });
    }));

  it('has ten minutes between password and code, and only who was asked one has them', () =>
    withLedger(async (bench) => {
      const { ledger, time } = bench;
      const { secret } = await withApp(bench);
      const step = await stepOf(ledger);
      time.now = secondsAfter(time.now, 601);
      for (const token of [step, 'verzonnen'])
        await expect(ledger.signIn.withCode(token, codeAt(secret, time.now), PLACE)).rejects.toMatchObject({
          code: 'sign-in-step-gone',
        });
    }));
});

describe('an organisation that requires a code of a role', () => {
  it('asks it at the next sign-in: the first code opens the session, and it cannot be turned off', () =>
    withLedger(async ({ ledger, time, raw }) => {
      const { id: person } = await member(ledger);
      const owner = { organisation: HERE, person };
      await ledger.secondFactor.require(HERE, ['coordinator', 'beheerder'], FOUNDER);
      expect(await ledger.secondFactor.requiredOf(HERE)).toEqual(['beheerder', 'coordinator']);
      const step = await stepOf(ledger);
      expect(await ledger.signIn.step(step)).toMatchObject({ ...owner, hasCode: false });
      await expect(ledger.signIn.withCode(step, '000000', PLACE)).rejects.toMatchObject(wrong);
      const { secret } = await ledger.secondFactor.begin(owner);
      const code = codeAt(secret, time.now);
      const { token, recoveryCodes } = await ledger.signIn.withFirstCode(step, code, PLACE);
      expect(await ledger.sessions.find(token)).toMatchObject({ person });
      await expect(ledger.secondFactor.turnOff(owner, recoveryCodes[0] ?? '')).rejects.toMatchObject({
        code: 'second-factor-required',
      });
      expect(await value(raw, 'SELECT details FROM audit_entry WHERE action = ?', 'second-factor.required')).toBe(
        '{"roles":["coordinator","beheerder"]}',
      );
      await expect(ledger.secondFactor.require(HERE, ['koning'], FOUNDER)).rejects.toMatchObject({
        code: 'data-invalid',
      });
    }));
});

describe('a code that is off again', () => {
  it('was turned off with a code by its owner; a wrong one changes nothing', () =>
    withLedger(async (bench) => {
      const { ledger, time } = bench;
      const { owner, secret } = await withApp(bench);
      await expect(ledger.secondFactor.turnOff(owner, '123123')).rejects.toMatchObject(wrong);
      await stepOf(ledger);
      await ledger.secondFactor.turnOff(owner, codeAt(secret, time.now));
      await ledger.signIn.withPassword(right, PLACE);
      const { intact } = await ledger.audit.verify(HERE);
      const lines = await ledger.audit.page(HERE, { actor: owner.person }, 5);
      expect([intact, lines.map(({ action }) => action)]).toEqual([
        true,
        ['second-factor.off', 'second-factor.on', 'person.password-chosen'],
      ]);
    }));

  it('or was reset by an administrator, which ends sessions and steps; that of a system administrator only by one', () =>
    withLedger(async (bench) => {
      const { ledger } = bench;
      const { owner, codes } = await withApp(bench);
      const { token } = await ledger.signIn.withCode(await stepOf(ledger), codes[0] ?? '', PLACE);
      const step = await stepOf(ledger);
      await ledger.secondFactor.reset(HERE, owner.person, { id: 'x', roles: ['beheerder'] });
      expect(await ledger.sessions.find(token)).toBeUndefined();
      await expect(ledger.signIn.step(step)).rejects.toMatchObject({ code: 'sign-in-step-gone' });
      await ledger.signIn.withPassword(right, PLACE);
      const system = await member(ledger, { email: 'systeem@merwedam.example', roles: ['systeembeheerder'] });
      const reset = ledger.secondFactor.reset(HERE, system.id, { id: 'x', roles: ['beheerder'] });
      await expect(reset).rejects.toMatchObject({ code: 'role-not-yours' });
    }));
});
