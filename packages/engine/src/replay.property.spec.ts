import { afterAll, describe, expect, it } from '@jest/globals';
import { randomInt } from 'node:crypto';
import fc from 'fast-check';
import { type Partnership } from './model.js';
import { replay } from './replay.js';
import { frozen, LIFECYCLES, throughJson, tryEvent } from './testing/partnerships.js';
import { asked, tries, walk } from './testing/walks.js';

/** To try a failure again, put its seed here; fast-check prints the path to it as well. */
const seed = randomInt(2 ** 31 - 1);
const RUNS = 600;

const asIs = (partnership: Partnership) => partnership;

describe.each(LIFECYCLES)('any history of %s', (lifecycle) => {
  const reached = new Map<string, number>();
  let events = 0;
  let refusals = 0;

  afterAll(() => {
    const furthest = [...reached].map(([state, walks]) => `${state} ${walks}`).join(', ');
    console.info(
      `${lifecycle}: seed ${seed}, ${RUNS} walks, ${events} events, ${refusals} refusals; ended in ${furthest}`,
    );
  });

  it('replays to the very snapshot that the live path made, also after both went through text', () => {
    fc.assert(
      fc.property(tries, (steps) => {
        const { history, end, refusals: refused } = walk(lifecycle, steps, asIs);
        expect(JSON.stringify(replay(history))).toBe(JSON.stringify(end));
        expect(JSON.stringify(replay(throughJson(history)))).toBe(JSON.stringify(end));
        const stored = walk(lifecycle, steps, throughJson);
        expect(JSON.stringify(stored)).toBe(JSON.stringify({ history, end, refusals: refused }));
        events += history.length;
        refusals += refused;
        for (const state of end.states) reached.set(state, (reached.get(state) ?? 0) + 1);
      }),
      { seed, numRuns: RUNS },
    );
    expect(refusals).toBeGreaterThan(0);
    expect([...reached.keys()].some((state) => state.startsWith('monitor'))).toBe(true);
  });

  it('is numbered without gaps, and the partnership counts along', () => {
    fc.assert(
      fc.property(tries, (steps) => {
        const { history, end } = walk(lifecycle, steps, asIs);
        expect(history.map(({ sequence }) => sequence)).toEqual(history.map((_, index) => index + 1));
        expect(end.version).toBe(history.length);
      }),
      { seed, numRuns: RUNS / 2 },
    );
  });

  it('is not touched by what is refused: the partnership may be frozen, and a second try hears the same', () => {
    fc.assert(
      fc.property(tries, ([last, ...steps]) => {
        const { end } = walk(lifecycle, steps, frozen);
        if (!last) return;
        const before = JSON.stringify(end);
        const { command, actor } = asked(end, { ...last, kind: 'wrong' });
        const first = tryEvent(frozen(end), command.event, frozen(command.data), { actor });
        expect(first.outcome).toBe('refused');
        expect(tryEvent(end, command.event, command.data, { actor })).toEqual(first);
        expect(JSON.stringify(end)).toBe(before);
      }),
      { seed, numRuns: RUNS / 2 },
    );
  });

  it('keeps for each state the moment it was entered, and ends only in a final state', () => {
    fc.assert(
      fc.property(tries, (steps) => {
        const { history, end } = walk(lifecycle, steps, asIs);
        expect(Object.keys(end.since)).toEqual(end.states);
        const moments = history.map(({ at }) => at);
        for (const at of Object.values(end.since)) expect(moments).toContain(at);
        expect(end.done).toBe(end.states.length === 1 && FINAL.includes(end.states[0] ?? ''));
      }),
      { seed, numRuns: RUNS / 2 },
    );
  });
});

const FINAL = ['afgewezen', 'afscheid', 'nietGegund', 'beeindigd', 'afgerond'];
