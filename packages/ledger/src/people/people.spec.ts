import { describe, expect, it } from '@jest/globals';
import { FOUNDER, invite, member } from '../testing/people.js';
import { count, ELSEWHERE, HERE, NOBODY, withLedger } from '../testing/workbench.js';

const BEHEERDER = { id: 'iemand', roles: ['beheerder'] } as const;

describe('somebody', () => {
  it('is invited with the roles that were given, by whom and when, and a letter waits', () =>
    withLedger(async ({ ledger, raw, time }) => {
      const person = await invite(ledger, { roles: ['coordinator', 'beheerder'] });
      expect(person).toMatchObject({ organisation: HERE, state: 'invited', email: 'Sanne@merwedam.example' });
      const by = { grantedBy: 'test', grantedAt: time.now };
      expect(person.roles).toEqual([
        { role: 'beheerder', ...by },
        { role: 'coordinator', ...by },
      ]);
      expect(await count(raw, 'account_letter')).toBe(1);
    }));

  it('is found by address however it is written, once in an organisation, and again in another', () =>
    withLedger(async ({ ledger }) => {
      const { id } = await invite(ledger);
      expect(await ledger.people.byEmail(HERE, ' SANNE@Merwedam.example')).toMatchObject({ id });
      await expect(invite(ledger, { email: 'sanne@MERWEDAM.example' })).rejects.toMatchObject({
        code: 'already-exists',
      });
      await invite(ledger, {}, ELSEWHERE);
      await expect(ledger.people.get(ELSEWHERE, id)).rejects.toMatchObject({ code: 'not-found' });
      expect(await ledger.people.names(ELSEWHERE, [id])).toEqual(new Map());
      expect(await ledger.people.names(HERE, [id, NOBODY, 'lokaal'])).toEqual(new Map([[id, 'Sanne de Wit']]));
    }));

  it.each([
    [{ name: ' ' }, '/name'],
    [{ email: 'sanne' }, '/email'],
    [{ email: 'a@b.example\nBcc: x@y.example' }, '/email'],
    [{ language: 'fr' }, '/language'],
    [{ roles: [] }, '/roles'],
    [{ roles: ['koning'] }, '/roles'],
    [{ roles: ['opdrachtnemer'] }, '/roles'],
  ])('is not added as %p', (fields, path) =>
    withLedger(async ({ ledger, raw }) => {
      await expect(invite(ledger, fields)).rejects.toMatchObject({ code: 'data-invalid', problems: [{ path }] });
      expect(await count(raw, 'person')).toBe(0);
    }),
  );

  it('from a supplier belongs to a supplier of this organisation', () =>
    withLedger(async ({ ledger }) => {
      const { id: supplier } = await ledger.contracts.addSupplier(ELSEWHERE, 'Helder');
      const roles = ['opdrachtnemer'];
      await expect(invite(ledger, { roles, supplier })).rejects.toMatchObject({ code: 'not-found' });
      expect(await invite(ledger, { roles, supplier }, ELSEWHERE)).toMatchObject({ supplier });
    }));

  it('comes page by page, newest first', () =>
    withLedger(async ({ ledger }) => {
      for (const email of ['a@x.example', 'b@x.example', 'c@x.example']) await invite(ledger, { email });
      const first = await ledger.people.page(HERE, 2);
      const rest = await ledger.people.page(HERE, 2, first.at(-1)?.id);
      expect([...first, ...rest].map(({ email }) => email)).toEqual(['c@x.example', 'b@x.example', 'a@x.example']);
      expect(await ledger.people.page(ELSEWHERE, 9)).toEqual([]);
    }));
});

describe('a change of roles', () => {
  it('says by whom for what is new, keeps what was, and ends every session', () =>
    withLedger(async ({ ledger, time }) => {
      const { id } = await member(ledger);
      const { token } = await ledger.sessions.open(id, 'Proef');
      time.now = '2026-03-02T10:00:00.000Z';
      const { roles } = await ledger.people.change(HERE, id, { roles: ['coordinator', 'auditor'] }, BEHEERDER);
      expect(roles.map(({ role, grantedBy }) => [role, grantedBy])).toEqual([
        ['auditor', 'iemand'],
        ['coordinator', 'test'],
      ]);
      expect(await ledger.sessions.find(token)).toBeUndefined();
    }));

  it('keeps the last active administrator', () =>
    withLedger(async ({ ledger }) => {
      const { id } = await member(ledger, { roles: ['beheerder'] });
      const other = await invite(ledger, { roles: ['beheerder'], email: 'joris@merwedam.example' });
      for (const change of [{ roles: ['auditor'] }, { blocked: true }])
        await expect(ledger.people.change(HERE, id, change, BEHEERDER)).rejects.toMatchObject({
          code: 'last-administrator',
        });
      const { token } = await ledger.oneTimeLinks.mint(HERE, other.id, 'invitation');
      await ledger.oneTimeLinks.use(token, 'nog vier andere woorden');
      expect(await ledger.people.change(HERE, id, { blocked: true }, BEHEERDER)).toMatchObject({ state: 'blocked' });
    }));

  it('never makes an administrator of an organisation one of the installation', () =>
    withLedger(async ({ ledger }) => {
      const { id } = await member(ledger);
      const yours = { code: 'role-not-yours' };
      const roles = ['coordinator', 'systeembeheerder'];
      await expect(ledger.people.change(HERE, id, { roles }, BEHEERDER)).rejects.toMatchObject(yours);
      await ledger.people.change(HERE, id, { roles }, FOUNDER);
      for (const change of [{ roles: ['coordinator'] }, { blocked: true }])
        await expect(ledger.people.change(HERE, id, change, BEHEERDER)).rejects.toMatchObject(yours);
    }));

  it('of somebody elsewhere is not possible', () =>
    withLedger(async ({ ledger }) => {
      const { id } = await member(ledger, {}, ELSEWHERE);
      await expect(ledger.people.change(HERE, id, { blocked: true }, FOUNDER)).rejects.toMatchObject({
        code: 'not-found',
      });
      await expect(ledger.people.inviteAgain(HERE, id, FOUNDER)).rejects.toMatchObject({ code: 'not-found' });
    }));
});

describe('blocking', () => {
  it('ends sessions and tokens at once and for good; lifting it brings back the person as they were', () =>
    withLedger(async ({ ledger }) => {
      const { id } = await member(ledger);
      const session = await ledger.sessions.open(id, 'Proef');
      const token = await ledger.apiTokens.add(id, { name: 'x', scopes: ['partnerships.read'], days: 1 });
      await ledger.people.change(HERE, id, { blocked: true }, FOUNDER);
      expect(await ledger.sessions.find(session.token)).toBeUndefined();
      expect(await ledger.apiTokens.find(token.token)).toBeUndefined();
      await expect(ledger.people.inviteAgain(HERE, id, FOUNDER)).rejects.toMatchObject({ code: 'person-blocked' });
      expect(await ledger.people.change(HERE, id, { blocked: false }, FOUNDER)).toMatchObject({ state: 'active' });
      expect(await ledger.apiTokens.find(token.token)).toBeUndefined();
      expect(await ledger.sessions.find(session.token)).toBeUndefined();
    }));
});

describe('an organisation', () => {
  it('is added together with somebody who can let others in, or not at all', () =>
    withLedger(async ({ ledger, raw }) => {
      const joris = { name: 'Joris', email: 'joris@elders.example', language: 'nl' };
      const { organisation, administrator } = await ledger.organisations.add('Gemeente Elders', joris, FOUNDER);
      expect(administrator).toMatchObject({ organisation: organisation.id, roles: [{ role: 'beheerder' }] });
      for (const [name, email] of [
        ['Gemeente Nergens', 'geen adres'],
        ['Gemeente Elders', 'a@b.example'],
        ['', 'a@b.example'],
      ] as const)
        await expect(ledger.organisations.add(name, { ...joris, email }, FOUNDER)).rejects.toMatchObject({
          code: expect.stringMatching(/data-invalid|already-exists/),
        });
      expect([await count(raw, 'organisation'), await count(raw, 'person')]).toEqual([3, 1]);
      expect((await ledger.organisations.list()).at(-1)).toEqual(organisation);
      expect(await ledger.organisations.get(organisation.id)).toEqual(organisation);
    }));
});

describe('a demo account', () => {
  it('is there once, has a role and no password, and cannot be given one', () =>
    withLedger(async ({ ledger, raw }) => {
      const sanne = { name: 'Sanne', email: 'sanne@merwedam.example', language: 'nl', roles: ['coordinator'] };
      expect([await ledger.people.hasDemo(), await ledger.people.isEmpty()]).toEqual([false, true]);
      for (let i = 0; i < 2; i++) await ledger.people.addDemo(HERE, [sanne], FOUNDER);
      expect([await ledger.people.hasDemo(), await ledger.people.isEmpty()]).toEqual([true, false]);
      const { id } = await ledger.people.demo('coordinator');
      expect(await ledger.people.get(HERE, id)).toMatchObject({ demo: true, state: 'active' });
      expect(await count(raw, 'person', 'password_hash IS NOT NULL')).toBe(0);
      const { token } = await ledger.oneTimeLinks.mint(HERE, id, 'recovery');
      await expect(ledger.oneTimeLinks.holder(token)).rejects.toMatchObject({ code: 'link-unusable' });
      await expect(ledger.people.demo('auditor')).rejects.toMatchObject({ code: 'not-found' });
    }));
});

describe('the audit log', () => {
  it('tells who was invited and what became of their roles, by reference and never by name', () =>
    withLedger(async ({ ledger }) => {
      const { id } = await invite(ledger, { roles: ['coordinator'] });
      await ledger.people.change(HERE, id, { roles: ['bestuurder'] }, BEHEERDER);
      await ledger.people.change(HERE, id, { blocked: true }, BEHEERDER);
      const lines = (await ledger.audit.page(HERE, {}, 10)).filter(({ action }) => action.startsWith('person.'));
      const subject = { kind: 'person', id };
      expect(lines).toMatchObject([
        { actor: 'iemand', action: 'person.changed', subject, details: { granted: [], withdrawn: [], blocked: true } },
        { action: 'person.changed', subject, details: { granted: ['bestuurder'], withdrawn: ['coordinator'] } },
        { action: 'person.invited', subject, details: { roles: ['coordinator'] } },
      ]);
      expect(JSON.stringify(lines)).not.toMatch(/sanne/i);
      expect(await ledger.audit.verify(HERE)).toMatchObject({ intact: true });
    }));

  it('has no line of what was refused, nor of a change that changes nothing', () =>
    withLedger(async ({ ledger }) => {
      const { id } = await invite(ledger, { roles: ['coordinator'] });
      await expect(invite(ledger)).rejects.toMatchObject({ code: 'already-exists' });
      await ledger.people.change(HERE, id, { roles: ['coordinator'] }, BEHEERDER);
      const roles = ['systeembeheerder'];
      await expect(ledger.people.change(HERE, id, { roles }, BEHEERDER)).rejects.toMatchObject({
        code: 'role-not-yours',
      });
      const lines = await ledger.audit.page(HERE, {}, 10);
      expect(lines.map(({ action }) => action)).toEqual(['person.invited', 'pack.loaded']);
    }));
});
