import { describe, expect, it } from '@jest/globals';
import { type Ledger } from '../ledger.js';
import { FOUNDER, invite, member, PASSWORD, PLACE } from '../testing/people.js';
import { count, HERE, withLedger } from '../testing/workbench.js';

const EMAIL = 'sanne@merwedam.example';

/** The lines since the one with this sequence, oldest first. */
async function linesOf(ledger: Ledger, since = 0, organisation = HERE) {
  const lines = await ledger.audit.page(organisation, {}, 100);
  return lines.filter(({ sequence }) => sequence > since).reverse();
}

/** The lines that something leaves, as what was done and by whom. */
async function left(ledger: Ledger, act: () => Promise<unknown>): Promise<[string, string][]> {
  const since = (await linesOf(ledger)).at(-1)?.sequence ?? 0;
  await act().catch(() => undefined);
  return (await linesOf(ledger, since)).map(({ action, actor }) => [action, actor]);
}

const failing = (ledger: Ledger, email: string) => () =>
  ledger.signIn.withPassword({ email, password: 'een verkeerd wachtwoord' }, PLACE);

describe('the audit log', () => {
  it('says who invited again, who made a link by hand, and that a password was chosen with it', () =>
    withLedger(async ({ ledger }) => {
      const { id } = await invite(ledger);
      expect(await left(ledger, () => ledger.people.inviteAgain(HERE, id, FOUNDER))).toEqual([
        ['person.invited-again', 'test'],
      ]);
      const { token } = await ledger.oneTimeLinks.mint(HERE, id, 'invitation');
      const chosen = await left(ledger, () => ledger.oneTimeLinks.use(token, PASSWORD));
      expect(chosen).toEqual([['person.password-chosen', id]]);
      expect(await left(ledger, () => ledger.oneTimeLinks.use(token, PASSWORD))).toEqual([]);
      const [made, used] = (await linesOf(ledger)).slice(-2);
      expect([made?.action, made?.actor, used?.details]).toEqual([
        'person.link-made',
        'lokaal',
        { kind: 'invitation' },
      ]);
    }));

  it('says that somebody asked for a new password when a letter goes out, and nothing of who is not known', () =>
    withLedger(async ({ ledger }) => {
      await member(ledger);
      const asking = (email: string) => () => ledger.signIn.recover(email, PLACE);
      expect(await left(ledger, asking(EMAIL))).toEqual([['person.recovery-asked', 'onbekend']]);
      expect(await left(ledger, asking(EMAIL))).toEqual([]);
      expect(await left(ledger, asking('niemand@merwedam.example'))).toEqual([]);
    }));

  it('has one line when failures make somebody wait, and none of failures before, of waiting, or of nobody', () =>
    withLedger(async ({ ledger, time }) => {
      const { id } = await member(ledger);
      const fail = failing(ledger, EMAIL);
      for (let i = 0; i < 4; i++) expect(await left(ledger, fail)).toEqual([]);
      expect(await left(ledger, fail)).toEqual([['sign-in.locked', 'onbekend']]);
      const [line] = await ledger.audit.page(HERE, {}, 1);
      expect(line).toMatchObject({ subject: { kind: 'person', id }, details: { by: 'password' } });
      expect(await left(ledger, fail)).toEqual([]);
      const from = (address: string) => () =>
        ledger.signIn.withPassword({ email: EMAIL, password: 'mis' }, { ...PLACE, address });
      for (let i = 0; i < 5; i++) expect(await left(ledger, from('198.51.100.7'))).toEqual([]);
      time.now = '2026-03-02T10:00:00.000Z';
      for (let i = 0; i < 4; i++) expect(await left(ledger, from('198.51.100.8'))).toEqual([]);
      expect(await left(ledger, from('198.51.100.8'))).toEqual([['sign-in.locked', 'onbekend']]);
      expect(await left(ledger, fail)).toEqual([]);
      for (let i = 0; i < 6; i++) expect(await left(ledger, failing(ledger, 'niemand@merwedam.example'))).toEqual([]);
    }));

  it('has no line when the last try before waiting was right', () =>
    withLedger(async ({ ledger }) => {
      await member(ledger);
      for (let i = 0; i < 4; i++) await left(ledger, failing(ledger, EMAIL));
      const right = () => ledger.signIn.withPassword({ email: EMAIL, password: PASSWORD }, PLACE);
      expect(await left(ledger, right)).toEqual([]);
    }));

  it('says that sessions and tokens were made and ended by their owner, and nothing of signing in and out', () =>
    withLedger(async ({ ledger }) => {
      const { id } = await member(ledger);
      const [here, there] = [await ledger.sessions.open(id, 'Hier'), await ledger.sessions.open(id, 'Daar')];
      expect(await left(ledger, () => ledger.sessions.signOut(id, here.id))).toEqual([]);
      expect(await left(ledger, () => ledger.sessions.end(id, there.id))).toEqual([['session.revoked', id]]);
      expect(await left(ledger, () => ledger.sessions.end(id, there.id))).toEqual([]);
      const fields = { name: 'Koppeling van Sanne', scopes: ['packs.read'], days: 1 };
      const token = await ledger.apiTokens.add(id, fields);
      const [made] = await ledger.audit.page(HERE, {}, 1);
      expect(made).toMatchObject({ action: 'api-token.made', actor: id, details: { scopes: ['packs.read'] } });
      expect(await left(ledger, () => ledger.apiTokens.revoke(id, token.id))).toEqual([['api-token.revoked', id]]);
      expect(await left(ledger, () => ledger.apiTokens.revoke(id, token.id))).toEqual([]);
    }));

  it('of a new organisation begins with who added it and who was invited', () =>
    withLedger(async ({ ledger }) => {
      const administrator = { name: 'Sanne de Wit', email: EMAIL, language: 'nl' };
      const { organisation } = await ledger.organisations.add('Gemeente Nieuw', administrator, FOUNDER);
      const lines = await linesOf(ledger, 0, organisation.id);
      expect(lines.map(({ action, actor }) => [action, actor])).toEqual([
        ['organisation.added', 'test'],
        ['person.invited', 'test'],
      ]);
      expect(await ledger.audit.verify(organisation.id)).toMatchObject({ intact: true });
    }));

  it('says who added contracts and suppliers, and who is in the demo', () =>
    withLedger(async ({ ledger }) => {
      expect(await left(ledger, () => ledger.contracts.addSupplier(HERE, 'Helder', 'iemand'))).toEqual([
        ['supplier.added', 'iemand'],
      ]);
      const fields = { name: 'Demo', email: EMAIL, language: 'nl', roles: ['auditor'] };
      const demo = () => ledger.people.addDemo(HERE, [fields], FOUNDER);
      expect(await left(ledger, demo)).toEqual([['person.added', 'test']]);
      expect(await left(ledger, demo)).toEqual([]);
    }));

  it('names nobody, whatever was done with their account', () =>
    withLedger(async ({ ledger, raw }) => {
      const { id } = await member(ledger);
      await ledger.people.change(HERE, id, { roles: ['auditor'] }, FOUNDER);
      await ledger.signIn.recover(EMAIL, PLACE);
      for (let i = 0; i < 6; i++) await left(ledger, failing(ledger, EMAIL));
      await ledger.people.erase(HERE, id, 'verzoek van betrokkene', FOUNDER);
      expect(await count(raw, 'audit_entry', 'subject_id = ?', id)).toBeGreaterThan(5);
      const rows = JSON.stringify(await raw.rows('SELECT * FROM audit_entry')).toLowerCase();
      for (const told of ['sanne', 'merwedam.example', PLACE.address]) expect(rows).not.toContain(told);
    }));
});
