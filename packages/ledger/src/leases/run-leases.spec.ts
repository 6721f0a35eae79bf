import { describe, expect, it } from '@jest/globals';
import { secondsAfter } from '@samenwerkt/calendar';
import { type Raw } from '../testing/raw.js';
import { databaseOf, HERE, NOBODY, value, withLedger, type Workbench } from '../testing/workbench.js';
import { RunLeases } from './run-leases.js';

/** Hardly any time between heartbeats, so that a test need not wait for them. */
const AT_ONCE = 1;
const OTHER = HERE;

function leasesOf({ ledger, time }: Workbench): RunLeases {
  return new RunLeases(databaseOf(ledger), () => time.now, AT_ONCE);
}

async function isAlive({ ledger }: Workbench, leases: RunLeases): Promise<boolean> {
  return databaseOf(ledger).read(() => leases.isAlive(NOBODY));
}

/** Waits until a lease lasts longer than it did. */
async function renewed(raw: Raw, id: string, was: string): Promise<void> {
  while ((await value(raw, 'SELECT until FROM lease WHERE name = ?', `run/${id}`)) === was)
    await new Promise(setImmediate);
}

describe('the lease of work in the background', () => {
  it('shows every process that the work goes on, as long as it is renewed', () =>
    withLedger(async (bench) => {
      const { ledger, raw, time } = bench;
      const [mine, theirs] = [leasesOf(bench), leasesOf(bench)];
      expect(await isAlive(bench, theirs)).toBe(false);
      await databaseOf(ledger).write(() => mine.begin(NOBODY));
      const first = secondsAfter(time.now, 30);
      const rest = mine.keep(NOBODY);
      time.now = secondsAfter(first, -1);
      expect(await isAlive(bench, theirs)).toBe(true);
      await renewed(raw, NOBODY, first);
      rest();
      time.now = secondsAfter(first, 1);
      expect(await isAlive(bench, theirs)).toBe(true);
    }));

  it('ends when nobody renews it, and at once when it is given up', () =>
    withLedger(async (bench) => {
      const { ledger, time } = bench;
      const leases = leasesOf(bench);
      await databaseOf(ledger).write(() => leases.begin(NOBODY));
      await databaseOf(ledger).write(() => leases.end(NOBODY));
      expect(await isAlive(bench, leases)).toBe(false);
      await databaseOf(ledger).write(() => leases.begin(NOBODY));
      time.now = secondsAfter(time.now, 30);
      expect(await isAlive(bench, leases)).toBe(false);
    }));

  it('is not brought back by a late heartbeat after it was given up', () =>
    withLedger(async (bench) => {
      const { ledger, raw, time } = bench;
      const leases = leasesOf(bench);
      for (const id of [NOBODY, OTHER]) await databaseOf(ledger).write(() => leases.begin(id));
      await databaseOf(ledger).write(() => leases.end(NOBODY));
      const rests = [NOBODY, OTHER].map((id) => leases.keep(id));
      time.now = secondsAfter(time.now, 1);
      await renewed(raw, OTHER, secondsAfter(time.now, 29));
      for (const rest of rests) rest();
      expect(await isAlive(bench, leases)).toBe(false);
    }));

  it('counts for nothing when a wrong clock once took it for years', () =>
    withLedger(async (bench) => {
      const { ledger, time } = bench;
      const leases = leasesOf(bench);
      const now = time.now;
      time.now = secondsAfter(now, 365 * 24 * 3600);
      await databaseOf(ledger).write(() => leases.begin(NOBODY));
      time.now = now;
      expect(await isAlive(bench, leases)).toBe(false);
    }));
});
