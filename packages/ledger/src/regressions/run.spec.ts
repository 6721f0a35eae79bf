import { describe, expect, it } from '@jest/globals';
import { type OwedChange, type PackRef, type Policy } from '@samenwerkt/engine';
import { facts, handOver, walked } from '../testing/partnerships.js';
import { databaseOf, HERE, withLedger, type Workbench } from '../testing/workbench.js';
import { Tally } from './findings.js';
import { HistoriesByPage, scopeOf } from './histories-by-page.js';
import { PinnedPacks } from './pinned-packs.js';
import { Run } from './run.js';

/** A run over some partnerships of two events each. */
async function prepared({ ledger }: Workbench, count: number) {
  for (let i = 0; i < count; i++) {
    const { partnership } = await walked(ledger, [], { contract: facts({ kenmerk: `C-${i}` }) });
    await ledger.writer.submit(handOver(partnership));
  }
  const database = databaseOf(ledger);
  const scope = await database.read(() => scopeOf(HERE, 'mini'));
  const candidate = await ledger.shelf.current(HERE, 'mini');
  return { histories: new HistoriesByPage(database), scope, candidate, pinned: new PinnedPacks(ledger.shelf, HERE) };
}

describe('a run', () => {
  it('that is asked to stop ends before the next event, and keeps whole histories only', () =>
    withLedger(async (bench) => {
      const work = await prepared(bench, 6);
      let asked = 0;
      // Asked for at the event of a partnership, and once more for what it owes: the third is the event of the second.
      const pinned = new (class extends PinnedPacks {
        override of(ref: PackRef): Policy {
          if (++asked === 3) run.stop();
          return super.of(ref);
        }
      })(bench.ledger.shelf, HERE);
      const run: Run = new Run({ ...work, pinned, save: async () => true });
      expect(await run.play()).toBe('stopped');
      expect([asked, run.done, run.tally.findings().judged]).toEqual([4, 2, 2]);
    }));

  it('ends when its progress is no longer wanted: somebody else stopped it', () =>
    withLedger(async (bench) => {
      const work = await prepared(bench, 2);
      const run = new Run({ ...work, save: async () => false }, 0);
      expect(await run.play()).toBe('stopped');
    }));

  it('does not judge what begins after it', () =>
    withLedger(async (bench) => {
      const work = await prepared(bench, 2);
      await walked(bench.ledger);
      const run = new Run({ ...work, save: async () => true });
      expect(await run.play()).toBe('done');
      expect(run.done).toBe(2);
    }));
});

describe('a tally', () => {
  const partnership = (number: number) =>
    ({ id: `p-${number}`, contract: facts({ kenmerk: `C-${number}` }) }) as Parameters<Tally['add']>[0];

  const same: OwedChange = {
    before: { amount: '0.10', duties: 0, unknown: false },
    after: { amount: '0.10', duties: 0, unknown: false },
    changed: false,
  };

  it('counts everything, and shows the first five hundred of each kind', () => {
    const tally = new Tally();
    for (let i = 0; i < 600; i++) {
      tally.add(partnership(i), { events: 3, refused: 2, warned: 1 }, same);
      tally.add(partnership(i), { events: 3, refused: 0, warned: 1 }, same);
      tally.add(partnership(i), { events: 3, refused: 0, warned: 0 }, same);
    }
    const { judged, refused, warned, refusals, warnings } = tally.findings();
    expect([judged, refused, warned]).toEqual([
      1800,
      { partnerships: 600, events: 1200 },
      { partnerships: 600, events: 1200 },
    ]);
    expect([refusals.length, warnings.length, refusals[0]?.kenmerk]).toEqual([500, 500, 'C-0']);
  });

  it('adds up obligations to the cent, and shows the first five hundred that only owe something else', () => {
    const tally = new Tally();
    const quiet = { events: 3, refused: 0, warned: 0 };
    const other = {
      before: { amount: '0.10', duties: 0, unknown: true },
      after: { duties: 2, unknown: false },
      changed: true,
    };
    for (let i = 0; i < 600; i++) {
      tally.add(partnership(i), quiet, same);
      tally.add(partnership(i), quiet, other);
      tally.add(partnership(i), { ...quiet, warned: 1 }, other);
    }
    const { obligation, otherObligations, warnings } = tally.findings();
    expect(obligation).toEqual({
      before: { amount: '180.00', partnerships: 1800, duties: 0 },
      after: { amount: '60.00', partnerships: 600, duties: 1200 },
      changed: 1200,
      unknownBefore: 1200,
      unknownAfter: 0,
    });
    expect([otherObligations.length, warnings.length]).toEqual([500, 500]);
    const { before, after } = other;
    for (const [shown] of [otherObligations, warnings]) expect(shown?.obligation).toEqual({ before, after });
  });

  it('holds a few megabytes at most, however long the texts of a pack are', () => {
    const tally = new Tally();
    const title = { nl: 'x'.repeat(100_000), en: '' };
    const cause = { kind: 'rule', id: 'X-1', title, message: title, was: 'absent', now: 'unknown' } as const;
    const firstRefused = {
      ...{ sequence: 2, event: 'e', at: '' },
      causes: [{ ...cause, rewritten: false, parameters: [] }],
    };
    for (let i = 0; i < 500; i++) tally.add(partnership(i), { events: 1, refused: 1, warned: 0, firstRefused }, same);
    expect(tally.findings().refused.partnerships).toBe(500);
    expect(JSON.stringify(tally.findings()).length).toBeLessThan(4_500_000);
  });
});
