import { describe, expect, it } from '@jest/globals';
import { sampleData } from '@samenwerkt/engine';
import { ACTOR, beginning, handOver, LIFECYCLE, step, TO_MONITORING } from '../testing/partnerships.js';
import { remindingPack } from '../testing/reminding-pack.js';
import { claimed, firstStep, lines, reminded, STEPS } from '../testing/reminders.js';
import { HERE, withLedger } from '../testing/workbench.js';
import { type Ledger } from '../ledger.js';

const UNTIL = '2026-12-01T00:00:00.000Z';

/** State, step and recipient of each reminder about the conversation, earliest first. */
async function course(ledger: Ledger): Promise<unknown[]> {
  return (await lines(ledger, { kind: 'gesprek' })).map(({ state, step: number, recipient, dueAt }) => [
    state,
    number,
    recipient,
    dueAt,
  ]);
}

const courseOf = (...states: readonly string[]) => [
  [states[0], 0, 'coordinator', STEPS[0]],
  [states[1], 1, 'backup', STEPS[1]],
  [states[2], 2, 'contractmanager', STEPS[2]],
];

async function send(ledger: Ledger, id: string): Promise<void> {
  const claim = await claimed(ledger, id, 'w', UNTIL);
  expect(await ledger.dispatch.sent(claim, { channel: 'eml' })).toBe(true);
}

/** The conversation took place. */
const talked = (partnership: string) =>
  step(partnership, 'gesprekVastleggen', {
    data: { ...sampleData(LIFECYCLE, 'gesprekVastleggen'), datum: '2026-03-10' },
  });

describe('a moment of the cadence', () => {
  it('becomes a reminder and an escalation for each step, at 09:00 in Amsterdam in winter and in summer', () =>
    withLedger(async ({ ledger }) => {
      await reminded(ledger);
      expect(await course(ledger)).toEqual(courseOf('planned', 'planned', 'planned'));
    }));

  it('is kept with the reason why: title, parameters with their source, and the pack', () =>
    withLedger(async ({ ledger }) => {
      await reminded(ledger);
      const { why } = await ledger.reminders.get(HERE, (await firstStep(ledger)).id);
      expect(why).toMatchObject({
        title: { nl: 'Gesprek' },
        event: 'borgingVaststellen',
        sequence: 8,
        cadence: 'gesprek',
        pack: { name: 'herinnerend', version: '1.0.0' },
      });
      expect(why.parameters).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ name: 'vooraf', source: expect.objectContaining({ page: 'p. 2' }) }),
        ]),
      );
    }));

  it('that has been met cancels what was still to go out, and plans the next', () =>
    withLedger(async ({ ledger, time }) => {
      const partnership = await reminded(ledger);
      time.now = STEPS[0];
      await send(ledger, (await firstStep(ledger)).id);
      await ledger.writer.submit(talked(partnership));
      const [first, second, third, ...next] = await course(ledger);
      expect([first, second, third]).toEqual(courseOf('sent', 'cancelled', 'cancelled'));
      expect(next).toHaveLength(3);
      expect(await lines(ledger, { state: 'cancelled' })).toMatchObject([{ closedBy: 9 }, { closedBy: 9 }]);
    }));

  it('that is met while its reminder is being sent: a failure is not tried again, a delivery is on record', () =>
    withLedger(async ({ ledger, time }) => {
      for (const outcome of ['failed', 'sent'] as const) {
        time.now = '2026-03-02T09:00:00.000Z';
        const partnership = await reminded(ledger);
        time.now = STEPS[0];
        const [mine] = await lines(ledger, { kind: 'gesprek', partnership, from: STEPS[0] });
        const claim = await claimed(ledger, String(mine?.id), 'w', UNTIL);
        await ledger.writer.submit(talked(partnership));
        const ended =
          outcome === 'sent'
            ? await ledger.dispatch.sent(claim, { channel: 'smtp', reference: '250' })
            : await ledger.dispatch.failed(claim, { channel: 'smtp', error: 'x', nextTryAt: STEPS[0] });
        expect(ended).toBe(false);
        const { reminder, attempts } = await ledger.reminders.get(HERE, String(mine?.id));
        expect(reminder).toMatchObject({ state: 'cancelled', sentAt: outcome === 'sent' ? STEPS[0] : null });
        expect(attempts).toMatchObject([{ outcome, channel: 'smtp' }]);
      }
    }));

  it('rests with its partnership: what was not sent is planned anew, what was sent is not', () =>
    withLedger(async ({ ledger, time }) => {
      const partnership = await reminded(ledger);
      time.now = STEPS[0];
      await send(ledger, (await firstStep(ledger)).id);
      for (let round = 0; round < 2; round++) {
        await ledger.writer.submit(step(partnership, 'opschorten'));
        const waiting = await lines(ledger, { kind: 'gesprek', state: 'planned' });
        expect(waiting.map(({ purpose, recipient }) => [purpose, recipient])).toEqual([['calledOff', 'coordinator']]);
        await ledger.writer.submit(step(partnership, 'hervatten'));
        const over = ['cancelled', 'superseded'];
        const alive = (await lines(ledger, { kind: 'gesprek' })).filter(({ state }) => !over.includes(state));
        expect(alive.map(({ state, step: number }) => [state, number])).toEqual([
          ['sent', 0],
          ['planned', 1],
          ['planned', 2],
        ]);
      }
    }));

  it('is planned once more by a rebuild only where the rebuild sets it anew; what went out does not go out again', () =>
    withLedger(async ({ ledger, time, raw }) => {
      const partnership = await reminded(ledger);
      time.now = STEPS[0];
      await send(ledger, (await firstStep(ledger)).id);
      const before = await raw.rows('SELECT * FROM reminder ORDER BY id');
      await ledger.caretaker.rebuild(HERE, partnership);
      expect(await raw.rows('SELECT * FROM reminder ORDER BY id')).toEqual(before);
      await raw.damage(`UPDATE timer SET due_on = '2020-01-01' WHERE kind = 'gesprek'`);
      await ledger.caretaker.rebuild(HERE, partnership);
      const alive = (await lines(ledger, { kind: 'gesprek' })).filter(({ state }) => state !== 'superseded');
      expect(alive.map(({ state, step: number }) => [state, number])).toEqual([
        ['sent', 0],
        ['planned', 1],
        ['planned', 2],
      ]);
    }));
});

describe('an event that people are told of', () => {
  it('is told to each of them: nobody is passed over for another', () =>
    withLedger(async ({ ledger, time }) => {
      await reminded(ledger).then((partnership) => ledger.writer.submit(handOver(partnership)));
      await ledger.dispatch.queueUntil(time.now);
      const told = await lines(ledger, { kind: 'coordinatorOvergedragen' });
      expect(told).toMatchObject([
        { state: 'queued', step: 0 },
        { state: 'queued', step: 1 },
      ]);
      for (const { id } of told) await send(ledger, id);
    }));

  it('that is only taken over from elsewhere is on record, and told to nobody', () =>
    withLedger(async ({ ledger }) => {
      await ledger.shelf.add(HERE, remindingPack());
      const old = (event: string, day: number) => ({
        organisation: HERE,
        actor: ACTOR,
        event,
        data: sampleData(LIFECYCLE, event),
        at: `2024-05-0${day}T09:00:00.000Z`,
      });
      const events = [...TO_MONITORING.slice(0, 2), 'coordinatorOverdragen'].map((event, i) => old(event, i + 2));
      await ledger.writer.takeOver([{ start: beginning({ at: '2024-05-01T09:00:00.000Z' }), events }]);
      const told = await lines(ledger, { kind: 'coordinatorOvergedragen' });
      expect(told.map(({ state }) => state)).toEqual(['skipped', 'skipped']);
    }));
});
