import { describe, expect, it } from '@jest/globals';
import { secondsAfter } from '@samenwerkt/calendar';
import { type Ledger } from '../ledger.js';
import { ACTOR, beginning, facts, handOver, step, walked } from '../testing/partnerships.js';
import { strictPack } from '../testing/strict-pack.js';
import { wearOut } from '../testing/raw.js';
import { count, ELSEWHERE, HERE, NOBODY, value, withLedger } from '../testing/workbench.js';
import { type MigrationReport, type MoveSelection } from './pack-migrations.js';

const notFound = expect.objectContaining({ code: 'not-found' });

/** Partnerships under the strict pack 1.0.0 with contracts of these values; 1.1.0, on the shelf, asks € 500,000. */
async function partnerships(ledger: Ledger, values: readonly string[], organisation = HERE): Promise<string[]> {
  await ledger.shelf.add(organisation, strictPack('100000.00'));
  const begun = await Promise.all(
    values.map((waarde, i) =>
      ledger.writer.start(beginning({ organisation, pack: 'streng', contract: facts({ kenmerk: `C-${i}`, waarde }) })),
    ),
  );
  await ledger.shelf.add(organisation, strictPack('500000.00', '1.1.0'));
  return begun.map(({ partnership }) => partnership);
}

function move(over: Partial<MoveSelection> = {}): MoveSelection {
  return {
    organisation: HERE,
    actor: ACTOR,
    selection: { filter: {} },
    to: { name: 'streng', version: '1.1.0' },
    reden: 'De drempel is verhoogd',
    ...over,
  };
}

/** A move from beginning to end. */
async function whole(ledger: Ledger, over: Partial<MoveSelection> = {}): Promise<MigrationReport> {
  const { id } = await ledger.packMigrations.start(move(over));
  await ledger.packMigrations.over(id);
  return ledger.packMigrations.get(HERE, id);
}

const many = (length: number) => Array.from({ length }, () => '480000.00');
const NOTHING = { waiting: 0, moved: 0, present: 0, refused: 0, conflict: 0 };

describe('what the move of a selection would come to', () => {
  it('is counted over all, and shown for those that change', () =>
    withLedger(async ({ ledger, raw }) => {
      const [, small, ended = ''] = await partnerships(ledger, ['900000.00', '480000.00', '900000.00']);
      await ledger.writer.submit(step(ended, 'beeindigen'));
      const survey = await ledger.packMigrations.survey(move());
      expect(survey).toMatchObject({
        selected: 3,
        counts: {
          movable: 2,
          obligationChanged: 0,
          newlyBlocked: 1,
          noLongerBlocked: 0,
          warningsChanged: 0,
          datesMoved: 0,
          present: 0,
          refused: 1,
        },
        differing: [{ partnership: small, kenmerk: 'C-1', preview: { events: [{ blocks: [{ id: 'ST-01' }] }] } }],
        refused: [{ partnership: ended, title: 'Schoonmaak', code: 'partnership-done' }],
      });
      expect(await count(raw, 'history', `event = 'regelpakketWisselen'`)).toBe(0);
      expect(await count(raw, 'pack_migration')).toBe(0);
    }));

  it('shows the first hundred, and counts the rest', () =>
    withLedger(async ({ ledger }) => {
      await partnerships(ledger, many(120));
      const { counts, differing } = await ledger.packMigrations.survey(move());
      expect([counts.newlyBlocked, differing.length]).toEqual([120, 100]);
    }));
});

describe('the move of a selection', () => {
  it('moves each by an event of its own, and keeps what became of each', () =>
    withLedger(async ({ ledger, raw, time }) => {
      const ids = await partnerships(ledger, many(3));
      const [, ended = '', apart = ''] = ids;
      await ledger.writer.submit(step(ended, 'beeindigen'));
      await ledger.writer.setApart(apart, 'proef');
      const report = await whole(ledger);
      expect(report).toMatchObject({
        to: { name: 'streng', version: '1.1.0' },
        reden: 'De drempel is verhoogd',
        selection: { filter: { pack: 'streng' } },
        state: 'done',
        startedAt: time.now,
        finishedAt: time.now,
        failure: null,
        progress: { ...NOTHING, moved: 1, refused: 2 },
      });
      const results = await ledger.packMigrations.results(HERE, report.id, 10);
      expect(results.map(({ outcome, code }) => [outcome, code])).toEqual([
        ['moved', null],
        ['refused', 'partnership-done'],
        ['refused', 'partnership-quarantined'],
      ]);
      expect(results[1]?.reason?.nl).toContain('afgelopen');
      expect(await count(raw, 'history', `event = 'regelpakketWisselen'`)).toBe(1);
      expect((await ledger.caretaker.verify(HERE, ids[0] ?? '')).fault).toBeUndefined();
    }));

  it('asked again skips what is there already', () =>
    withLedger(async ({ ledger, raw }) => {
      await partnerships(ledger, many(4));
      expect((await whole(ledger)).progress).toEqual({ ...NOTHING, moved: 4 });
      expect((await whole(ledger)).progress).toEqual({ ...NOTHING, present: 4 });
      expect(await count(raw, 'history', `event = 'regelpakketWisselen'`)).toBe(4);
    }));

  it('leaves alone what changed after it was selected', () =>
    withLedger(async ({ ledger }) => {
      const last = (await partnerships(ledger, many(300))).sort().at(-1) ?? '';
      const { id } = await ledger.packMigrations.start(move());
      await ledger.writer.submit(handOver(last));
      await ledger.packMigrations.over(id);
      expect((await ledger.packMigrations.get(HERE, id)).progress).toEqual({ ...NOTHING, moved: 299, conflict: 1 });
      const [left] = await ledger.packMigrations.results(HERE, id, 10, 'conflict');
      expect(left).toMatchObject({ partnership: last, version: 1, code: 'version-conflict' });
      expect((await ledger.partnerships.get(HERE, last)).partnership.pack.version).toBe('1.0.0');
    }));

  it('takes the partnerships of the pack that is moved to, unless another pack is named', () =>
    withLedger(async ({ ledger }) => {
      await partnerships(ledger, many(2));
      await walked(ledger);
      expect((await whole(ledger)).progress).toEqual({ ...NOTHING, moved: 2 });
      expect((await whole(ledger, { selection: { filter: { pack: 'mini' } } })).progress).toEqual({
        ...NOTHING,
        moved: 1,
      });
    }));

  it('can be of a few by id, each once', () =>
    withLedger(async ({ ledger }) => {
      const [first = '', second = ''] = await partnerships(ledger, many(5));
      const selection = { partnerships: [first, second, first] };
      expect((await whole(ledger, { selection })).progress).toEqual({ ...NOTHING, moved: 2 });
    }));

  it('goes through more than are read at a time', () =>
    withLedger(async ({ ledger }) => {
      await partnerships(ledger, many(520));
      expect((await whole(ledger)).progress).toEqual({ ...NOTHING, moved: 520 });
    }));

  it.each([
    ['a version that is not there', { to: { name: 'streng', version: '9.9.9' } }, 'not-found'],
    ['a partnership that is not there', { selection: { partnerships: [NOBODY] } }, 'not-found'],
    ['a reason with a BSN in it', { reden: 'Voor 111222333' }, 'data-invalid'],
    ['an actor without the role', { actor: { id: 'x', roles: ['hrExpert'] as const } }, 'not-allowed'],
    [
      'more than can be moved in one go',
      { selection: { partnerships: Array.from({ length: 10_001 }, (_, i) => `${i}`) } },
      'selection-too-large',
    ],
  ])('does not begin with %s', (_, over, code) =>
    withLedger(async ({ ledger, raw }) => {
      await partnerships(ledger, many(1));
      await expect(ledger.packMigrations.start(move(over))).rejects.toMatchObject({ code });
      await expect(ledger.packMigrations.survey(move(over))).rejects.toMatchObject({ code });
      expect(await count(raw, 'pack_migration')).toBe(0);
    }),
  );

  it('is failed, with the reason on record, when the program cannot go on', () =>
    withLedger(async ({ ledger, raw }) => {
      await partnerships(ledger, many(2));
      await wearOut(raw, 'history');
      const { state, failure, progress } = await whole(ledger);
      expect([state, failure, progress.waiting]).toEqual(['failed', expect.stringContaining('worn out'), 2]);
    }));
});

describe('a running move', () => {
  it('is the only one of its organisation, and bars no other organisation', () =>
    withLedger(async ({ ledger }) => {
      await partnerships(ledger, many(20));
      await partnerships(ledger, many(2), ELSEWHERE);
      const [first, second] = await Promise.allSettled([1, 2].map(() => ledger.packMigrations.start(move())));
      const there = await ledger.packMigrations.start(move({ organisation: ELSEWHERE }));
      expect([first?.status, second?.status]).toEqual(['fulfilled', 'rejected']);
      expect(second).toMatchObject({ reason: { code: 'pack-migration-running' } });
      await ledger.packMigrations.over(there.id);
      expect((await ledger.packMigrations.get(ELSEWHERE, there.id)).progress.moved).toBe(2);
      await expect(ledger.packMigrations.get(HERE, there.id)).rejects.toEqual(notFound);
      await expect(ledger.packMigrations.cancel(HERE, there.id, ACTOR.id)).rejects.toEqual(notFound);
      expect(await ledger.packMigrations.results(HERE, there.id, 10)).toEqual([]);
      expect(await ledger.packMigrations.page(ELSEWHERE, 10)).toHaveLength(1);
    }));

  it('stops when asked; what moved has moved, and asking again moves the rest', () =>
    withLedger(async ({ ledger, raw }) => {
      await partnerships(ledger, many(300));
      const { id } = await ledger.packMigrations.start(move());
      const stopped = await ledger.packMigrations.cancel(HERE, id, ACTOR.id);
      expect(stopped.state).toBe('stopped');
      expect(stopped.progress.waiting).toBeGreaterThan(0);
      expect(await count(raw, 'history', `event = 'regelpakketWisselen'`)).toBe(stopped.progress.moved);
      expect(await ledger.packMigrations.cancel(HERE, id, ACTOR.id)).toEqual(stopped);
      const lines = await ledger.audit.page(HERE, { action: 'pack-migration.stopped' }, 9);
      expect(lines).toMatchObject([{ subject: { id }, actor: ACTOR.id }]);
      const { state, progress } = await whole(ledger);
      expect([state, progress]).toEqual([
        'done',
        { ...NOTHING, present: stopped.progress.moved, moved: 300 - stopped.progress.moved },
      ]);
    }));

  it('is stopped by closing the ledger', () =>
    withLedger(async ({ ledger, again }) => {
      await partnerships(ledger, many(300));
      const other = await again();
      const { id } = await other.packMigrations.start(move());
      await other.close();
      const { state, finishedAt, progress } = await ledger.packMigrations.get(HERE, id);
      expect([state, finishedAt === null]).toEqual(['stopped', false]);
      expect(progress.moved + progress.waiting).toBe(300);
    }));

  it('elsewhere is shown as stopped once its lease ends, and does not bar the next; one that goes on can be stopped', () =>
    withLedger(async ({ ledger, raw, time }) => {
      await partnerships(ledger, many(1));
      const halfWay = async () => {
        const { id } = await whole(ledger);
        await raw.damage(`UPDATE pack_migration SET state = 'running', finished_at = NULL WHERE id = ?`, id);
        await ledger.leases.take(`run/${id}`, 'elders', time.now, secondsAfter(time.now, 30));
        return id;
      };
      const gone = await halfWay();
      expect((await ledger.packMigrations.get(HERE, gone)).state).toBe('running');
      time.now = secondsAfter(time.now, 30);
      expect((await ledger.packMigrations.get(HERE, gone)).state).toBe('stopped');
      const alive = await halfWay();
      expect(await value(raw, 'SELECT state FROM pack_migration WHERE id = ?', gone)).toBe('stopped');
      await expect(ledger.packMigrations.start(move())).rejects.toMatchObject({ code: 'pack-migration-running' });
      expect((await ledger.packMigrations.cancel(HERE, alive, ACTOR.id)).state).toBe('stopped');
      expect((await whole(ledger)).state).toBe('done');
      expect(await count(raw, 'lease')).toBe(0);
    }));
});

describe('the list of moves, and of what became of each partnership', () => {
  it('go page by page', () =>
    withLedger(async ({ ledger }) => {
      await partnerships(ledger, many(5));
      const moves = [];
      for (let i = 0; i < 3; i++) moves.unshift((await whole(ledger)).id);
      const { packMigrations } = ledger;
      const first = await packMigrations.page(HERE, 2);
      const rest = await packMigrations.page(HERE, 2, first.at(-1)?.id);
      expect([...first, ...rest].map(({ id }) => id)).toEqual(moves);
      const id = moves.at(-1) ?? '';
      const three = await packMigrations.results(HERE, id, 3, 'moved');
      const two = await packMigrations.results(HERE, id, 3, 'moved', three.at(-1)?.partnership);
      expect([three.length, two.length]).toEqual([3, 2]);
      expect(await packMigrations.results(HERE, id, 3, 'refused')).toEqual([]);
    }));
});
