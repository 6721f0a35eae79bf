import { describe, expect, it } from '@jest/globals';
import { type Ledger } from '../ledger.js';
import { ACTOR, step, walked } from '../testing/partnerships.js';
import { ELSEWHERE, HERE, withLedger } from '../testing/workbench.js';

const GIVEN = ['coordinatorOverdragen'];
const reason = 'Gaat met verlof';
const move = { organisation: HERE, actor: ACTOR, to: 'Youssef Amrani', reason };

/** Name of the coordinator of a partnership. */
async function coordinatorOf(ledger: Ledger, id: string): Promise<string | undefined> {
  const { partnership } = await ledger.partnerships.get(HERE, id);
  return (await ledger.subjects.shown(HERE, partnership, 'nl')).coordinator;
}

async function two(ledger: Ledger): Promise<{ first: string; second: string; from: string }> {
  const [first, second] = [await walked(ledger, GIVEN), await walked(ledger, GIVEN)];
  return {
    first: first.partnership,
    second: second.partnership,
    from: (await coordinatorOf(ledger, first.partnership)) ?? '',
  };
}

describe('the work of a coordinator', () => {
  it('goes to another, one event in each history, and the log says how many', () =>
    withLedger(async ({ ledger }) => {
      const { first, second, from } = await two(ledger);
      const outcomes = await ledger.handovers.carryOut({ ...move, from });
      expect(outcomes.map(({ partnership, refused }) => [partnership, refused])).toEqual([
        [second, undefined],
        [first, undefined],
      ]);
      for (const id of [first, second]) {
        expect(await coordinatorOf(ledger, id)).toBe('Youssef Amrani');
        const last = (await ledger.histories.all(HERE, id)).at(-1);
        expect(last?.event).toBe('coordinatorOverdragen');
      }
      expect((await ledger.audit.page(HERE, { action: 'handover.done' }, 10)).map(({ details }) => details)).toEqual([
        { partnerships: 2, refused: 0 },
      ]);
      expect(await ledger.handovers.carryOut({ ...move, from })).toEqual([]);
    }));

  it('can be looked at first, and narrowed to some; what is over stays with who did it', () =>
    withLedger(async ({ ledger }) => {
      const { first, second, from } = await two(ledger);
      await ledger.writer.submit(step(second, 'beeindigen'));
      expect((await ledger.handovers.rehearse({ ...move, from })).map(({ partnership }) => partnership)).toEqual([
        first,
      ]);
      expect(await coordinatorOf(ledger, first)).toBe(from);
      expect(await ledger.handovers.carryOut({ ...move, from, partnerships: [second] })).toEqual([]);
      expect(await ledger.handovers.carryOut({ ...move, organisation: ELSEWHERE, from })).toEqual([]);
      expect(await coordinatorOf(ledger, first)).toBe(from);
    }));

  it('of some partnerships goes, whoever did it, and to the back-up of each who then changes places', () =>
    withLedger(async ({ ledger }) => {
      const { first, second, from } = await two(ledger);
      await ledger.handovers.carryOut({ ...move, to: 'Fatima', backup: 'Joris', partnerships: [first] });
      expect(await coordinatorOf(ledger, first)).toBe('Fatima');
      const back = { organisation: HERE, actor: ACTOR, reason, partnerships: [first] };
      expect((await ledger.handovers.rehearse(back)).map(({ to, refused }) => [to, refused])).toEqual([
        ['Joris', undefined],
      ]);
      await ledger.handovers.carryOut(back);
      const { partnership } = await ledger.partnerships.get(HERE, first);
      const now = await ledger.subjects.shown(HERE, partnership, 'nl');
      expect([now.coordinator, now.backup]).toEqual(['Joris', 'Fatima']);
      expect(await coordinatorOf(ledger, second)).toBe(from);
      expect(await ledger.handovers.carryOut({ organisation: HERE, actor: ACTOR, reason })).toEqual([]);
    }));

  it('is left alone when it changed after somebody looked, so that asking twice does not change places twice', () =>
    withLedger(async ({ ledger, time }) => {
      const { first } = await two(ledger);
      const unchangedSince = time.now;
      time.now = '2026-09-01T09:00:00.000Z';
      const back = { organisation: HERE, actor: ACTOR, reason, partnerships: [first], unchangedSince };
      const refusals = async () => (await ledger.handovers.carryOut(back)).map(({ refused }) => refused?.code);
      expect(await refusals()).toEqual([undefined]);
      const now = await coordinatorOf(ledger, first);
      expect(await refusals()).toEqual(['changed-meanwhile']);
      expect(await coordinatorOf(ledger, first)).toBe(now);
    }));

  it('stays where it is when it is to go to a back-up who is not there', () =>
    withLedger(async ({ ledger }) => {
      const { partnership } = await walked(ledger, []);
      const outcomes = await ledger.handovers.carryOut({
        organisation: HERE,
        actor: ACTOR,
        reason,
        partnerships: [partnership],
      });
      expect(outcomes.map(({ refused }) => refused?.code)).toEqual(['backup-missing']);
    }));

  it('is refused for each with the reason, when the lifecycle does not let this role do it', () =>
    withLedger(async ({ ledger }) => {
      const { first, from } = await two(ledger);
      const actor = { id: 'x', roles: ['opdrachtnemer'] as const };
      const outcomes = await ledger.handovers.carryOut({ ...move, actor, from });
      expect(outcomes.map(({ refused }) => refused?.code)).toEqual(['not-allowed', 'not-allowed']);
      expect(await coordinatorOf(ledger, first)).toBe(from);
    }));
});
