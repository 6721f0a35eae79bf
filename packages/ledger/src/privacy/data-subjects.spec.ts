import { replay } from '@samenwerkt/engine';
import { describe, expect, it } from '@jest/globals';
import { toRecordedEvent } from '../integrity/chain.js';
import { type Ledger } from '../ledger.js';
import { ACTOR, handOver, walked } from '../testing/partnerships.js';
import { FOUNDER, member } from '../testing/people.js';
import { count, ELSEWHERE, HERE, NOBODY, withLedger } from '../testing/workbench.js';
import { withNames } from './data-subjects.js';

const ANNA = 'Anna "de" Vries';
const BAS = 'Bas Bakker';
const ERASURE = { by: FOUNDER, reason: 'verzoek van betrokkene', inPerson: true };

const named = (partnership: string, coordinator = ANNA, backup = BAS) =>
  handOver(partnership, { data: { coordinator, backup, reden: 'vertrek' } });

/** A partnership in which Anna and Bas are named. */
async function withPeople(ledger: Ledger): Promise<string> {
  const { partnership } = await walked(ledger);
  await ledger.writer.submit(named(partnership));
  return partnership;
}

async function idOf(ledger: Ledger, name: string): Promise<string> {
  const [found] = await ledger.subjectRights.find(HERE, name);
  return found?.id ?? '';
}

async function shownCoordinator(ledger: Ledger, id: string, language: 'nl' | 'en' = 'nl') {
  const { partnership } = await ledger.partnerships.get(HERE, id);
  return (await ledger.subjects.shown(HERE, partnership, language)).coordinator;
}

describe('people in histories', () => {
  it('are nowhere in the database by name, and are shown by it', () =>
    withLedger(async ({ ledger, raw }) => {
      const id = await withPeople(ledger);
      const tables = ['history', 'partnership', 'reminder', 'timer', 'data_subject', 'idempotency_key'];
      for (const table of tables) {
        expect(JSON.stringify(await raw.rows(`SELECT * FROM ${table}`))).not.toMatch(/Anna|Bakker/);
      }
      expect(await shownCoordinator(ledger, id)).toBe(ANNA);
      const json = JSON.stringify((await ledger.partnerships.get(HERE, id)).partnership);
      expect(JSON.parse(await ledger.subjects.shownJson(HERE, json, 'nl'))).toMatchObject({
        coordinator: ANNA,
        backup: BAS,
      });
    }));

  it('are the same person under the same name, in every partnership of one organisation', () =>
    withLedger(async ({ ledger, raw }) => {
      const one = await withPeople(ledger);
      const two = await withPeople(ledger);
      await ledger.writer.submit(named(two, '  Anna   "de" Vries ', BAS));
      expect(await count(raw, 'data_subject')).toBe(2);
      const coordinators = await Promise.all([one, two].map((id) => ledger.partnerships.get(HERE, id)));
      expect(new Set(coordinators.map(({ partnership }) => partnership.coordinator)).size).toBe(1);
      await walked(ledger, [], { organisation: ELSEWHERE }).then(({ partnership }) =>
        ledger.writer.submit({ ...named(partnership), organisation: ELSEWHERE }),
      );
      expect(await count(raw, 'data_subject')).toBe(4);
    }));

  it('are found by name: the partnerships they coordinate, and the reminders for them', () =>
    withLedger(async ({ ledger }) => {
      const id = await withPeople(ledger);
      await walked(ledger);
      const ids = async (filter: object) => (await ledger.partnerships.page(HERE, filter, 10)).map((row) => row.id);
      expect(await ids({ coordinator: ANNA })).toEqual([id]);
      expect(await ids({ coordinator: BAS })).toEqual([]);
      expect(await ids({ text: 'anna' })).toEqual([id]);
      expect(await ids({ text: 'schoonmaak' })).toHaveLength(2);
      const { items } = await ledger.reminders.page(HERE, { text: 'bakker' }, 10);
      expect(items).toHaveLength(1);
    }));

  it('leave nothing behind when the event is refused or only rehearsed; what is said of it names them', () =>
    withLedger(async ({ ledger, raw }) => {
      const { partnership } = await walked(ledger);
      const decision = await ledger.writer.rehearse(named(partnership));
      expect(decision).toMatchObject({ outcome: 'accepted', next: { coordinator: ANNA, backup: BAS } });
      const nobody = { ...ACTOR, roles: [] };
      await expect(ledger.writer.submit({ ...named(partnership), actor: nobody })).rejects.toThrow();
      expect(await count(raw, 'data_subject')).toBe(0);
      expect(await count(raw, 'subject_key')).toBe(0);
    }));

  it('can be asked about by rules before anything is recorded', () =>
    withLedger(async ({ ledger }) => {
      const { partnership } = await ledger.partnerships.get(HERE, await withPeople(ledger));
      const { event, data } = named(partnership.id, 'Cas', BAS);
      const asked = await ledger.subjects.asked(HERE, partnership, { event, data });
      expect(asked.data.backup).toBe(partnership.backup);
      expect(withNames(asked.data, asked.fresh).coordinator).toBe('Cas');
    }));

  it('of histories from before there were references stay as they are, verify, and are found', () =>
    withLedger(async ({ ledger, raw }) => {
      const id = await withPeople(ledger);
      await raw.rows('UPDATE partnership SET coordinator = ? WHERE id = ?', 'Oude Naam', id);
      expect((await ledger.partnerships.page(HERE, { coordinator: 'Oude Naam' }, 10)).map((row) => row.id)).toEqual([
        id,
      ]);
    }));
});

describe('erasure', () => {
  it('takes the name out of everything, and every chain and snapshot still holds', () =>
    withLedger(async ({ ledger, raw, again }) => {
      const id = await withPeople(ledger);
      await ledger.addresses.put(
        HERE,
        { name: ANNA.toUpperCase(), email: 'anna@gemeente.nl', language: 'nl' },
        ACTOR.id,
      );
      const anna = await idOf(ledger, 'anna');
      expect(await ledger.subjectRights.erase(HERE, anna, ERASURE)).toMatchObject({ id: anna, addresses: 1 });

      expect(await shownCoordinator(ledger, id)).toBe('[gewist]');
      expect(await shownCoordinator(ledger, id, 'en')).toBe('[erased]');
      expect(await ledger.subjectRights.find(HERE, 'anna')).toEqual([]);
      expect(await ledger.addresses.list(HERE)).toEqual([]);
      expect(await count(raw, 'subject_key', 'id = ? AND wrapped IS NULL', anna)).toBe(1);

      const verified = await ledger.caretaker.verify(HERE, id);
      expect(verified).toMatchObject({ intact: true, snapshotMatches: true });
      const replayed = replay((await ledger.histories.all(HERE, id)).map(toRecordedEvent));
      expect(replayed).toEqual((await ledger.partnerships.get(HERE, id)).partnership);
      await ledger.caretaker.rebuild(HERE, id);
      const other = await again();
      expect(await shownCoordinator(other, id)).toBe('[gewist]');
      await other.close();
    }));

  it('erases the account of that name as well, and shows it to whoever asks what is on record before', () =>
    withLedger(async ({ ledger }) => {
      await withPeople(ledger);
      const account = await member(ledger, { name: ANNA.toUpperCase(), email: 'anna@merwedam.example' });
      const other = await member(ledger, { name: BAS });
      const anna = await idOf(ledger, 'anna');
      const { id, createdAt } = account;
      expect((await ledger.subjectRights.access(HERE, anna, ACTOR.id)).accounts).toEqual([
        { id, email: 'anna@merwedam.example', state: 'active', roles: ['coordinator'], createdAt },
      ]);
      const byToken = ledger.subjectRights.erase(HERE, anna, { ...ERASURE, inPerson: false });
      await expect(byToken).rejects.toMatchObject({ code: 'account-in-person' });
      expect(await ledger.people.get(HERE, id)).toMatchObject({ state: 'active' });
      expect(await ledger.subjectRights.erase(HERE, anna, ERASURE)).toMatchObject({ accounts: 1 });
      await expect(ledger.people.get(HERE, id)).rejects.toMatchObject({ code: 'not-found' });
      expect(await ledger.people.get(HERE, other.id)).toMatchObject({ name: BAS });
      expect((await ledger.subjectRights.access(HERE, anna, ACTOR.id)).accounts).toEqual([]);
    }));

  it('changes nothing where the account of that name is the only administrator', () =>
    withLedger(async ({ ledger }) => {
      await withPeople(ledger);
      for (const email of ['a@merwedam.example', 'b@merwedam.example'])
        await member(ledger, { name: ANNA, email, roles: ['beheerder'] });
      const anna = await idOf(ledger, 'anna');
      await expect(ledger.subjectRights.erase(HERE, anna, ERASURE)).rejects.toMatchObject({
        code: 'last-administrator',
      });
      expect(await idOf(ledger, 'anna')).toBe(anna);
    }));

  it('leaves others, and lets the partnership go on; the same name afterwards is somebody new', () =>
    withLedger(async ({ ledger }) => {
      const id = await withPeople(ledger);
      const anna = await idOf(ledger, 'anna');
      await ledger.subjectRights.erase(HERE, anna, ERASURE);
      await ledger.writer.submit(named(id, BAS, ANNA));
      expect(await shownCoordinator(ledger, id)).toBe(BAS);
      expect(await idOf(ledger, 'anna')).not.toBe(anna);
    }));

  it('is refused without a reason, with a BSN in it, twice, and for somebody of another organisation', () =>
    withLedger(async ({ ledger }) => {
      await withPeople(ledger);
      const anna = await idOf(ledger, 'anna');
      const erase = (reason: string, id = anna, organisation = HERE) =>
        ledger.subjectRights.erase(organisation, id, { ...ERASURE, reason });
      await expect(erase('')).rejects.toMatchObject({ code: 'data-invalid' });
      await expect(erase('verzoek van 111222333')).rejects.toMatchObject({ code: 'data-invalid' });
      await expect(erase('verzoek', NOBODY)).rejects.toMatchObject({ code: 'not-found' });
      await expect(erase('verzoek', anna, ELSEWHERE)).rejects.toMatchObject({ code: 'not-found' });
      expect(await idOf(ledger, 'anna')).toBe(anna);
      await erase('verzoek');
      await expect(erase('verzoek')).rejects.toMatchObject({ code: 'subject-erased' });
    }));
});

describe('what somebody gets who asks what is on record', () => {
  it('says where they are named, by which event and when, and what was sent to them', () =>
    withLedger(async ({ ledger, time }) => {
      const id = await withPeople(ledger);
      const anna = await idOf(ledger, 'anna');
      const mention = {
        partnership: id,
        title: 'Schoonmaak',
        sequence: 2,
        event: 'coordinatorOverdragen',
        at: time.now,
      };
      const access = await ledger.subjectRights.access(HERE, anna, ACTOR.id);
      expect(access).toMatchObject({
        subject: { id: anna, name: ANNA },
        mentions: [{ ...mention, fields: ['/coordinator'] }],
        reminders: [{ partnership: id, kind: 'coordinatorOvergedragen', state: 'planned' }],
        addresses: [],
      });
      expect(JSON.stringify(access)).not.toContain(BAS);
      await ledger.subjectRights.erase(HERE, anna, ERASURE);
      expect(await ledger.subjectRights.access(HERE, anna, ACTOR.id)).toMatchObject({
        subject: { name: null },
        mentions: [mention],
      });
      await expect(ledger.subjectRights.access(ELSEWHERE, anna, ACTOR.id)).rejects.toMatchObject({ code: 'not-found' });
    }));
});
