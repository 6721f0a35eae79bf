import { loadPolicy } from '@samenwerkt/engine';
import { describe, expect, it } from '@jest/globals';
import { type Ledger } from '../ledger.js';
import { miniPack } from '../testing/mini-pack.js';
import { ACTOR, walked } from '../testing/partnerships.js';
import { firstStep, reminded } from '../testing/reminders.js';
import { count, ELSEWHERE, HERE, withLedger } from '../testing/workbench.js';

const ANNA = 'Anna de Vries';
const BY = { actorId: ACTOR.id, reason: 'omdat het moet' };

/** Ids of what was done, oldest first; without what the program did of its own accord. */
async function acts(ledger: Ledger): Promise<string[]> {
  const entries = await ledger.audit.page(HERE, { actor: ACTOR.id }, 100);
  return entries.map(({ action }) => action).reverse();
}

const lastOf = async (ledger: Ledger) => (await ledger.audit.page(HERE, {}, 1))[0];

const put = (ledger: Ledger, name: string, organisation = HERE) =>
  ledger.addresses.put(organisation, { name, email: 'iemand@gemeente.nl', language: 'nl' }, ACTOR.id);

describe('the audit log', () => {
  it('has a line about every change to the address book and every right to a calendar, once', () =>
    withLedger(async ({ ledger }) => {
      await put(ledger, 'coordinator');
      await ledger.addresses.remove(HERE, 'coordinator', ACTOR.id);
      const { id } = await ledger.calendarTokens.add(HERE, 'Team', ACTOR.id);
      await ledger.calendarTokens.revoke(HERE, id, ACTOR.id);
      await ledger.calendarTokens.revoke(HERE, id, ACTOR.id);
      expect(await acts(ledger)).toEqual([
        'address.put',
        'address.removed',
        'calendar-token.made',
        'calendar-token.revoked',
      ]);
      expect(await lastOf(ledger)).toMatchObject({ actor: ACTOR.id, subject: { kind: 'calendar-token', id } });
    }));

  it('has a line about every step of a rule pack, that says where the rest is', () =>
    withLedger(async ({ ledger }) => {
      const version = { organisation: HERE, name: 'mini', version: '7.0.0', actor: ACTOR.id };
      const files = new Map(miniPack());
      files.set('pack.yaml', String(files.get('pack.yaml')).replace(/^version: .*$/m, 'version: 7.0.0'));
      await ledger.registry.upload({ organisation: HERE, files, actor: ACTOR.id });
      await ledger.registry.publish(version);
      await ledger.registry.withdraw({ ...version, endsOn: '2026-12-31', reason: 'nieuw beleid' });
      expect(await acts(ledger)).toEqual(['pack.uploaded', 'pack.published', 'pack.withdrawn']);
      const line = await lastOf(ledger);
      expect(line).toMatchObject({
        subject: { kind: 'rule-pack', id: 'mini@7.0.0' },
        reason: 'nieuw beleid',
        details: { endsOn: '2026-12-31', event: 3 },
      });
      expect(await ledger.registry.events(version)).toHaveLength(3);
    }));

  it('has a line about regressions and moves of partnerships', () =>
    withLedger(async ({ ledger }) => {
      const { partnership } = await walked(ledger);
      const candidate = loadPolicy(miniPack());
      const { id } = await ledger.regressions.start({ organisation: HERE, pack: 'mini', candidate, actor: ACTOR.id });
      await ledger.regressions.over(id);
      await ledger.regressions.cancel(HERE, 'mini', id, ACTOR.id);
      const to = { name: 'mini', version: candidate.ref.version };
      const selection = { partnerships: [partnership] };
      const move = { organisation: HERE, actor: ACTOR, selection, to, reden: 'zelfde beleid' };
      const run = await ledger.packMigrations.start(move);
      await ledger.packMigrations.over(run.id);
      expect(await acts(ledger)).toEqual(['regression.started', 'pack-migration.started']);
      expect(await lastOf(ledger)).toMatchObject({
        subject: { kind: 'pack-migration', id: run.id },
        reason: 'zelfde beleid',
        details: { partnerships: 1, selectedBy: 'partnerships' },
      });
    }));

  it('has a line about each act on one reminder, and one about an act on many', () =>
    withLedger(async ({ ledger }) => {
      await reminded(ledger);
      const { id } = await firstStep(ledger);
      const command = { organisation: HERE, ...BY };
      await ledger.reminders.act({ ...command, id, act: { act: 'skip' } });
      const filter = { kind: 'gesprek', text: ANNA };
      await ledger.reminders.actOnAll({ ...command, act: { act: 'retry' } }, [id], { filter });
      await ledger.reminders.actOnAll({ ...command, act: { act: 'retry' } }, [id], { filter, dryRun: true });
      expect(await acts(ledger)).toEqual(['reminder.skip', 'reminders.retry']);
      const line = await lastOf(ledger);
      expect(line?.details).toEqual({ count: 1, selection: { kind: 'gesprek', byText: true } });
    }));

  it('says whose data were read or erased, and holds nobody by name', () =>
    withLedger(async ({ ledger, raw }) => {
      await put(ledger, ANNA);
      const [anna] = await ledger.subjectRights.find(HERE, ANNA);
      const id = anna?.id ?? '';
      await ledger.subjectRights.access(HERE, id, ACTOR.id);
      const shown = async () =>
        ledger.subjects.shown(HERE, await ledger.audit.page(HERE, { actor: ACTOR.id }, 9), 'nl');
      expect(await shown()).toMatchObject([{ subject: { id }, details: { person: ANNA } }, { subject: { id: ANNA } }]);
      await ledger.subjectRights.erase(HERE, id, { by: { ...ACTOR, roles: [] }, reason: BY.reason, inPerson: true });
      expect((await shown())[2]).toMatchObject({ action: 'address.put', subject: { id: '[gewist]' } });
      expect(JSON.stringify(await raw.rows('SELECT * FROM audit_entry'))).not.toContain('Anna');
      expect(await ledger.audit.verify(HERE)).toMatchObject({ intact: true });
    }));

  it('has no line about what was refused', () =>
    withLedger(async ({ ledger, raw }) => {
      const before = await count(raw, 'audit_entry');
      for (const refused of [
        () => ledger.addresses.remove(HERE, 'niemand', ACTOR.id),
        () => ledger.subjectRights.access(HERE, HERE, ACTOR.id),
        () => ledger.calendarTokens.add(HERE, '', ACTOR.id),
        () => ledger.reminders.actOnAll({ organisation: HERE, ...BY, reason: '', act: { act: 'skip' } }, []),
      ])
        await expect(refused()).rejects.toMatchObject({ code: expect.stringMatching(/not-found|data-invalid/) });
      expect(await count(raw, 'audit_entry')).toBe(before);
    }));

  it('is read page by page, newest first, narrowed by who, what and when; each organisation its own', () =>
    withLedger(async ({ ledger, time }) => {
      for (const day of ['03', '04', '05']) {
        time.now = `2026-03-${day}T09:00:00.000Z`;
        await put(ledger, `functie ${day}`);
      }
      await put(ledger, 'elders', ELSEWHERE);
      const mine = { actor: ACTOR.id };
      const first = await ledger.audit.page(HERE, mine, 2);
      const rest = await ledger.audit.page(HERE, mine, 2, first.at(-1)?.sequence);
      expect([...first, ...rest].map(({ at }) => at.slice(8, 10))).toEqual(['05', '04', '03']);
      const on = { from: '2026-03-04T00:00:00.000Z', until: '2026-03-05T00:00:00.000Z' };
      expect(await ledger.audit.page(HERE, on, 9)).toHaveLength(1);
      expect(await ledger.audit.page(HERE, { action: 'pack.loaded' }, 9)).toMatchObject([{ actor: 'programma' }]);
      expect(await ledger.audit.page(ELSEWHERE, mine, 9)).toHaveLength(1);
    }));
});

describe('the chain of the audit log', () => {
  it('cannot be changed or shortened', () =>
    withLedger(async ({ raw }) => {
      for (const sql of [`UPDATE audit_entry SET actor_id = 'x'`, 'DELETE FROM audit_entry'])
        await expect(raw.rows(sql)).rejects.toMatchObject({ message: 'audit_entry is append-only' });
    }));

  it('does not fork or lose a line when several programs write at once, and never runs backwards', () =>
    withLedger(async ({ ledger, time, again }) => {
      const others = [ledger, await again(), await again()];
      await Promise.all(Array.from({ length: 30 }, (_, index) => put(others[index % 3] ?? ledger, `functie ${index}`)));
      time.now = '2020-01-01T00:00:00.000Z';
      await put(ledger, 'coordinator');
      expect(await ledger.audit.verify(HERE)).toMatchObject({ intact: true, entries: 32, breaks: [] });
      expect(await lastOf(ledger)).toMatchObject({ at: '2026-03-02T09:00:00.000Z' });
      for (const other of others.slice(1)) await other.close();
    }));

  it.each([
    [
      'a reason that was put in',
      `UPDATE audit_entry SET reason = 'x' WHERE sequence = 2`,
      { sequence: 2, kind: 'changed' },
    ],
    [
      'somebody else who did it',
      `UPDATE audit_entry SET actor_id = 'x' WHERE sequence = 3`,
      { sequence: 3, kind: 'changed' },
    ],
    [
      'lines that were taken out',
      'DELETE FROM audit_entry WHERE sequence IN (2, 3)',
      { sequence: 2, kind: 'missing', count: 2 },
    ],
    [
      'lines taken off the end',
      'DELETE FROM audit_entry WHERE sequence >= 3',
      { sequence: 3, kind: 'missing', count: 2 },
    ],
    ['an end that was set back', `UPDATE audit_head SET sequence = 2`, { sequence: 4, kind: 'changed' }],
  ])('shows %s', (_, sql, found) =>
    withLedger(async ({ ledger, raw }) => {
      for (const name of ['een', 'twee', 'drie']) await put(ledger, name);
      expect(await ledger.audit.verify(HERE)).toMatchObject({ intact: true, entries: 4 });
      await raw.damage(`${sql} ${sql.includes('WHERE') ? 'AND' : 'WHERE'} organisation_id = '${HERE}'`);
      const { intact, breaks } = await ledger.audit.verify(HERE);
      expect([intact, breaks[0]]).toMatchObject([false, found]);
      expect(await ledger.audit.verify(ELSEWHERE)).toMatchObject({ intact: true });
    }),
  );
});
