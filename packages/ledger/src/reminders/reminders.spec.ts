import { describe, expect, it } from '@jest/globals';
import { secondsAfter } from '@samenwerkt/calendar';
import { type Ledger } from '../ledger.js';
import { ACTOR, facts } from '../testing/partnerships.js';
import { claimed, firstStep, lines, reminded, STEPS } from '../testing/reminders.js';
import { ELSEWHERE, HERE, NOBODY, withLedger } from '../testing/workbench.js';
import { type ReminderAct } from './acts.js';
import { type ReminderLine, type ReminderPlace } from './listing.js';

const asked = (id: string, act: ReminderAct, reason = 'afgesproken') => ({
  organisation: HERE,
  id,
  act,
  actorId: ACTOR.id,
  reason,
});

describe('an administrator', () => {
  it('skips, reschedules and retries a reminder; who, why and what it was stay on record', () =>
    withLedger(async ({ ledger }) => {
      await reminded(ledger);
      const { id } = await firstStep(ledger);
      await ledger.reminders.act(asked(id, { act: 'skip' }, 'al besproken'));
      await ledger.reminders.act(asked(id, { act: 'retry' }, 'toch niet'));
      expect((await firstStep(ledger)).nextTryAt).toBe(STEPS[0]);
      const dueAt = '2026-03-20T08:00:00Z';
      await ledger.reminders.act(asked(id, { act: 'reschedule', dueAt }, 'vakantie'));
      const { reminder, acts } = await ledger.reminders.get(HERE, id);
      expect(reminder).toMatchObject({ state: 'planned', dueAt: '2026-03-20T08:00:00.000Z' });
      expect(acts.map(({ act, reason, was }) => [act, reason, JSON.parse(was)])).toEqual([
        ['skip', 'al besproken', { state: 'planned', dueAt: STEPS[0] }],
        ['retry', 'toch niet', { state: 'skipped', dueAt: STEPS[0] }],
        ['reschedule', 'vakantie', { state: 'planned', dueAt: STEPS[0] }],
      ]);
    }));

  it('cannot have what was done undone or changed, with whatever program', () =>
    withLedger(async ({ ledger, raw }) => {
      await reminded(ledger);
      await ledger.reminders.act(asked((await firstStep(ledger)).id, { act: 'skip' }));
      const refused = { message: 'reminder_act is append-only' };
      await expect(raw.rows(`UPDATE reminder_act SET reason = 'x'`)).rejects.toMatchObject(refused);
      await expect(raw.rows('DELETE FROM reminder_act')).rejects.toMatchObject(refused);
    }));

  it('can ask for a reminder that a later step overtook or that failed for good: it goes out now', () =>
    withLedger(async ({ ledger, time }) => {
      await reminded(ledger);
      const { id } = await firstStep(ledger);
      time.now = STEPS[0];
      const claim = await claimed(ledger, id, 'w', secondsAfter(time.now, 60));
      await ledger.dispatch.failed(claim, { channel: 'smtp', error: 'geen adres' });
      time.now = STEPS[1];
      await ledger.reminders.act(asked(id, { act: 'retry' }));
      await ledger.dispatch.queueUntil(time.now);
      await claimed(ledger, id, 'w', secondsAfter(time.now, 60));
    }));

  it.each([
    ['without a reason', { act: 'skip' }, ' ', '/reason'],
    ['to no moment', { act: 'reschedule', dueAt: 'morgen' }, 'want', '/dueAt'],
  ] as const)('asks nothing %s', (_name, act, reason, path) =>
    withLedger(async ({ ledger }) => {
      await reminded(ledger);
      const before = await firstStep(ledger);
      await expect(ledger.reminders.act(asked(before.id, act, reason))).rejects.toMatchObject({
        code: 'data-invalid',
        problems: [{ path }],
      });
      expect(await firstStep(ledger)).toEqual(before);
    }),
  );

  it('is told when a reminder is past what is asked, or not there', () =>
    withLedger(async ({ ledger, time }) => {
      await reminded(ledger);
      const { id } = await firstStep(ledger);
      time.now = STEPS[0];
      await claimed(ledger, id, 'w', secondsAfter(time.now, 60));
      for (const act of ['retry', 'skip'] as const)
        await expect(ledger.reminders.act(asked(id, { act }))).rejects.toMatchObject({ code: 'reminder-not-open' });
      const elsewhere = { ...asked(id, { act: 'skip' }), organisation: ELSEWHERE };
      for (const command of [elsewhere, asked(NOBODY, { act: 'skip' })])
        await expect(ledger.reminders.act(command)).rejects.toMatchObject({ code: 'not-found' });
    }));

  it('acts on many at once, each by itself, and can see beforehand what would come of it', () =>
    withLedger(async ({ ledger }) => {
      await reminded(ledger);
      const ids = [...(await lines(ledger)).map(({ id }) => id), NOBODY];
      const command = asked('', { act: 'skip' });
      const outcomes = (dryRun: boolean) => ledger.reminders.actOnAll(command, ids, { dryRun });
      const refused = (await outcomes(true)).filter(({ refused }) => refused);
      expect(refused).toMatchObject([{ id: NOBODY, refused: { code: 'not-found' } }]);
      expect((await lines(ledger)).map(({ state }) => state)).not.toContain('skipped');
      await outcomes(false);
      expect(new Set((await lines(ledger)).map(({ state }) => state))).toEqual(new Set(['skipped']));
    }));

  it('leaves alone what changed after it was looked at, and says so', () =>
    withLedger(async ({ ledger, time }) => {
      await reminded(ledger);
      const ids = (await lines(ledger)).map(({ id }) => id);
      const [first = ''] = ids;
      const command = { ...asked('', { act: 'skip' }), unchangedSince: time.now };
      time.now = secondsAfter(time.now, 60);
      await ledger.reminders.act(asked(first, { act: 'reschedule', dueAt: '2026-03-20T08:00:00Z' }));
      for (const dryRun of [true, false]) {
        const outcomes = await ledger.reminders.actOnAll(command, ids, { dryRun });
        expect(outcomes.filter(({ refused }) => refused)).toMatchObject([
          { id: first, refused: { code: 'reminder-changed' } },
        ]);
      }
      const states = (await lines(ledger)).map(({ id, state }) => [id === first, state]);
      expect(new Set(states.map(String))).toEqual(new Set(['true,planned', 'false,skipped']));
    }));
});

describe('the list', () => {
  async function walkThrough(ledger: Ledger, size: number): Promise<ReminderLine[]> {
    const seen: ReminderLine[] = [];
    for (let after: ReminderPlace | undefined; ;) {
      const { items, next } = await ledger.reminders.page(HERE, {}, size, after);
      seen.push(...items);
      if (!next) return seen;
      after = next;
    }
  }

  it('is earliest first, page by page, every reminder once', () =>
    withLedger(async ({ ledger }) => {
      await reminded(ledger);
      await reminded(ledger, { contract: facts({ kenmerk: 'SCH-2' }) });
      const all = await lines(ledger);
      expect(all.length).toBeGreaterThan(5);
      expect(await walkThrough(ledger, 2)).toEqual(all);
      expect(all.map(({ dueAt }) => dueAt)).toEqual(all.map(({ dueAt }) => dueAt).sort());
      expect(await ledger.reminders.page(ELSEWHERE, {}, 10)).toEqual({ items: [] });
    }));

  it('is narrowed by each of its filters', () =>
    withLedger(async ({ ledger }) => {
      const one = await reminded(ledger);
      await reminded(ledger, { contract: facts({ kenmerk: 'GRN-9', titel: '100% Groen' }) });
      const counts = async (filter: object) => (await lines(ledger, filter)).length;
      const all = await counts({});
      expect(await counts({ partnership: one })).toBe(all / 2);
      for (const text of ['grn', '100%', 'GROEN']) expect(await counts({ text })).toBe(all / 2);
      expect(await counts({ text: '1%n' })).toBe(0);
      expect(await counts({ text: 'contractmanager' })).toBe(2);
      expect(await counts({ kind: 'gesprek', from: STEPS[1], before: STEPS[2] })).toBe(2);
      expect(await counts({ state: 'sent' })).toBe(0);
    }));

  it('says how the whole stands, and since when something is late', () =>
    withLedger(async ({ ledger, time }) => {
      await reminded(ledger);
      expect(await ledger.reminders.health(HERE)).toMatchObject({
        counts: { planned: (await lines(ledger)).length, sent: 0, dead: 0 },
        late: { count: 0, since: null },
      });
      time.now = secondsAfter(STEPS[0], 1);
      expect((await ledger.reminders.health(HERE)).late).toEqual({ count: 1, since: STEPS[0] });
    }));
});
