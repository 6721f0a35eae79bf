import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { lifecycle as lifecycleOf } from './lifecycles.js';
import { type Lifecycle, type Position } from './model.js';
import { stappenplan2019 } from './stappenplan-2019/index.js';
import { stappenplan2020 } from './stappenplan-2020/index.js';
import { compile } from './statechart.js';
import { explore, variants, type Step } from './testing/reachable.js';

type Move = Pick<Step, 'event' | 'data'>;

const each = [stappenplan2020, stappenplan2019].map(({ id, chart }) => {
  const lifecycle = lifecycleOf(id);
  return { id, chart, lifecycle, ...explore(lifecycle) };
});

describe.each(each)('the positions of $id', ({ id, chart, lifecycle, positions, steps }) => {
  it('reach every state of the catalogue, the ends included', () => {
    const reached = new Set(positions.flatMap(({ states }) => states));
    expect([...reached].toSorted()).toEqual([...lifecycle.states.keys()].toSorted());
  });

  it('let every event happen somewhere and refuse it somewhere else', () => {
    for (const event of lifecycle.events.keys()) {
      expect(steps.some((step) => step.event === event)).toBe(true);
      const refused = positions.filter((from) =>
        variants(lifecycle, event).every((data) => !lifecycle.move(from, event, data)),
      );
      expect(refused.length).toBeGreaterThan(0);
    }
  });

  it('accept an event exactly where some data makes it happen', () => {
    for (const from of positions) {
      for (const event of lifecycle.events.keys()) {
        const happens = steps.some((step) => step.from === from && step.event === event);
        expect([from.persisted, event, lifecycle.accepts(from, event)]).toEqual([from.persisted, event, happens]);
      }
    }
  });

  it('are done exactly in a final state, and then accept nothing', () => {
    for (const { states, done } of positions)
      expect(states.some((state) => lifecycle.states.get(state)?.final)).toBe(done);
    expect(steps.filter(({ from }) => from.done)).toEqual([]);
  });

  it('always leave a way to an end', () => {
    const leading = new Set(positions.filter(({ done }) => done).map(({ persisted }) => persisted));
    for (let size = -1; size !== leading.size;) {
      size = leading.size;
      for (const { from, to } of steps) if (leading.has(to.persisted)) leading.add(from.persisted);
    }
    expect(leading.size).toBe(positions.length);
  });

  it('are found back, exactly, after suspending and resuming', () => {
    const running = positions.filter(({ states, done }) => !done && !states.includes('opgeschort'));
    for (const position of running) {
      const suspended = lifecycle.move(position, 'opschorten', {});
      expect(suspended?.states).toEqual(['opgeschort']);
      expect(suspended && lifecycle.move(suspended, 'hervatten', {})).toEqual(position);
    }
    expect(running.length).toBe(positions.filter(({ states }) => states.includes('opgeschort')).length);
  });

  it('keep still what may happen while suspended', () => {
    const suspended = steps.filter(({ from }) => from.states.includes('opgeschort'));
    expect([...new Set(suspended.map(({ event }) => event))].toSorted()).toEqual([
      'beeindigen',
      'coordinatorOverdragen',
      'hervatten',
    ]);
  });

  it('are restored from their stored form, also by a machine that has not seen them before', () => {
    for (const position of positions) {
      expect(lifecycle.restore(position.persisted)).toEqual(position);
      expect(compile(id, chart).restore(position.persisted)).toEqual(position);
    }
  });

  it('lead to the same places for a machine that starts from the stored form', () => {
    for (const { from, event, data, to } of steps) expect(compile(id, chart).move(from, event, data)).toEqual(to);
  });

  it('never leave the catalogue on any walk', () => {
    const known = new Set(positions.map(({ persisted }) => persisted));
    const moves = [...lifecycle.events.keys()].flatMap((event) =>
      variants(lifecycle, event).map((data) => ({ event, data })),
    );
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 60, size: 'max' }), (choices) => {
        for (const { states, persisted } of positionsOn(lifecycle, moves, choices)) {
          expect(states.filter((state) => !lifecycle.states.has(state))).toEqual([]);
          expect(known).toContain(persisted);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

/** Where a walk comes: each choice picks one of all that is possible there, until nothing is. */
function positionsOn(lifecycle: Lifecycle, moves: readonly Move[], choices: readonly number[]): readonly Position[] {
  let position = lifecycle.start();
  return choices.map((choice) => {
    const possible = moves.flatMap(({ event, data }) => lifecycle.move(position, event, data) ?? []);
    return (position = possible[choice % possible.length] ?? position);
  });
}
