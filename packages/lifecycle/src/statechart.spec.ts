import { describe, expect, it } from '@jest/globals';
import { PositionUnreadable } from './errors.js';
import { lifecycle } from './lifecycles.js';
import { type ChartNode } from './model.js';
import { compile } from './statechart.js';
import { walk } from './testing/reachable.js';

/** Two tasks beside each other, which can be put away and taken up again. */
const chart: ChartNode = {
  initial: 'work',
  states: {
    work: {
      type: 'parallel',
      states: {
        left: {
          initial: 'open',
          states: {
            open: { id: 'left.open', on: { doLeft: { target: 'left.done', when: { field: 'how', equals: 'well' } } } },
            done: { id: 'left.done', type: 'final' },
          },
        },
        right: {
          initial: 'open',
          states: {
            open: {
              id: 'right.open',
              on: {
                doRight: [{ when: { active: ['left.done'] }, target: 'right.last' }, { target: 'right.first' }],
                note: {},
              },
            },
            first: { id: 'right.first', type: 'final' },
            last: { id: 'right.last', type: 'final' },
          },
        },
        memory: { id: 'memory', type: 'history' },
      },
      on: { putAway: { target: 'away' } },
      onDone: [{ when: { active: ['right.last'] }, target: 'rightLast' }, { target: 'leftLast' }],
    },
    away: { id: 'away', on: { takeUp: { target: 'memory' } } },
    rightLast: { id: 'rightLast', type: 'final' },
    leftLast: { id: 'leftLast', type: 'final' },
  },
};

/** States after the events, each with data, in a chart that has just been compiled. */
function after(...events: readonly (readonly [string, Record<string, unknown>?])[]): readonly string[] | undefined {
  const machine = compile('tasks', chart);
  const last = events.reduce<ReturnType<typeof machine.start> | undefined>(
    (position, [event, data = {}]) => position && machine.move(position, event, data),
    machine.start(),
  );
  return last?.states;
}

describe('a chart', () => {
  it('starts in the first state of each region, in the order of the chart', () => {
    expect(after()).toEqual(['left.open', 'right.open']);
  });

  it('moves only when the data fulfils the condition', () => {
    expect(after(['doLeft', { how: 'well' }])).toEqual(['left.done', 'right.open']);
    expect(after(['doLeft', { how: 'badly' }])).toBeUndefined();
    expect(after(['doLeft'])).toBeUndefined();
  });

  it('accepts an event that some data would make possible', () => {
    const machine = compile('tasks', chart);
    expect(machine.accepts(machine.start(), 'doLeft')).toBe(true);
    expect(machine.accepts(machine.start(), 'takeUp')).toBe(false);
  });

  it('looks at states that are active elsewhere', () => {
    expect(after(['doRight'])).toEqual(['left.open', 'right.first']);
    expect(after(['doLeft', { how: 'well' }], ['doRight'])).toEqual(['rightLast']);
  });

  it('goes on when every region has ended, to where its outcome says', () => {
    expect(after(['doRight'], ['doLeft', { how: 'well' }])).toEqual(['leftLast']);
  });

  it('stays where it is for an event without target', () => {
    expect(after(['note'])).toEqual(['left.open', 'right.open']);
    expect(after(['doRight'], ['note'])).toBeUndefined();
  });

  it('refuses events it does not know, those of the machinery included', () => {
    const machine = compile('tasks', chart);
    for (const event of [
      'unknown',
      '',
      '*',
      'constructor',
      '__proto__',
      'xstate.init',
      'xstate.stop',
      'xstate.done.state.root/work',
    ]) {
      expect(machine.move(machine.start(), event, {})).toBeUndefined();
      expect(machine.accepts(machine.start(), event)).toBe(false);
    }
  });

  it('comes back to the same combination of regions, and keeps no memory of it afterwards', () => {
    const machine = compile('tasks', chart);
    const halfway = machine.move(machine.start(), 'doRight', {}) ?? machine.start();
    const away = machine.move(halfway, 'putAway', {}) ?? halfway;
    expect(away.persisted).toBe('{"active":["away"],"history":["left.open","right.first"]}');
    expect(compile('tasks', chart).move(away, 'takeUp', {})).toEqual(halfway);
    expect(halfway.persisted).toBe('{"active":["left.open","right.first"]}');
  });

  it('gives one and the same position for the same move', () => {
    const machine = compile('tasks', chart);
    const first = machine.move(machine.start(), 'doLeft', { how: 'well', other: 1 });
    expect(machine.move(machine.start(), 'doLeft', { how: 'well', other: 2 })).toBe(first);
    expect(Object.isFrozen(first)).toBe(true);
  });

  it('says which state a transition names in vain', () => {
    expect(() => compile('tasks', { initial: 'a', states: { a: { id: 'a', on: { go: { target: 'b' } } } } })).toThrow(
      "'b'",
    );
  });

  it('says which leaves have no id, or not one of their own', () => {
    expect(() => compile('tasks', { initial: 'a', states: { a: {} } })).toThrow("leaf 'a'");
    expect(() => compile('tasks', { initial: 'a', states: { a: { id: 'x' }, b: { id: 'x' } } })).toThrow("leaf 'b'");
  });
});

describe('a stored position', () => {
  const current = lifecycle('stappenplan-2020');
  const running = walk(current, ['principebesluitNemen']);
  const suspended = walk(current, ['principebesluitNemen', 'opschorten']);

  it.each([
    ['nothing', ''],
    ['no JSON', '{"active":["werkgroep"]'],
    ['another value', 'null'],
    ['a list', '["werkgroep"]'],
    ['another form', '{"value":"werkgroep"}'],
    ['no state at all', '{"active":[]}'],
    ['states that are no text', '{"active":[1]}'],
    ['a state of another version', '{"active":["intentieverklaring"]}'],
    ['a state of another lifecycle', '{"active":["keuzeLeverancier"]}'],
    ['a name that every object has', '{"active":["__proto__"]}'],
    ['one region without the other', '{"active":["verkenning.aanbesteding.gunning"]}'],
    ['two states that exclude each other', '{"active":["werkgroep","doelstellingen"]}'],
    ['two states of one region', '{"active":["verkenning.aanbesteding.gunning","verkenning.aanbesteding.uitvraag"]}'],
    [
      'states in another order',
      '{"active":["verkenning.bestaandeOvereenkomst.keuze","verkenning.aanbesteding.gunning"]}',
    ],
    ['a state twice', '{"active":["werkgroep","werkgroep"]}'],
    ['more than a position', '{"active":["werkgroep"],"extra":true}'],
    ['other white space', '{ "active": ["werkgroep"] }'],
    [
      'a chosen route nowhere',
      '{"active":["verkenning.aanbesteding.nietGekozen","verkenning.bestaandeOvereenkomst.nietGekozen"]}',
    ],
    [
      'two routes that have both ended',
      '{"active":["verkenning.aanbesteding.gegund","verkenning.bestaandeOvereenkomst.bereid"]}',
    ],
    ['suspended without memory', '{"active":["opgeschort"]}'],
    ['memory while it runs', '{"active":["werkgroep"],"history":["doelstellingen"]}'],
    ['memory of being suspended', '{"active":["opgeschort"],"history":["opgeschort"]}'],
    ['memory of an end', '{"active":["opgeschort"],"history":["afgerond"]}'],
    ['memory of half a position', '{"active":["opgeschort"],"history":["monitoring"]}'],
    ['memory of a state that is gone', '{"active":["opgeschort"],"history":["intentieverklaring"]}'],
    ['a finished lifecycle with memory', '{"active":["afgerond"],"history":["werkgroep"]}'],
  ])('with %s is refused', (_what, text) => {
    expect(() => current.restore(text)).toThrow(PositionUnreadable);
    expect(() => current.move({ ...running, persisted: text }, 'opschorten', {})).toThrow(PositionUnreadable);
  });

  it('is refused with a code and with texts that say what to do', () => {
    try {
      current.restore('{"active":["intentieverklaring"]}');
      throw new Error('it was not refused');
    } catch (error) {
      expect(error).toMatchObject({
        name: 'PositionUnreadable',
        code: 'position-unreadable',
        text: {
          nl: expect.stringContaining("'intentieverklaring'"),
          en: expect.stringContaining('Rebuild the position'),
        },
      });
    }
  });

  it('that is damaged does no harm afterwards', async () => {
    const uncaught: unknown[] = [];
    const note = (error: unknown) => uncaught.push(error);
    process.on('uncaughtException', note);
    expect(() => current.restore('{"active":["intentieverklaring"]}')).toThrow(PositionUnreadable);
    expect(() => current.restore('{"active":["opgeschort"],"history":["intentieverklaring"]}')).toThrow(
      PositionUnreadable,
    );
    await new Promise((resolve) => setTimeout(resolve, 20));
    process.off('uncaughtException', note);
    expect(uncaught).toEqual([]);
    expect(current.restore(running.persisted)).toBe(running);
  });

  it('is a short JSON text', () => {
    expect(running.persisted).toBe('{"active":["werkgroep"]}');
    expect(suspended.persisted).toBe('{"active":["opgeschort"],"history":["werkgroep"]}');
  });
});
