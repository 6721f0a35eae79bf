import { describe, expect, it } from '@jest/globals';
import { lifecycle, lifecycles } from './lifecycles.js';

describe('the graph of a lifecycle', () => {
  it.each([...lifecycles.values()])(
    'of $id has every state of the catalogue once, and only those',
    ({ graph, states }) => {
      expect(graph.states.map(({ id }) => id).sort()).toEqual([...states.keys()].sort());
    },
  );

  it.each([...lifecycles.values()])(
    'of $id has every event, between states that exist',
    ({ graph, states, events }) => {
      const used = new Set(graph.transitions.flatMap(({ event }) => event ?? []));
      expect([...used].sort()).toEqual([...events.keys()].sort());
      const ends = graph.transitions.flatMap(({ from, to }) => [...from, ...to]);
      expect(ends.filter((id) => !states.has(id))).toEqual([]);
    },
  );

  it.each([...lifecycles.values()])('of $id can be walked as the machine walks', ({ graph, ...machine }) => {
    const first = machine.start().states[0] ?? '';
    for (const { event, from } of graph.transitions) {
      if (event !== null && from.includes(first)) expect(machine.accepts(machine.start(), event)).toBe(true);
    }
    for (const event of machine.events.keys()) {
      const isDrawn = graph.transitions.some((one) => one.event === event && one.from.includes(first));
      expect([event, isDrawn]).toEqual([event, machine.accepts(machine.start(), event)]);
    }
  });

  const { states, transitions } = lifecycle('stappenplan-2020').graph;
  const laneOf = (id: string) => states.find((state) => state.id === id)?.lane;

  it('puts what runs beside each other in lanes of its own', () => {
    expect(laneOf('draagvlak')).toBe('');
    expect(laneOf('verkenning.aanbesteding.gunning')).toBe('loopt.verkenning.aanbesteding');
    expect(laneOf('verkenning.bestaandeOvereenkomst.keuze')).toBe('loopt.verkenning.bestaandeOvereenkomst');
    expect(laneOf('borging.beleid.open')).toBe(laneOf('borging.bestuur.gereed'));
  });

  it('tells what follows by itself from what somebody records', () => {
    const onward = transitions.filter(({ event }) => event === null);
    expect(onward).toContainEqual({
      event: null,
      from: ['verkenning.aanbesteding.gegund', 'verkenning.bestaandeOvereenkomst.bereid'],
      to: ['realisatie.potentieleBanen'],
    });
  });

  it('gives a way out of a whole part of the chart all the states of that part', () => {
    const [suspending] = transitions.filter(({ event }) => event === 'opschorten');
    expect(suspending?.to).toEqual(['opgeschort']);
    expect(suspending?.from).toContain('werkgroep');
    expect(suspending?.from).not.toContain('afgewezen');
  });
});
