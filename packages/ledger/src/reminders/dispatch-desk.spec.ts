import { describe, expect, it } from '@jest/globals';
import { secondsAfter } from '@samenwerkt/calendar';
import { ACTOR, handOver, walked } from '../testing/partnerships.js';
import { claimed, firstStep, found, lines, reminded, STEPS } from '../testing/reminders.js';
import { HERE, withLedger } from '../testing/workbench.js';
import { type Ledger } from '../ledger.js';
import { type ReminderLine as Line } from './listing.js';

const DAY = 24 * 3600;
const lease = (now: string) => secondsAfter(now, 120);
const never = () => undefined;
const stateOf = async (ledger: Ledger, id: string) => (await ledger.reminders.get(HERE, id)).reminder;

describe('what waits', () => {
  it('is queued from a day before its moment on, and told of again at every scan', () =>
    withLedger(async ({ ledger, time }) => {
      await reminded(ledger);
      time.now = secondsAfter(STEPS[0], -DAY - 1);
      expect(await ledger.dispatch.queueUntil(secondsAfter(time.now, DAY))).toEqual([]);
      time.now = secondsAfter(STEPS[0], -DAY);
      const { id } = await firstStep(ledger);
      const waiting = { id, nextTryAt: STEPS[0], attempts: 0 };
      const scan = () => ledger.dispatch.queueUntil(secondsAfter(time.now, DAY));
      expect(await scan()).toEqual([{ ...waiting, queuedBefore: false }]);
      expect(await scan()).toEqual([{ ...waiting, queuedBefore: true }]);
      expect(await stateOf(ledger, id)).toMatchObject({ state: 'queued' });
    }));

  it(
    'is found whole, also when it is more than one page',
    () =>
      withLedger(async ({ ledger, time }) => {
        const { partnership } = await walked(ledger);
        await Promise.all(Array.from({ length: 601 }, () => ledger.writer.submit(handOver(partnership))));
        const waiting = await ledger.dispatch.queueUntil(time.now);
        expect(waiting.length).toBe((await lines(ledger, { state: 'queued' })).length);
        expect(waiting.length).toBeGreaterThan(1000);
        expect(new Set(waiting.map(({ id }) => id)).size).toBe(waiting.length);
      }),
    60_000,
  );

  it('is after a long stop only the last step that is due, not the whole series', () =>
    withLedger(async ({ ledger, time }) => {
      await reminded(ledger);
      const { id: first } = await firstStep(ledger);
      time.now = STEPS[1];
      expect(await ledger.dispatch.claim(first, 'w', lease(time.now))).toBeUndefined();
      const waiting = await ledger.dispatch.queueUntil(time.now);
      const states = (await lines(ledger, { kind: 'gesprek' })).map(({ state }) => state);
      expect(states).toEqual(['superseded', 'queued', 'planned']);
      expect(waiting).toHaveLength(1);
    }));
});

describe('a reminder', () => {
  it('never goes out before its moment, also not when the clock is set back', () =>
    withLedger(async ({ ledger, time }) => {
      await reminded(ledger);
      const { id } = await firstStep(ledger);
      time.now = secondsAfter(STEPS[0], -0.001);
      expect(await ledger.dispatch.claim(id, 'w', lease(time.now))).toBeUndefined();
      time.now = STEPS[0];
      const claim = await claimed(ledger, id, 'w', lease(time.now));
      time.now = secondsAfter(STEPS[0], -DAY);
      await ledger.dispatch.failed(claim, { channel: 'x', error: 'x', nextTryAt: secondsAfter(time.now, 60) });
      time.now = secondsAfter(time.now, 61);
      expect(await ledger.dispatch.claim(id, 'w', lease(time.now))).toBeUndefined();
      expect(await stateOf(ledger, id)).toMatchObject({ state: 'failed', nextTryAt: STEPS[0] });
    }));

  it('is for one of all who ask for it, in this process and in another', () =>
    withLedger(async ({ ledger, time, again }) => {
      const other = await again();
      await reminded(ledger);
      const { id } = await firstStep(ledger);
      time.now = STEPS[0];
      const asked = Array.from({ length: 10 }, (_, i) =>
        (i % 2 ? ledger : other).dispatch.claim(id, `w${i}`, lease(time.now)),
      );
      const got = (await Promise.all(asked)).filter((claim) => claim !== undefined);
      expect(got).toHaveLength(1);
      expect(await stateOf(ledger, id)).toMatchObject({ state: 'sending', attempts: 1, worker: got[0]?.worker });
      await other.close();
    }));

  it('that was sent stays so, with the attempt and what the other side calls it', () =>
    withLedger(async ({ ledger, time }) => {
      await reminded(ledger);
      const { id } = await firstStep(ledger);
      time.now = STEPS[0];
      const claim = await claimed(ledger, id, 'w', lease(time.now));
      expect(claim).toMatchObject({ organisationName: HERE, worker: 'w', why: { cadence: 'gesprek' } });
      expect(await ledger.dispatch.sent(claim, { channel: 'smtp', reference: '250 OK' })).toBe(true);
      expect(await ledger.dispatch.sent(claim, { channel: 'smtp' })).toBe(false);
      expect(await ledger.dispatch.claim(id, 'w', lease(time.now))).toBeUndefined();
      const { reminder, attempts } = await ledger.reminders.get(HERE, id);
      expect(reminder).toMatchObject({ state: 'sent', sentAt: STEPS[0], leaseUntil: null });
      expect(attempts).toMatchObject([{ number: 1, outcome: 'sent', channel: 'smtp', reference: '250 OK' }]);
    }));

  it('that failed waits for its next try; one without a next try is dead until somebody asks', () =>
    withLedger(async ({ ledger, time }) => {
      await reminded(ledger);
      const { id } = await firstStep(ledger);
      time.now = STEPS[0];
      const nextTryAt = secondsAfter(time.now, 60);
      const failure = { channel: 'smtp', error: 'niet bereikbaar' };
      await ledger.dispatch.failed(await claimed(ledger, id, 'w', lease(time.now)), { ...failure, nextTryAt });
      expect(await stateOf(ledger, id)).toMatchObject({ state: 'failed', nextTryAt, lastError: 'niet bereikbaar' });
      expect(await ledger.dispatch.claim(id, 'w', lease(time.now))).toBeUndefined();
      time.now = nextTryAt;
      await ledger.dispatch.failed(await claimed(ledger, id, 'w', lease(time.now)), failure);
      expect(await stateOf(ledger, id)).toMatchObject({ state: 'dead', attempts: 2, tries: 2 });
      expect(await ledger.dispatch.dead()).toBe(1);
      const retry = {
        organisation: HERE,
        id,
        act: { act: 'retry' },
        actorId: ACTOR.id,
        reason: 'adres hersteld',
      } as const;
      await ledger.reminders.act(retry);
      const claim = await claimed(ledger, id, 'w', lease(time.now));
      expect(claim.reminder).toMatchObject({ attempts: 3, tries: 1 });
    }));

  it('is offered to no channel that has taken it already', () =>
    withLedger(async ({ ledger, time }) => {
      await reminded(ledger);
      const { id } = await firstStep(ledger);
      time.now = STEPS[0];
      const claim = await claimed(ledger, id, 'w', lease(time.now));
      expect(claim.takenBy.size).toBe(0);
      for (let i = 0; i < 2; i++) await ledger.dispatch.handedOver(claim, { channel: 'smtp', reference: '250' });
      await ledger.dispatch.failed(claim, { channel: 'webhook', error: '503', nextTryAt: time.now });
      expect([...(await claimed(ledger, id, 'w', lease(time.now))).takenBy]).toEqual([['smtp', '250']]);
    }));
});

describe('two that go out side by side', () => {
  it('do so, also when somebody moves the one that has the higher number', () =>
    withLedger(async ({ ledger, time }) => {
      const { partnership } = await walked(ledger);
      await ledger.writer.submit(handOver(partnership));
      const told = await lines(ledger, { kind: 'coordinatorOvergedragen' });
      const [first, second] = [0, 1].map((number) => found(told.find(({ step }) => step === number))) as [Line, Line];
      const dueAt = secondsAfter(time.now, 60);
      const command = { organisation: HERE, id: second.id, actorId: ACTOR.id, reason: 'proef' };
      await ledger.reminders.act({ ...command, act: { act: 'reschedule', dueAt } });
      time.now = dueAt;
      await ledger.dispatch.queueUntil(time.now);
      for (const { id } of [first, second])
        expect(await ledger.dispatch.claim(id, 'w', lease(time.now))).toMatchObject({ reminder: { id } });
    }));
});

describe('a worker that does not come back', () => {
  it('loses its claim when the lease ends, which counts as a try; the next worker gets it', () =>
    withLedger(async ({ ledger, time }) => {
      await reminded(ledger);
      const { id } = await firstStep(ledger);
      time.now = STEPS[0];
      const claim = await claimed(ledger, id, 'w1', lease(time.now));
      expect(await ledger.dispatch.reap(() => time.now)).toBe(0);
      time.now = lease(time.now);
      const tries: number[] = [];
      expect(await ledger.dispatch.reap((count) => (tries.push(count), time.now))).toBe(1);
      expect(tries).toEqual([1]);
      const next = await claimed(ledger, id, 'w1', lease(time.now));
      // The first one wakes up after all: too late, even under the same name.
      expect(await ledger.dispatch.failed(claim, { channel: 'x', error: 'x' })).toBe(false);
      expect(await ledger.dispatch.sent(claim, { channel: 'x' })).toBe(false);
      expect(await ledger.dispatch.sent(next, { channel: 'smtp' })).toBe(true);
      const { attempts } = await ledger.reminders.get(HERE, id);
      expect(attempts.map(({ outcome }) => outcome)).toEqual(['lost', 'sent']);
    }));

  it('again and again is looked at by somebody in the end', () =>
    withLedger(async ({ ledger, time }) => {
      await reminded(ledger);
      const { id } = await firstStep(ledger);
      time.now = STEPS[0];
      await claimed(ledger, id, 'w', lease(time.now));
      time.now = lease(time.now);
      await ledger.dispatch.reap(never);
      expect(await stateOf(ledger, id)).toMatchObject({
        state: 'dead',
        lastError: expect.stringContaining('Proces w kwam niet op tijd terug'),
      });
    }));

  it('is not waited for till a year that a wrong clock once named', () =>
    withLedger(async ({ ledger, time }) => {
      await reminded(ledger);
      const { id } = await firstStep(ledger);
      time.now = secondsAfter(STEPS[0], 300 * DAY);
      for (const { id: other } of await lines(ledger)) if (other !== id) await skip(ledger, other);
      await claimed(ledger, id, 'w', lease(time.now));
      time.now = STEPS[0];
      expect(await ledger.dispatch.reap(() => time.now)).toBe(1);
      await claimed(ledger, id, 'w', lease(time.now));
    }));
});

async function skip(ledger: Ledger, id: string): Promise<void> {
  await ledger.reminders.act({ organisation: HERE, id, act: { act: 'skip' }, actorId: ACTOR.id, reason: 'proef' });
}

describe('work for one process at a time', () => {
  it('belongs to who took it first, until the lease ends or is given back', () =>
    withLedger(async ({ ledger, again }) => {
      const other = await again();
      const [t0, t30, t31] = [0, 30, 31].map((seconds) => secondsAfter(STEPS[0], seconds)) as [string, string, string];
      expect(await ledger.leases.take('scan', 'a', t0, t30)).toBe(true);
      expect(await other.leases.take('scan', 'b', t0, t30)).toBe(false);
      expect(await ledger.leases.take('scan', 'a', t0, t30)).toBe(true);
      expect(await other.leases.take('scan', 'b', t30, t31)).toBe(true);
      await ledger.leases.giveBack('scan', 'a');
      expect(await ledger.leases.take('scan', 'a', t30, t31)).toBe(false);
      await other.leases.giveBack('scan', 'b');
      expect(await ledger.leases.take('scan', 'a', t30, t31)).toBe(true);
      await other.close();
    }));

  it('is free again when a wrong clock once took it for years', () =>
    withLedger(async ({ ledger }) => {
      const later = secondsAfter(STEPS[0], 365 * DAY);
      expect(await ledger.leases.take('scan', 'a', later, secondsAfter(later, 30))).toBe(true);
      expect(await ledger.leases.take('scan', 'b', STEPS[0], secondsAfter(STEPS[0], 30))).toBe(true);
    }));
});
