import { describe, expect, it } from '@jest/globals';
import { type Ledger } from '../ledger.js';
import { ACTOR, handOver, step, walked } from '../testing/partnerships.js';
import { count, ELSEWHERE, HERE, withLedger, type Workbench } from '../testing/workbench.js';

const ANNA = 'Anna de Vries';
const BAS = 'Bas Bakker';
const CHANGE = { actorId: ACTOR.id, reason: 'besluit college' };

/** A partnership that names these people; ended at the ledger's present when that is asked. */
async function naming(ledger: Ledger, coordinator: string, { ends = true, organisation = HERE } = {}): Promise<string> {
  const { partnership } = await walked(ledger, [], { organisation });
  const data = { coordinator, backup: BAS, reden: 'vertrek' };
  await ledger.writer.submit({ ...handOver(partnership, { data }), organisation });
  if (ends) await ledger.writer.submit({ ...step(partnership, 'beeindigen'), organisation });
  return partnership;
}

const names = async (ledger: Ledger, organisation = HERE) =>
  (await ledger.subjectRights.find(organisation)).map(({ name }) => name);

const choose = (ledger: Ledger, eraseAfterMonths: number | null, organisation = HERE) =>
  ledger.privacySettings.change(organisation, { ...CHANGE, eraseAfterMonths });

/** Who ended where, by the names that a preview shows. */
async function previewed({ ledger }: Workbench, months?: number) {
  const { people } = await ledger.subjects.shown(HERE, await ledger.retention.preview(HERE, months), 'nl');
  return people.map(({ name, endedOn, partnerships }) => [name, endedOn, partnerships]);
}

describe('the term for which names are kept', () => {
  it('is not chosen to begin with: nobody is erased of their own accord, and a preview needs a term', () =>
    withLedger(async (bench) => {
      const { ledger, time } = bench;
      await naming(ledger, ANNA);
      time.now = '2080-01-01T09:00:00.000Z';
      expect(await ledger.privacySettings.get(HERE)).toEqual({ eraseAfterMonths: null, groupMinimum: 5 });
      expect(await ledger.retention.look()).toBe(0);
      await expect(ledger.retention.preview(HERE)).rejects.toMatchObject({ code: 'retention-not-chosen' });
      await expect(ledger.retention.run(HERE, ACTOR.id)).rejects.toMatchObject({ code: 'retention-not-chosen' });
      expect((await previewed(bench, 12)).map(([name]) => name)).toEqual([ANNA, BAS]);
      expect(await names(ledger)).toHaveLength(2);
    }));

  it('counts from the local day on which the last partnership that names somebody ended', () =>
    withLedger(async (bench) => {
      const { ledger, time } = bench;
      await naming(ledger, ANNA);
      time.now = '2026-05-30T22:30:00.000Z';
      await naming(ledger, 'Cas');
      time.now = '2026-06-29T09:00:00.000Z';
      expect(await previewed(bench, 1)).toEqual([[ANNA, '2026-03-02', 1]]);
      time.now = '2026-06-30T09:00:00.000Z';
      expect(await previewed(bench, 1)).toEqual([
        [ANNA, '2026-03-02', 1],
        [BAS, '2026-05-31', 2],
        ['Cas', '2026-05-31', 1],
      ]);
    }));

  it('keeps whom a partnership that goes on names, or one that was set apart, and whom only the address book knows', () =>
    withLedger(async (bench) => {
      const { ledger, time } = bench;
      await naming(ledger, ANNA);
      await naming(ledger, 'Cas', { ends: false });
      const apart = await naming(ledger, 'Dirk');
      await ledger.writer.setApart(apart, 'proef');
      await ledger.addresses.put(HERE, { name: 'Eva', email: 'eva@gemeente.nl', language: 'nl' }, ACTOR.id);
      time.now = '2030-01-01T09:00:00.000Z';
      expect(await previewed(bench, 1)).toEqual([[ANNA, '2026-03-02', 1]]);
    }));

  it('can be taken back for a day: what was changed is looked at from the next day on', () =>
    withLedger(async ({ ledger, time }) => {
      await naming(ledger, ANNA);
      time.now = '2030-01-01T09:00:00.000Z';
      await choose(ledger, 12);
      expect(await ledger.retention.look()).toBe(0);
      await choose(ledger, null);
      time.now = '2030-01-02T09:00:00.000Z';
      expect(await ledger.retention.look()).toBe(0);
      expect(await names(ledger)).toHaveLength(2);
    }));

  it.each([
    [{ eraseAfterMonths: 0 }, '/eraseAfterMonths'],
    [{ eraseAfterMonths: 1.5 }, '/eraseAfterMonths'],
    [{ groupMinimum: 2 }, '/groupMinimum'],
    [{ groupMinimum: 5, reason: ' ' }, '/reason'],
  ])('is refused as %j, and nothing changes', (change, path) =>
    withLedger(async ({ ledger, raw }) => {
      await expect(ledger.privacySettings.change(HERE, { ...CHANGE, ...change })).rejects.toMatchObject({
        problems: [{ path }],
      });
      expect(await count(raw, 'privacy_setting')).toBe(0);
    }),
  );

  it('keeps what two people choose at once, also in two programs', () =>
    withLedger(async ({ ledger, again }) => {
      const other = await again();
      await Promise.all([choose(ledger, 24), other.privacySettings.change(HERE, { ...CHANGE, groupMinimum: 10 })]);
      expect(await ledger.privacySettings.get(HERE)).toEqual({ eraseAfterMonths: 24, groupMinimum: 10 });
      await other.close();
    }));

  it('is each organisation its own, and a change is on record with what it was before', () =>
    withLedger(async ({ ledger }) => {
      await choose(ledger, 24);
      await ledger.privacySettings.change(HERE, { ...CHANGE, groupMinimum: 10 });
      expect(await ledger.privacySettings.get(HERE)).toEqual({ eraseAfterMonths: 24, groupMinimum: 10 });
      expect(await ledger.privacySettings.get(ELSEWHERE)).toEqual({ eraseAfterMonths: null, groupMinimum: 5 });
      const [line] = await ledger.audit.page(HERE, { action: 'privacy-settings.changed' }, 1);
      expect(line).toMatchObject({
        reason: CHANGE.reason,
        details: {
          before: { eraseAfterMonths: 24, groupMinimum: 5 },
          after: { eraseAfterMonths: 24, groupMinimum: 10 },
        },
      });
    }));
});

describe('the daily look', () => {
  it('erases whose term is over, once, with a line for each; every chain and snapshot still holds', () =>
    withLedger(async ({ ledger, raw, time }) => {
      const ended = await naming(ledger, ANNA);
      await naming(ledger, BAS, { ends: false });
      await naming(ledger, 'Elders', { organisation: ELSEWHERE });
      await ledger.addresses.put(HERE, { name: ANNA, email: 'anna@gemeente.nl', language: 'nl' }, ACTOR.id);
      await choose(ledger, 12);
      time.now = '2027-03-02T03:00:00.000Z';
      expect(await ledger.retention.look()).toBe(1);
      expect(await ledger.retention.look()).toBe(0);
      expect(await names(ledger)).toEqual([BAS]);
      expect(await names(ledger, ELSEWHERE)).toHaveLength(2);
      expect(await ledger.audit.page(HERE, { action: 'data-subject.erased' }, 9)).toMatchObject([
        {
          actor: 'programma',
          reason: 'Bewaartermijn van 12 maanden voorbij',
          details: { months: 12, endedOn: '2026-03-02', partnerships: 1 },
        },
      ]);
      expect(await ledger.caretaker.verify(HERE, ended)).toMatchObject({ intact: true, snapshotMatches: true });
      expect(await ledger.audit.verify(HERE)).toMatchObject({ intact: true });
      expect(await count(raw, 'address', `name = '${ANNA}'`)).toBe(1);
    }));

  it('is done once a day by one process, whichever there are', () =>
    withLedger(async ({ ledger, time, again }) => {
      for (const name of [ANNA, 'Cas', 'Dirk']) await naming(ledger, name);
      await choose(ledger, 12);
      time.now = '2028-01-01T03:00:00.000Z';
      const other = await again();
      const erased = await Promise.all([ledger.retention.look(), other.retention.look()]);
      expect(erased.sort()).toEqual([0, 4]);
      expect(await ledger.audit.page(HERE, { action: 'data-subject.erased' }, 9)).toHaveLength(4);
      await naming(ledger, 'Femke');
      await other.close();
    }));

  it('keeps who is named anew between the survey and the erasure', () =>
    withLedger(async ({ ledger, time }) => {
      await naming(ledger, ANNA);
      const running = await naming(ledger, 'Cas', { ends: false });
      time.now = '2030-01-01T09:00:00.000Z';
      await choose(ledger, 12);
      const audit = Reflect.get(ledger.retention, 'parts').database as {
        write: (work: () => never) => Promise<unknown>;
      };
      const write = audit.write.bind(audit);
      let first = true;
      audit.write = async (work) => {
        if (first) {
          first = false;
          const data = { coordinator: ANNA, backup: 'Gijs', reden: 'terug' };
          await ledger.writer.submit(handOver(running, { data }));
        }
        return write(work);
      };
      expect(await ledger.retention.run(HERE, ACTOR.id)).toMatchObject({ erased: 0, people: [{ partnerships: 1 }] });
      expect(await names(ledger)).toContain(ANNA);
    }));

  it('erases nobody more once the ledger closes', () =>
    withLedger(async ({ ledger, time }) => {
      await naming(ledger, ANNA);
      await choose(ledger, 12);
      time.now = '2030-01-01T09:00:00.000Z';
      ledger.retention.close();
      expect(await ledger.retention.look()).toBe(0);
    }));
});
