import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { valuesAt, vouchedOf } from './claims.js';
import { type Provider } from './provider.js';

const PROVIDER: Provider = {
  id: 'gemeente',
  title: { nl: 'Gemeente', en: 'Municipality' },
  issuer: 'https://aanmelden.merwedam.example',
  clientId: 'samenwerkt',
  organisation: '01900000-0000-7000-8000-00000000000a',
  scopes: ['openid'],
  roles: [
    { claim: ['groups'], value: 'sr', role: 'coordinator' },
    { claim: ['groups'], value: 'sr-oud', role: 'coordinator' },
    { claim: ['realm_access', 'roles'], value: 'inkoop', role: 'inkoopexpert' },
    { claim: ['https://merwedam.example/rol'], value: 'audit', role: 'auditor' },
  ],
  supplier: { claim: ['kvk'], values: { '12345678': 'Helder Facilitair B.V.' } },
  create: true,
  linkByEmail: false,
};
const WHO = { iss: PROVIDER.issuer, sub: 'a1' };

describe('what a provider says of somebody', () => {
  it('gives the roles of every rule that holds, each once; a part of a value is not the value', () => {
    const roles = (more: object) => vouchedOf(PROVIDER, { ...WHO, ...more }).roles;
    expect(roles({ groups: ['sr', 'sr-oud', 'anders'] })).toEqual(['coordinator']);
    expect(roles({ groups: 'sr', realm_access: { roles: ['inkoop'] } })).toEqual(['coordinator', 'inkoopexpert']);
    expect(roles({ 'https://merwedam.example/rol': 'audit' })).toEqual(['auditor']);
    expect(roles({ groups: ['sr-x', 'SR'], realm_access: ['inkoop'] })).toEqual([]);
  });

  it('says which supplier only by a value that the settings know', () => {
    const supplier = (kvk: unknown) => vouchedOf(PROVIDER, { ...WHO, kvk }).supplier;
    expect(supplier(['0', '12345678'])).toBe('Helder Facilitair B.V.');
    expect(supplier(12345678)).toBe('Helder Facilitair B.V.');
    for (const odd of ['87654321', 'toString', '__proto__', undefined, {}]) expect(supplier(odd)).toBeUndefined();
  });

  it('counts an address as verified only when it says so itself, as true', () => {
    for (const said of [undefined, false, 'true', 1])
      expect(vouchedOf(PROVIDER, { ...WHO, email: 'a@b.example', email_verified: said }).emailVerified).toBe(false);
    expect(vouchedOf(PROVIDER, { ...WHO, email: 'a@b.example', email_verified: true }).emailVerified).toBe(true);
  });

  it('finds a name in what there is; without an address somebody gets one of their own that no mail reaches', () => {
    const named = (more: object) => vouchedOf(PROVIDER, { ...WHO, ...more }).name;
    expect(named({ name: 'Sanne\nde Wit' })).toBe('Sanne de Wit');
    expect(named({ given_name: 'Sanne', family_name: 'de Wit' })).toBe('Sanne de Wit');
    expect([named({ preferred_username: 'sanne' }), named({})]).toEqual(['sanne', 'a1']);
    const [one, two] = ['a1', 'a2'].map((sub) => vouchedOf(PROVIDER, { ...WHO, sub }));
    expect(one).toMatchObject({ email: expect.stringMatching(/^[0-9a-f]{24}@gemeente\.invalid$/), language: 'nl' });
    expect(two?.email).not.toBe(one?.email);
    expect(vouchedOf(PROVIDER, { ...WHO, locale: 'en-GB' }).language).toBe('en');
  });

  it('can be anything: reading it never fails, and never finds what is not its own', () => {
    const path = fc.array(fc.constantFrom('groups', '__proto__', 'constructor', 'length', '0'), { minLength: 1 });
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), path, (claims, where) => {
        for (const value of valuesAt(claims, where)) expect(typeof value).toBe('string');
        expect(valuesAt({}, where)).toEqual([]);
      }),
    );
  });
});
