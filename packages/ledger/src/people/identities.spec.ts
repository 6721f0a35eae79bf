import { describe, expect, it } from '@jest/globals';
import { secondsAfter } from '@samenwerkt/calendar';
import { FOUNDER, invite, member, PASSWORD, PLACE } from '../testing/people.js';
import { count, ELSEWHERE, HERE, withLedger, type Workbench } from '../testing/workbench.js';
import { type Vouched } from './identities.js';

const SANNE: Vouched = {
  provider: 'gemeente',
  organisation: HERE,
  issuer: 'https://aanmelden.merwedam.example',
  subject: 'a1',
  name: 'Sanne de Wit',
  email: 'sanne@merwedam.example',
  emailVerified: true,
  language: 'nl',
  roles: ['coordinator'],
};
const NEWCOMERS = { create: true, linkByEmail: false };
const BY_ADDRESS = { create: false, linkByEmail: true };

function come({ ledger }: Workbench, more: Partial<Vouched> = {}, admission = NEWCOMERS) {
  return ledger.identities.signIn({ ...SANNE, ...more }, admission, PLACE);
}

describe('somebody whom a provider vouches for', () => {
  it('is added at their first sign-in and is the same ever after, whatever their address becomes', () =>
    withLedger(async (bench) => {
      const { ledger, raw } = bench;
      const first = await ledger.sessions.find((await come(bench)).token);
      const second = await ledger.sessions.find((await come(bench, { email: 'ander@merwedam.example' })).token);
      expect(first).toMatchObject({ organisation: HERE, roles: ['coordinator'], provider: 'gemeente' });
      expect(second?.person).toBe(first?.person);
      expect(await count(raw, 'person')).toBe(1);
      expect((await ledger.audit.page(HERE, {}, 2)).map(({ action }) => action)).toEqual([
        'identity.roles',
        'identity.linked',
      ]);
    }));

  it('is somebody else under another subject or issuer, and in another organisation', () =>
    withLedger(async (bench) => {
      await come(bench);
      await come(bench, { subject: 'a2', email: 'b@merwedam.example' });
      await come(bench, { issuer: 'https://elders.example', email: 'c@merwedam.example' });
      await come(bench, { organisation: ELSEWHERE });
      expect(await count(bench.raw, 'person')).toBe(4);
    }));

  it('is not added where the settings do not say so', () =>
    withLedger(async (bench) => {
      await expect(come(bench, {}, BY_ADDRESS)).rejects.toMatchObject({ code: 'identity-unknown' });
      expect(await count(bench.raw, 'person')).toBe(0);
    }));

  it('is somebody with the same address only when the settings and the provider both say so', () =>
    withLedger(async (bench) => {
      const { ledger, raw } = bench;
      const { id } = await invite(ledger);
      await expect(come(bench)).rejects.toMatchObject({ code: 'identity-taken' });
      const unverified = come(bench, { emailVerified: false }, BY_ADDRESS);
      await expect(unverified).rejects.toMatchObject({ code: 'identity-taken' });
      expect(await count(raw, 'person_identity')).toBe(0);
      const { token } = await come(bench, { email: 'SANNE@merwedam.example' }, BY_ADDRESS);
      expect(await ledger.sessions.find(token)).toMatchObject({ person: id });
      expect(await ledger.people.get(HERE, id)).toMatchObject({ state: 'active' });
    }));

  it('does not take on an account of the demo', () =>
    withLedger(async (bench) => {
      const fields = { name: 'Demo', email: SANNE.email, language: 'nl', roles: ['beheerder'] };
      await bench.ledger.people.addDemo(HERE, [fields], FOUNDER);
      await expect(come(bench, {}, BY_ADDRESS)).rejects.toMatchObject({ code: 'identity-taken' });
    }));

  it('is refused when blocked here, whatever the provider says', () =>
    withLedger(async (bench) => {
      const { ledger } = bench;
      const { person = '' } = (await ledger.sessions.find((await come(bench)).token)) ?? {};
      await ledger.people.change(HERE, person, { blocked: true }, FOUNDER);
      await expect(come(bench)).rejects.toMatchObject({ code: 'account-blocked' });
      expect(await ledger.people.change(HERE, person, { blocked: false }, FOUNDER)).toMatchObject({ state: 'active' });
      await come(bench);
    }));

  it('gets no password behind the provider’s back by saying that it was forgotten', () =>
    withLedger(async (bench) => {
      await come(bench);
      await bench.ledger.signIn.recover(SANNE.email, PLACE);
      expect(await count(bench.raw, 'account_letter')).toBe(0);
    }));
});

describe('the roles that a provider gives', () => {
  it('replace what it gave before and leave what was given here; sessions from before end', () =>
    withLedger(async (bench) => {
      const { ledger } = bench;
      const before = await come(bench, { roles: ['coordinator', 'auditor'] });
      const { person = '' } = (await ledger.sessions.find(before.token)) ?? {};
      await ledger.people.change(HERE, person, { roles: ['coordinator', 'auditor', 'hrExpert'] }, FOUNDER);
      const { token } = await come(bench, { roles: ['beheerder', 'auditor'] });
      expect(new Set((await ledger.sessions.find(token))?.roles)).toEqual(
        new Set(['hrExpert', 'beheerder', 'auditor']),
      );
      expect(await ledger.sessions.find(before.token)).toBeUndefined();
      expect((await ledger.people.get(HERE, person)).roles).toEqual(
        expect.arrayContaining([expect.objectContaining({ role: 'beheerder', grantedBy: 'oidc:gemeente' })]),
      );
    }));

  it('count in sessions that it opened, and not behind a password', () =>
    withLedger(async (bench) => {
      const { ledger } = bench;
      await member(ledger, { roles: ['auditor'] });
      await come(bench, { roles: ['beheerder'] }, BY_ADDRESS);
      const { token } = await ledger.signIn.withPassword({ email: SANNE.email, password: PASSWORD }, PLACE);
      expect(await ledger.sessions.find(token)).toMatchObject({ roles: ['auditor'] });
    }));

  it('count for API tokens for thirty days after the provider last said so', () =>
    withLedger(async (bench) => {
      const { ledger, time } = bench;
      const { person = '' } = (await ledger.sessions.find((await come(bench)).token)) ?? {};
      const { token } = await ledger.apiTokens.add(person, { name: 'x', scopes: ['partnerships.read'], days: 90 });
      expect(await ledger.apiTokens.find(token)).toMatchObject({ roles: ['coordinator'] });
      time.now = secondsAfter(time.now, 31 * 24 * 3600);
      expect(await ledger.apiTokens.find(token)).toMatchObject({ roles: [] });
      await come(bench);
      expect(await ledger.apiTokens.find(token)).toMatchObject({ roles: ['coordinator'] });
    }));

  it('must be some, must go together, and name a supplier that is there', () =>
    withLedger(async (bench) => {
      const { ledger } = bench;
      await expect(come(bench, { roles: [] })).rejects.toMatchObject({ code: 'identity-without-role' });
      await expect(come(bench, { roles: ['opdrachtnemer'] })).rejects.toMatchObject({ code: 'identity-roles-clash' });
      const supplier = await ledger.contracts.addSupplier(HERE, 'Helder Facilitair B.V.');
      const both = come(bench, { roles: ['opdrachtnemer', 'auditor'], supplier: supplier.id });
      await expect(both).rejects.toMatchObject({ code: 'identity-roles-clash' });
      const nobody = come(bench, { roles: ['opdrachtnemer'], supplier: 'Niemand B.V.' });
      await expect(nobody).rejects.toMatchObject({ code: 'not-found' });
      expect(await count(bench.raw, 'person')).toBe(0);
      const { token } = await come(bench, { roles: ['opdrachtnemer'], supplier: supplier.name });
      expect(await ledger.sessions.find(token)).toMatchObject({ roles: ['opdrachtnemer'], supplier: supplier.id });
    }));
});

describe('a sign-in that began at a provider', () => {
  it('is finished once, in time, and for that provider', () =>
    withLedger(async ({ ledger, time, raw }) => {
      const gone = { code: 'provider-sign-in-gone' };
      const secret = await ledger.providerSignIns.begin('gemeente');
      expect(JSON.stringify(await raw.rows('SELECT * FROM provider_sign_in'))).not.toContain(secret);
      await expect(ledger.providerSignIns.finish('ander', secret)).rejects.toMatchObject(gone);
      await ledger.providerSignIns.finish('gemeente', secret);
      await expect(ledger.providerSignIns.finish('gemeente', secret)).rejects.toMatchObject(gone);
      const late = await ledger.providerSignIns.begin('gemeente');
      time.now = secondsAfter(time.now, 601);
      await expect(ledger.providerSignIns.finish('gemeente', late)).rejects.toMatchObject(gone);
      await ledger.signIn.forget(time.now);
      expect(await count(raw, 'provider_sign_in')).toBe(0);
    }));
});
