import { describe, expect, it } from '@jest/globals';
import { plainDate } from '@samenwerkt/calendar';
import { sampleData } from '@samenwerkt/engine';
import { type Ledger } from '../ledger.js';
import { miniPack } from '../testing/mini-pack.js';
import {
  beginning,
  facts,
  handOver,
  LIFECYCLE,
  planned,
  step,
  TO_MONITORING,
  walked,
} from '../testing/partnerships.js';
import { ELSEWHERE, HERE, NOBODY, withLedger } from '../testing/workbench.js';
import { type PartnershipFilter } from './partnerships.js';

const CHOSEN = String(sampleData(LIFECYCLE, 'bereidheidVastleggen').opdrachtnemer);
const FIRST = String(sampleData(LIFECYCLE, 'principebesluitNemen').coordinator);
const LATER = String(sampleData(LIFECYCLE, 'coordinatorOverdragen').coordinator);

/** Four partnerships, oldest first, and one of another organisation. */
async function several(ledger: Ledger) {
  await ledger.shelf.add(HERE, miniPack({ name: 'ander' }));
  const titled = (titel: string) => ({ contract: facts({ kenmerk: titel, titel }) });
  await walked(ledger, [], titled('Begin'));
  await walked(ledger, TO_MONITORING, titled('Monitoring'));
  await walked(ledger, [...TO_MONITORING, 'coordinatorOverdragen', 'opschorten'], titled('Rust'));
  await walked(ledger, ['principebesluitNemen'], { ...titled('Ander pakket'), pack: 'ander' });
  await ledger.writer.start(beginning({ organisation: ELSEWHERE, ...titled('Elders') }));
}

async function titles(ledger: Ledger, filter: PartnershipFilter, organisation = HERE): Promise<string[]> {
  return (await ledger.partnerships.page(organisation, filter, 100)).map(({ title }) => title).reverse();
}

const FILTERS: readonly (readonly [PartnershipFilter, readonly string[]])[] = [
  [{}, ['Begin', 'Monitoring', 'Rust', 'Ander pakket']],
  [{ state: 'monitorenEnEvalueren' }, ['Monitoring']],
  [{ state: 'monitoren' }, []],
  [{ state: 'opgeschort' }, ['Rust']],
  [{ state: '%' }, []],
  [{ phase: 'voorbereiding' }, ['Begin', 'Ander pakket']],
  [{ phase: 'monitoring' }, ['Monitoring']],
  [{ pack: 'ander' }, ['Ander pakket']],
  [{ coordinator: FIRST }, ['Monitoring', 'Ander pakket']],
  [{ coordinator: LATER }, ['Rust']],
  [{ supplier: NOBODY }, []],
  [{ overdueOn: '2000-01-01' }, []],
  [{ overdueOn: '2100-01-01' }, ['Monitoring']],
  [{ text: 'onitor' }, ['Monitoring']],
  [{ text: 'MONITOR' }, ['Monitoring']],
  [{ text: CHOSEN }, ['Monitoring', 'Rust']],
  [{ quarantined: false }, ['Begin', 'Monitoring', 'Rust', 'Ander pakket']],
  [{ quarantined: true }, []],
  [{ text: undefined, state: undefined }, ['Begin', 'Monitoring', 'Rust', 'Ander pakket']],
  [{ coordinator: FIRST, phase: 'voorbereiding' }, ['Ander pakket']],
  [{ coordinator: FIRST, phase: 'voorbereiding', pack: 'mini' }, []],
  [{ text: CHOSEN, overdueOn: '2100-01-01', quarantined: false }, ['Monitoring']],
];

describe('the list', () => {
  it('is narrowed by each condition, and by all of them together', () =>
    withLedger(async ({ ledger }) => {
      await several(ledger);
      const found = await Promise.all(FILTERS.map(async ([filter]) => [filter, await titles(ledger, filter)]));
      expect(found).toEqual(FILTERS);
    }));

  it('is narrowed by supplier, and by what is set apart', () =>
    withLedger(async ({ ledger, raw }) => {
      await several(ledger);
      const [supplier] = await ledger.contracts.suppliers(HERE, 1);
      expect(await titles(ledger, { supplier: supplier?.id })).toEqual(['Monitoring', 'Rust']);
      await raw.damage(`UPDATE partnership SET quarantined_at = 'x', quarantine_reason = 'y' WHERE title = 'Rust'`);
      expect(await titles(ledger, { quarantined: true })).toEqual(['Rust']);
      expect(await titles(ledger, { supplier: supplier?.id, quarantined: false })).toEqual(['Monitoring']);
    }));

  it('counts a moment as overdue from the day after it', () =>
    withLedger(async ({ ledger }) => {
      const { partnership } = await walked(ledger, TO_MONITORING);
      const { dueOn = '' } = (await planned(ledger, partnership))[0] ?? {};
      expect(await titles(ledger, { overdueOn: dueOn })).toEqual([]);
      expect(await titles(ledger, { overdueOn: plainDate(dueOn).add({ days: 1 }).toString() })).toHaveLength(1);
    }));

  it('finds contracts that end in a month, by the last day as it is now', () =>
    withLedger(async ({ ledger }) => {
      const einde = '2030-02-28';
      const contract = facts({ start: '2026-01-01', einde });
      const { partnership } = await walked(ledger, TO_MONITORING, { contract });
      const within = (endsFrom: string, endsUntil: string) => titles(ledger, { endsFrom, endsUntil });
      const day = plainDate(einde);
      const [before, after] = [day.subtract({ days: 1 }).toString(), day.add({ days: 1 }).toString()];
      expect(await within(einde, einde)).toEqual(['Schoonmaak']);
      expect([await within(before, before), await within(after, after)]).toEqual([[], []]);
      const contractEinde = day.add({ years: 1 }).toString();
      const data = { ...sampleData(LIFECYCLE, 'contractVerlengen'), contractEinde };
      await ledger.writer.submit(step(partnership, 'contractVerlengen', { data }));
      expect([await within(einde, einde), await within(contractEinde, contractEinde)]).toEqual([[], ['Schoonmaak']]);
      expect(await ledger.partnerships.page(HERE, {}, 1)).toMatchObject([{ contractEndsOn: contractEinde }]);
    }));

  it('shows what people need to choose by', () =>
    withLedger(async ({ ledger, time }) => {
      const { partnership } = await walked(ledger, TO_MONITORING);
      const [supplier] = await ledger.contracts.suppliers(HERE, 1);
      const [earliest] = await planned(ledger, partnership);
      const list = await ledger.partnerships.page(HERE, {}, 10);
      expect(await ledger.subjects.shown(HERE, list, 'nl')).toEqual([
        {
          id: partnership,
          title: 'Schoonmaak',
          reference: null,
          supplier,
          lifecycle: LIFECYCLE,
          phase: 'monitoring',
          states: ['monitorenEnEvalueren'],
          pack: { name: 'mini', version: '1.0.0' },
          coordinator: FIRST,
          nextDueOn: earliest?.dueOn,
          contractEndsOn: null,
          version: 8,
          quarantined: false,
          updatedAt: time.now,
        },
      ]);
    }));

  it('shows each organisation its own', () =>
    withLedger(async ({ ledger }) => {
      await several(ledger);
      const mine = await ledger.partnerships.page(HERE, {}, 1);
      expect(await titles(ledger, {}, ELSEWHERE)).toEqual(['Elders']);
      expect(await titles(ledger, { text: 'Monitoring' }, ELSEWHERE)).toEqual([]);
      await expect(ledger.partnerships.page(ELSEWHERE, {}, 10, mine[0]?.id)).resolves.toEqual([]);
      expect([await ledger.partnerships.count(HERE), await ledger.partnerships.count(ELSEWHERE)]).toEqual([4, 1]);
      expect(await ledger.partnerships.count(NOBODY)).toBe(0);
    }));
});

describe('free text', () => {
  it.each([
    ['%', ['100% inzet']],
    ['_', ['perceel_1']],
    ['\\', ['a\\b']],
    ['l_1', ['perceel_1']],
    ['0%', ['100% inzet']],
    ['\\%', []],
    ['a\\b', ['a\\b']],
    [`'`, [`'t Hof`]],
    ['Coöp', ['Coöperatie']],
  ])('means itself: %s', (text, found) =>
    withLedger(async ({ ledger }) => {
      for (const titel of ['100% inzet', 'perceel_1', 'perceelX1', 'a\\b', `'t Hof`, 'Coöperatie', 'gewoon'])
        await walked(ledger, [], { contract: facts({ kenmerk: titel, titel }) });
      expect(await titles(ledger, { text })).toEqual(found);
    }),
  );
});

describe('pages', () => {
  it('have no gaps and no doubles while new partnerships come in and old ones change', () =>
    withLedger(async ({ ledger }) => {
      const begun: string[] = [];
      const begin = async () => begun.push((await walked(ledger)).partnership);
      for (let i = 0; i < 25; i++) await begin();
      const there = [...begun].reverse();
      const seen: string[] = [];
      for (let before: string | undefined; seen.length < 25; before = seen.at(-1)) {
        const rows = await ledger.partnerships.page(HERE, {}, 4, before);
        seen.push(...rows.map(({ id }) => id));
        await begin();
        await ledger.writer.submit(handOver(there[seen.length] ?? there[0] ?? ''));
      }
      expect(seen).toEqual(there);
      await expect(ledger.partnerships.page(HERE, {}, 4, seen.at(-1))).resolves.toEqual([]);
    }));
});

describe('one partnership', () => {
  it('comes with its supplier as it stands', () =>
    withLedger(async ({ ledger }) => {
      const { partnership: id } = await walked(ledger, TO_MONITORING);
      const { partnership, row } = await ledger.partnerships.get(HERE, id);
      expect(partnership).toMatchObject({ id, organisation: HERE, version: 8, opdrachtnemer: CHOSEN });
      expect(row).toMatchObject({ id, supplier: { name: CHOSEN } });
    }));

  it('is not there for another organisation, nor when nobody has it', () =>
    withLedger(async ({ ledger }) => {
      const { partnership } = await walked(ledger);
      await expect(ledger.partnerships.get(ELSEWHERE, partnership)).rejects.toMatchObject({ code: 'not-found' });
      await expect(ledger.partnerships.get(HERE, NOBODY)).rejects.toMatchObject({ code: 'not-found' });
    }));
});

describe('whom somebody means', () => {
  it('is known by id and by the reference of the contract', () =>
    withLedger(async ({ ledger }) => {
      const [contract] = await ledger.contracts.add(HERE, [{ facts: facts() }]);
      const { partnership } = await walked(ledger, [], { contractId: contract?.id });
      await expect(ledger.partnerships.idOf(HERE, partnership)).resolves.toBe(partnership);
      await expect(ledger.partnerships.idOf(HERE, 'SCH-1')).resolves.toBe(partnership);
    }));

  it('is not clear when several run under one contract', () =>
    withLedger(async ({ ledger }) => {
      const [contract] = await ledger.contracts.add(HERE, [{ facts: facts() }]);
      const both = [
        await walked(ledger, [], { contractId: contract?.id }),
        await walked(ledger, [], { contractId: contract?.id }),
      ];
      const asked = ledger.partnerships.idOf(HERE, 'SCH-1');
      await expect(asked).rejects.toMatchObject({ code: 'ambiguous' });
      for (const { partnership } of both) await expect(asked).rejects.toThrow(partnership);
    }));

  it('is not found when the reference is unknown, or known elsewhere only', () =>
    withLedger(async ({ ledger }) => {
      const [contract] = await ledger.contracts.add(HERE, [{ facts: facts() }]);
      const { partnership } = await walked(ledger, [], { contractId: contract?.id });
      for (const [organisation, reference] of [
        [HERE, 'SCH-9'],
        [HERE, ''],
        [HERE, '%'],
        [ELSEWHERE, 'SCH-1'],
        [ELSEWHERE, partnership],
      ] as const)
        await expect(ledger.partnerships.idOf(organisation, reference)).rejects.toMatchObject({ code: 'not-found' });
    }));
});
