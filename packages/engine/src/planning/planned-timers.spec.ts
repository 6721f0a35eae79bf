import { describe, expect, it } from '@jest/globals';
import { type Partnership, type Timer } from '../model.js';
import { monitoredSince, spoken } from '../testing/cadences.js';
import { monitoringEvery, permissive, shipped } from '../testing/packs.js';
import { acceptances, after, begun, LIFECYCLES, TO_MONITORING, type Told } from '../testing/partnerships.js';
import { plannedTimers } from './planned-timers.js';
import { timerChanges } from './timer-changes.js';

const quarterly = monitoringEvery(3);
const at = (date: string) => `${date}T10:00:00.000Z`;

const due = (partnership: Partnership, kind: Timer['kind'], policy = quarterly) =>
  plannedTimers(partnership, policy)
    .filter((timer) => timer.kind === kind)
    .map(({ dueOn }) => dueOn);
const stated = (jaar: number, on: string): Told => ['jaaropgaveOntvangen', { jaar, ontvangenOp: on }, at(on)];
const changesAfter = (partnership: Partnership, told: readonly Told[], policy = quarterly) =>
  acceptances(partnership, told, policy).at(-1)?.timers;

describe.each(LIFECYCLES)('the conversation in %s', (lifecycle) => {
  it('is not planned before monitoring', () => {
    expect(plannedTimers(begun({ lifecycle }), quarterly)).toEqual([]);
  });

  it('is due by the end of each quarter, one after the other', () => {
    let partnership = monitoredSince('2024-02-10', { lifecycle });
    expect(due(partnership, 'gesprek')).toEqual(['2024-03-31']);
    for (const [held, next] of [
      ['2024-03-01', '2024-06-30'],
      ['2024-06-30', '2024-09-30'],
      ['2024-07-01', '2024-12-31'],
      ['2024-12-20', '2025-03-31'],
    ] as const) {
      partnership = after(partnership, [spoken(held)], quarterly);
      expect(due(partnership, 'gesprek')).toEqual([next]);
    }
  });

  it('stays due when a quarter passes without it', () => {
    const partnership = monitoredSince('2024-02-10', { lifecycle });
    const later = after(partnership, [['evaluatieVastleggen', {}, at('2025-08-01')]], quarterly);
    expect(due(later, 'gesprek')).toEqual(['2024-03-31']);
  });

  it('comes as often as the pack says', () => {
    const partnership = monitoredSince('2024-02-10', { lifecycle });
    expect(due(partnership, 'gesprek', monitoringEvery(1))).toEqual(['2024-02-29']);
    expect(due(partnership, 'gesprek', monitoringEvery(6))).toEqual(['2024-06-30']);
    expect(due(partnership, 'gesprek', monitoringEvery(12))).toEqual(['2024-12-31']);
    expect(due(partnership, 'gesprek', permissive)).toEqual([]);
    const held = after(partnership, [spoken('2024-12-02', '2024-12-02')], quarterly);
    expect(due(held, 'gesprek', monitoringEvery(1))).toEqual(['2025-01-31']);
    expect(due(held, 'gesprek', monitoringEvery(6))).toEqual(['2025-06-30']);
  });

  it('is no longer planned for periods after the contract has ended', () => {
    const partnership = monitoredSince('2024-02-10', { lifecycle, einde: '2024-06-30' });
    expect(due(after(partnership, [spoken('2024-03-04')], quarterly), 'gesprek')).toEqual(['2024-06-30']);
    expect(due(after(partnership, [spoken('2024-04-02', '2024-04-02')], quarterly), 'gesprek')).toEqual([]);
  });

  it('is planned again when the contract is extended', () => {
    const partnership = monitoredSince('2024-02-10', { lifecycle, einde: '2024-06-30' });
    const extended: Told = ['contractVerlengen', { contractEinde: '2025-06-30' }, at('2024-05-01')];
    expect(due(after(partnership, [spoken('2024-04-02', '2024-04-02'), extended], quarterly), 'gesprek')).toEqual([
      '2024-09-30',
    ]);
  });
});

describe.each(LIFECYCLES)('the yearly statement in %s', (lifecycle) => {
  it('over 2023 is due on 29 February 2024, over 2024 on 28 February 2025', () => {
    const partnership = monitoredSince('2023-03-10', { lifecycle });
    expect(due(partnership, 'jaaropgave')).toEqual(['2024-02-29']);
    expect(due(after(partnership, [stated(2023, '2024-02-01')], quarterly), 'jaaropgave')).toEqual(['2025-02-28']);
  });

  it('is asked over the last year of the contract, and not after', () => {
    const partnership = monitoredSince('2024-02-10', { lifecycle, einde: '2025-06-30' });
    const first = after(partnership, [stated(2024, '2025-02-01')], quarterly);
    expect(due(first, 'jaaropgave')).toEqual(['2026-02-28']);
    expect(due(after(first, [stated(2025, '2026-02-01')], quarterly), 'jaaropgave')).toEqual([]);
  });

  it('follows the term of the pack', () => {
    const partnership = monitoredSince('2024-02-10', { lifecycle });
    expect(due(partnership, 'jaaropgave', monitoringEvery(3, 3))).toEqual(['2025-03-31']);
    expect(due(partnership, 'jaaropgave', permissive)).toEqual([]);
  });

  it('over a year before a suspension is still asked after it', () => {
    const partnership = monitoredSince('2024-02-10', { lifecycle });
    const resumed = after(
      partnership,
      [
        ['opschorten', {}, at('2024-11-01')],
        ['hervatten', {}, at('2025-02-01')],
      ],
      quarterly,
    );
    expect(due(resumed, 'jaaropgave')).toEqual(['2025-02-28']);
  });
});

describe('a partnership that stands still', () => {
  const partnership = monitoredSince('2024-02-10');

  it('has no timers, and has them back when it goes on', () => {
    const suspended = changesAfter(partnership, [['opschorten', {}, at('2024-03-01')]]);
    expect(suspended).toEqual({ set: [], cancel: plannedTimers(partnership, quarterly), open: [] });
    const resumed = changesAfter(partnership, [
      ['opschorten', {}, at('2024-03-01')],
      ['hervatten', {}, at('2024-08-15')],
    ]);
    expect(resumed?.cancel).toEqual([]);
    expect(resumed?.set.map(({ kind, dueOn }) => [kind, dueOn])).toEqual([
      ['gesprek', '2024-09-30'],
      ['jaaropgave', '2025-02-28'],
    ]);
  });

  it('is not asked again for the conversation it already had in the quarter in which it goes on', () => {
    const resumed = after(
      partnership,
      [spoken('2024-02-20'), ['opschorten', {}, at('2024-03-01')], ['hervatten', {}, at('2024-03-15')]],
      quarterly,
    );
    expect(due(resumed, 'gesprek')).toEqual(['2024-06-30']);
  });

  it('is not asked for the conversations of the quarters in which it stood still', () => {
    const resumed = after(
      partnership,
      [spoken('2024-02-20'), ['opschorten', {}, at('2024-03-01')], ['hervatten', {}, at('2024-12-15')]],
      quarterly,
    );
    expect(due(resumed, 'gesprek')).toEqual(['2024-12-31']);
  });

  it('has none after it was completed or ended', () => {
    for (const event of ['afronden', 'beeindigen']) {
      const changes = changesAfter(partnership, [event]);
      expect(changes).toEqual({ set: [], cancel: plannedTimers(partnership, quarterly), open: [] });
    }
  });
});

describe('step 9 of the lifecycle of 2019', () => {
  const partnership = monitoredSince('2024-02-10', { lifecycle: 'stappenplan-2019' });
  const nearing: Told = ['eindeContractNaderen', {}, at('2025-01-20')];

  it('goes on with the same timers', () => {
    const before = after(partnership, [spoken('2024-12-02', '2024-12-02')], quarterly);
    const next = after(before, [nearing], quarterly);
    expect(next.states).toEqual(['aanpakBijAanbestedingen']);
    expect(plannedTimers(next, quarterly)).toEqual(plannedTimers(before, quarterly));
  });

  it('does not ask again for a conversation that was held earlier in the quarter', () => {
    expect(due(after(partnership, [spoken('2025-01-10', '2025-01-10'), nearing], quarterly), 'gesprek')).toEqual([
      '2025-06-30',
    ]);
  });
});

describe('changes of timers', () => {
  const partnership = monitoredSince('2024-02-10');
  const [conversation, statement] = plannedTimers(partnership, quarterly);

  it('are what is new and what is gone, never what stays', () => {
    const changes = changesAfter(partnership, [spoken('2024-03-01')]);
    expect(changes?.cancel).toEqual([conversation]);
    expect(changes?.set).toMatchObject([{ kind: 'gesprek', dueOn: '2024-06-30' }]);
    expect(changes?.open).toEqual([...(changes?.set ?? []), statement]);
  });

  it('are none for an event that has nothing to do with them', () => {
    expect(changesAfter(partnership, ['evaluatieVastleggen'])).toMatchObject({ set: [], cancel: [] });
    expect(changesAfter(partnership, ['coordinatorOverdragen'])).toMatchObject({ set: [], cancel: [] });
  });

  it('give every occurrence a name of its own, the same each time', () => {
    const early: Told = ['gesprekVastleggen', { datum: '2024-03-01' }, at('2024-03-01')];
    const conversations = [conversation, ...plannedTimers(after(partnership, [early], quarterly), quarterly)];
    expect(new Set(conversations.map((timer) => timer?.occurrence)).size).toBe(conversations.length);
    expect(plannedTimers(partnership, quarterly)).toEqual([conversation, statement]);
  });

  it('cancel and set when only the due date moves', () => {
    const moved: Timer = { kind: 'jaaropgave', occurrence: '2024', dueOn: '2025-03-31' };
    const before: Timer = { ...moved, dueOn: '2025-02-28' };
    expect(timerChanges([before], [moved])).toEqual({ set: [moved], cancel: [before], open: [moved] });
  });

  it('come with the first step into monitoring under the shipped pack', () => {
    const policy = shipped('basis');
    const path = TO_MONITORING['stappenplan-2020'] ?? [];
    const all = acceptances(begun({ policy }), path, policy).map(({ timers }) => timers);
    expect(new Set(all.slice(0, -1).flatMap(({ open }) => open.map(({ kind }) => kind)))).toEqual(
      new Set(['stilstand']),
    );
    expect(all.at(-1)?.set.map(({ kind }) => kind)).toEqual(['gesprek', 'rapportage', 'jaaropgave']);
    expect(all.at(-1)?.cancel.map(({ occurrence }) => occurrence)).toEqual(['realisatie.rolverdeling-2024-03-04']);
  });
});
