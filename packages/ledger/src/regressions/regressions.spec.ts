import { describe, expect, it } from '@jest/globals';
import { secondsAfter } from '@samenwerkt/calendar';
import { type Ledger } from '../ledger.js';
import { ACTOR, beginning, facts, handOver, step, walked } from '../testing/partnerships.js';
import { strictPack, strictPolicy } from '../testing/strict-pack.js';
import { count, ELSEWHERE, HERE, value, withLedger, type Workbench } from '../testing/workbench.js';
import { type RegressionReport } from './regressions.js';

const stricter = strictPolicy('500000.00');
const notFound = expect.objectContaining({ code: 'not-found' });

/** Partnerships under the strict pack, each taken through its first step, with contracts of these values. */
async function partnerships(ledger: Ledger, values: readonly string[], organisation = HERE): Promise<string[]> {
  await ledger.shelf.add(organisation, strictPack('100000.00'));
  const contracts = values.map((waarde, i) => facts({ kenmerk: `C-${i}`, waarde }));
  const begun = await Promise.all(
    contracts.map((contract) => ledger.writer.start(beginning({ organisation, pack: 'streng', contract }))),
  );
  const ids = begun.map(({ partnership }) => partnership);
  await Promise.all(ids.map((id) => ledger.writer.submit(step(id, 'principebesluitNemen', { organisation }))));
  return ids;
}

const begin = (ledger: Ledger, candidate = stricter, organisation = HERE) =>
  ledger.regressions.start({ organisation, pack: 'streng', candidate, actor: ACTOR.id });

/** A regression from beginning to end. */
async function whole(ledger: Ledger, candidate = stricter): Promise<RegressionReport> {
  const { id } = await begin(ledger, candidate);
  await ledger.regressions.over(id);
  return ledger.regressions.get(HERE, 'streng', id);
}

const many = (count: number) => Array.from({ length: count }, () => '480000.00');

describe('a policy regression', () => {
  it('names each partnership that would have gone another way, with event, rule and parameter', () =>
    withLedger(async ({ ledger, time }) => {
      const [, small] = await partnerships(ledger, ['900000.00', '480000.00']);
      const report = await whole(ledger);
      expect(report).toMatchObject({
        pack: 'streng',
        candidate: stricter.ref,
        state: 'done',
        progress: { partnerships: 2, done: 2, events: 2 },
        startedAt: time.now,
        finishedAt: time.now,
        failure: null,
      });
      expect(report.findings).toMatchObject({ judged: 2, refused: { partnerships: 1, events: 1 } });
      expect(report.findings.refusals).toHaveLength(1);
      expect(report.findings.refusals[0]).toMatchObject({ partnership: small, kenmerk: 'C-1', refused: 1 });
      expect(report.findings.refusals[0]?.firstRefused).toMatchObject({
        sequence: 2,
        event: 'principebesluitNemen',
        causes: [{ id: 'ST-01', parameters: [{ was: { value: '100000.00' }, now: { value: '500000.00' } }] }],
      });
    }));

  it('finds nothing when the candidate says the same', () =>
    withLedger(async ({ ledger }) => {
      await partnerships(ledger, many(3));
      const { state, findings } = await whole(ledger, strictPolicy('100000.00'));
      expect(state).toBe('done');
      expect(findings).toMatchObject({
        judged: 3,
        refused: { partnerships: 0, events: 0 },
        warned: { partnerships: 0, events: 0 },
        refusals: [],
      });
    }));

  it('judges the partnerships of that pack only', () =>
    withLedger(async ({ ledger }) => {
      await partnerships(ledger, many(1));
      await walked(ledger);
      expect((await whole(ledger)).progress.partnerships).toBe(1);
    }));

  it('judges what came before a move to another version by the pack of then, and what came after it by that version', () =>
    withLedger(async ({ ledger }) => {
      const [id = ''] = await partnerships(ledger, many(1));
      await ledger.shelf.add(HERE, strictPack('500000.00', '1.1.0'));
      const to = { name: 'streng', version: '1.1.0' };
      await ledger.writer.migrate({ organisation: HERE, actor: ACTOR, partnership: id, to, reden: 'Proef' });
      await ledger.writer.submit(handOver(id));
      const { progress, findings } = await whole(ledger);
      expect([progress.events, findings.refused.events]).toEqual([2, 1]);
      expect(findings.refusals[0]?.firstRefused?.sequence).toBe(2);
    }));

  it('goes through more partnerships and events than are read at a time', () =>
    withLedger(async ({ ledger }) => {
      const [first = ''] = await partnerships(ledger, many(450));
      await Promise.all(Array.from({ length: 1100 }, () => ledger.writer.submit(handOver(first))));
      const { progress, findings } = await whole(ledger);
      expect(progress).toEqual({ partnerships: 450, done: 450, events: 450 + 1100 });
      expect(findings.refused).toEqual({ partnerships: 450, events: 450 });
    }));

  it('leaves out what cannot be judged, and says how many', () =>
    withLedger(async ({ ledger, raw }) => {
      const [apart = '', gap = '', lost = ''] = await partnerships(ledger, many(4));
      await ledger.writer.setApart(apart, 'proef');
      await raw.damage('UPDATE history SET sequence = 9 WHERE partnership_id = ? AND sequence = 2', gap);
      await raw.damage(`UPDATE history SET pack_digest = 'x' WHERE partnership_id = ? AND sequence = 2`, lost);
      const { findings, progress } = await whole(ledger);
      expect(findings.leftOut).toEqual({ quarantined: 1, unplayable: 1, packUnavailable: 1, otherLifecycle: 0 });
      expect([findings.judged, progress.done]).toEqual([1, 4]);
    }));

  it('is failed, with the reason on record, when the program cannot go on', () =>
    withLedger(async ({ ledger, raw }) => {
      await partnerships(ledger, many(1));
      await raw.damage('DROP TABLE history');
      expect(await whole(ledger)).toMatchObject({ state: 'failed', failure: expect.stringContaining('history') });
    }));

  it('is not possible for a pack that is not there', () =>
    withLedger(({ ledger }) => expect(begin(ledger)).rejects.toEqual(notFound)));
});

describe('one regression at a time', () => {
  it('for each organisation, also when two are asked for in one breath', () =>
    withLedger(async ({ ledger }) => {
      const [long = ''] = await partnerships(ledger, many(20));
      // So long that the first is not over before the second has asked, also on a machine that does other things.
      await Promise.all(Array.from({ length: 1500 }, () => ledger.writer.submit(handOver(long))));
      const [first, second] = await Promise.allSettled([begin(ledger), begin(ledger)]);
      expect(first.status).toBe('fulfilled');
      expect(second).toMatchObject({ reason: { code: 'regression-running' } });
      if (first.status === 'fulfilled') await ledger.regressions.over(first.value.id);
      expect((await whole(ledger)).state).toBe('done');
      expect(await ledger.regressions.page(HERE, 'streng', 10)).toHaveLength(2);
    }));

  it('does not keep another organisation from its own, and shows it nothing', () =>
    withLedger(async ({ ledger }) => {
      await partnerships(ledger, many(20));
      await partnerships(ledger, ['900000.00'], ELSEWHERE);
      const here = await begin(ledger);
      const there = await begin(ledger, stricter, ELSEWHERE);
      await Promise.all([here, there].map(({ id }) => ledger.regressions.over(id)));
      const found = await ledger.regressions.get(ELSEWHERE, 'streng', there.id);
      expect(found.findings).toMatchObject({ judged: 1, refused: { partnerships: 0 } });
      await expect(ledger.regressions.get(ELSEWHERE, 'streng', here.id)).rejects.toEqual(notFound);
      await expect(ledger.regressions.cancel(ELSEWHERE, 'streng', here.id, ACTOR.id)).rejects.toEqual(notFound);
      await expect(ledger.regressions.get(HERE, 'mini', here.id)).rejects.toEqual(notFound);
      expect(await ledger.regressions.page(ELSEWHERE, 'streng', 10)).toHaveLength(1);
    }));
});

describe('a running regression', () => {
  it('lets commands through before it is over', () =>
    withLedger(async ({ ledger }) => {
      const [first = ''] = await partnerships(ledger, many(2));
      await Promise.all(Array.from({ length: 3000 }, () => ledger.writer.submit(handOver(first))));
      const { id } = await begin(ledger);
      let over = false;
      const end = ledger.regressions.over(id).then(() => (over = true));
      await ledger.writer.submit(handOver(first));
      expect(over).toBe(false);
      await end;
      expect((await ledger.regressions.get(HERE, 'streng', id)).findings.judged).toBe(2);
    }));

  it('stops when asked, and stays stopped', () =>
    withLedger(async ({ ledger }) => {
      await partnerships(ledger, many(300));
      const { id, state } = await begin(ledger);
      expect(state).toBe('running');
      const stopped = await ledger.regressions.cancel(HERE, 'streng', id, ACTOR.id);
      expect(stopped.state).toBe('stopped');
      expect(stopped.progress.done).toBeLessThan(300);
      expect(stopped.findings.judged).toBe(stopped.progress.done);
      expect(await ledger.regressions.cancel(HERE, 'streng', id, ACTOR.id)).toEqual(stopped);
      expect(await ledger.audit.page(HERE, { action: 'regression.stopped' }, 9)).toMatchObject([{ subject: { id } }]);
    }));

  it('is stopped by closing the ledger, with what it found on record', () =>
    withLedger(async ({ ledger, again }) => {
      await partnerships(ledger, many(300));
      const other = await again();
      const { id } = await begin(other);
      await other.close();
      const { state, finishedAt } = await ledger.regressions.get(HERE, 'streng', id);
      expect([state, finishedAt === null]).toEqual(['stopped', false]);
    }));
});

describe('a regression of another process', () => {
  /** As a program leaves it that is killed half way, or goes on with it elsewhere: its lease lasts half a minute more. */
  async function halfWay({ ledger, raw, time }: Workbench): Promise<string> {
    await partnerships(ledger, many(2));
    const { id } = await whole(ledger);
    await raw.damage(`UPDATE regression SET state = 'running', finished_at = NULL WHERE id = ?`, id);
    await ledger.leases.take(`run/${id}`, 'elders', time.now, secondsAfter(time.now, 30));
    return id;
  }

  it('is shown as stopped once its lease ends, with what it found, and does not bar the next', () =>
    withLedger(async (bench) => {
      const { ledger, raw, time } = bench;
      const id = await halfWay(bench);
      const shown = async () => [
        (await ledger.regressions.get(HERE, 'streng', id)).state,
        ...(await ledger.regressions.page(HERE, 'streng', 1)).map(({ state }) => state),
      ];
      time.now = secondsAfter(time.now, 29);
      expect(await shown()).toEqual(['running', 'running']);
      time.now = secondsAfter(time.now, 1);
      expect(await shown()).toEqual(['stopped', 'stopped']);
      expect((await ledger.regressions.get(HERE, 'streng', id)).findings.refused.partnerships).toBeGreaterThan(0);
      expect((await whole(ledger)).state).toBe('done');
      expect(await value(raw, 'SELECT state FROM regression WHERE id = ?', id)).toBe('stopped');
      expect(await count(raw, 'lease')).toBe(0);
    }));

  it('bars the next while that process lives, until it is stopped from here', () =>
    withLedger(async (bench) => {
      const { ledger } = bench;
      const id = await halfWay(bench);
      await expect(begin(ledger)).rejects.toMatchObject({ code: 'regression-running', id });
      expect((await ledger.regressions.cancel(HERE, 'streng', id, ACTOR.id)).state).toBe('stopped');
      expect((await whole(ledger)).state).toBe('done');
    }));
});

describe('the list of regressions', () => {
  it('goes page by page, newest first', () =>
    withLedger(async ({ ledger }) => {
      await partnerships(ledger, many(1));
      const ids = [];
      for (let i = 0; i < 3; i++) ids.unshift((await whole(ledger)).id);
      const first = await ledger.regressions.page(HERE, 'streng', 2);
      const rest = await ledger.regressions.page(HERE, 'streng', 2, first.at(-1)?.id);
      expect([...first, ...rest].map(({ id }) => id)).toEqual(ids);
      expect(first[0]).not.toHaveProperty('findings');
    }));
});
