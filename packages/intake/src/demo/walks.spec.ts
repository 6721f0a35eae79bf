import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readContracts } from '../contracts/read-contracts.js';
import { DemoPlanMissing, demoWalks } from './walks.js';

const file = readFileSync(join(import.meta.dirname, '../../../../demo/contracten.csv'));
const { contracts, problems } = readContracts(file, { asOf: '2026-11-22' });

/** Every field that a plan may fit, so that what it fits can be seen. */
const sample = () => ({
  datum: '2000-01-01',
  opdrachtnemer: 'voorbeeld',
  contractStart: '2000-01-01',
  contractEinde: '2000-01-01',
  contractwaarde: '1.00',
  jaar: 2000,
  kwartaal: 1,
  ontvangenOp: '2000-01-01',
  motivering: 'voorbeeld',
  afspraken: ['voorbeeld'],
});

const walks = demoWalks(contracts, sample);

function eventsOf(kenmerk: string) {
  return walks.find((walk) => walk.kenmerk === kenmerk)?.events ?? [];
}

describe('the contract register of the demo', () => {
  it('is read without a single problem', () => {
    expect(problems).toEqual([]);
    expect(contracts).toHaveLength(40);
  });

  it('runs from 18,000 to 12 million euro, with and without a wage bill', () => {
    const values = contracts.map(({ facts }) => Number(facts.waarde));
    expect([Math.min(...values), Math.max(...values)]).toEqual([18_000, 12_000_000]);
    expect(contracts.filter(({ facts }) => facts.loonsom === undefined).length).toBeGreaterThan(3);
  });

  it('holds contracts that have ended, that run and that are still to start', () => {
    const today = '2026-11-22';
    expect(contracts.filter(({ facts }) => (facts.einde ?? '') < '2026-01-01')).toHaveLength(3);
    expect(contracts.filter(({ facts }) => (facts.start ?? '') > today)).toHaveLength(4);
  });
});

describe('the history of the demo', () => {
  it('gives every contract one walk, by the one handreiking or the other', () => {
    expect(walks.map(({ kenmerk }) => kenmerk)).toEqual(contracts.map(({ facts }) => facts.kenmerk));
    expect(walks.filter(({ lifecycle }) => lifecycle === 'stappenplan-2019')).toHaveLength(14);
  });

  it('moves forward in time, on working days, and has all happened before 22 November 2026', () => {
    for (const { kenmerk, events } of walks) {
      const instants = events.map(({ op }) => op);
      expect({ kenmerk, instants }).toEqual({ kenmerk, instants: [...new Set(instants)].sort() });
      expect(instants.every((op) => op < '2026-11-22')).toBe(true);
    }
  });

  it('awards the contract of the register, before that contract starts', () => {
    const row = contracts.find(({ facts }) => facts.kenmerk === 'MWD-2024-003');
    const award = eventsOf('MWD-2024-003').find(({ event }) => event === 'gunnen');
    expect(award?.gegevens).toMatchObject({
      opdrachtnemer: row?.leverancier,
      contractStart: row?.facts.start,
      contractEinde: row?.facts.einde,
      contractwaarde: row?.facts.waarde,
    });
    expect((award?.op ?? '') < (row?.facts.start ?? '')).toBe(true);
  });

  it('lets nobody start before the contract does', () => {
    for (const { facts } of contracts) {
      const first = eventsOf(facts.kenmerk).find(({ event }) => event === 'eersteBaanRealiseren');
      if (first) expect(first.op > (facts.start ?? '')).toBe(true);
    }
  });

  it('reports the quarter that has passed, and in February the year that has passed, by the opdrachtnemer', () => {
    const events = eventsOf('MWD-2024-001');
    expect(events.find(({ op }) => op.startsWith('2026-01-12'))).toMatchObject({
      event: 'rapportageOntvangen',
      door: { rollen: ['opdrachtnemer'] },
      gegevens: { jaar: 2025, kwartaal: 4, ontvangenOp: '2026-01-12' },
    });
    expect(events.find(({ event, op }) => event === 'jaaropgaveOntvangen' && op > '2026')).toMatchObject({
      op: '2026-02-16T09:00:00Z',
      gegevens: { jaar: 2025 },
    });
  });

  it('leaves no date of the sample in a field that says when it happened', () => {
    for (const { events } of walks) {
      for (const { event, gegevens, op } of events) {
        const dated = /^(principebesluit|gesprek|evaluatie|contract|afronden|beleid|specialist|bestuur|resultaten)/;
        if (dated.test(event)) expect({ event, datum: gegevens['datum'] }).toEqual({ event, datum: op.slice(0, 10) });
      }
    }
  });

  it('takes over what the plan says, and leaves out what does not fit', () => {
    const [conversation] = eventsOf('MWD-2024-001').filter(({ event }) => event === 'gesprekVastleggen');
    expect(Object.keys(conversation?.gegevens ?? {})).not.toContain('afspraken');
    const [suspended] = eventsOf('MWD-2024-011').filter(({ event }) => event === 'opschorten');
    expect(suspended?.gegevens['reden']).toContain('brand');
  });

  it('is refused for a contract it does not know', () => {
    const [row] = contracts;
    if (!row) throw new Error('the register is empty');
    const unknown = { ...row, facts: { ...row.facts, kenmerk: 'X-1' } };
    expect(() => demoWalks([unknown], sample)).toThrow(DemoPlanMissing);
  });
});
