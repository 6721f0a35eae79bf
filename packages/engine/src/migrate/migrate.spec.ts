import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  decide,
  HistoryUnplayable,
  MIGRATION_EVENT,
  regress,
  replay,
  type Partnership,
  type Policy,
} from '../index.js';
import { type RecordedEvent } from '../model.js';
import { monitoringEvery, permissive, policyOf, shipped, trial, trialFiles } from '../testing/packs.js';
import {
  accepted,
  actorWith,
  after,
  begun,
  coordinator,
  frozen,
  historyOf,
  ids,
  LIFECYCLES,
  NOW,
  refused,
  sample,
  throughJson,
  TO_MONITORING,
  tryEvent,
} from '../testing/partnerships.js';
import { asked, tries, walk } from '../testing/walks.js';
import { migrate } from './migrate.js';

const REASON = { reden: 'De gemeenteraad heeft de drempel verhoogd' };

/** The trial pack as another version, with other files in place of its own. */
function version(number: string, files: Readonly<Record<string, string>> = {}): Policy {
  const manifest = (trialFiles['pack.yaml'] ?? '').replace('version: 1.0.0', `version: ${number}`);
  return policyOf({ ...trialFiles, 'pack.yaml': manifest, ...files });
}

const newer = version('1.1.0');

function moved(partnership: Partnership, to: Policy = newer, actor = coordinator, command = REASON, from = trial) {
  return migrate(partnership, from, to, command, actor, NOW);
}

const onTrial = begun({ policy: trial });

describe('a move to another version of the pack', () => {
  it('changes which pack judges, counts as one event, and leaves everything else as it was', () => {
    const before = after(onTrial, ['principebesluitNemen'], trial);
    const { event, next, warnings } = accepted(moved(frozen(before)));
    expect(event).toMatchObject({
      sequence: 3,
      event: MIGRATION_EVENT,
      data: { van: trial.ref, naar: newer.ref, ...REASON },
      actor: coordinator,
      at: NOW,
      pack: newer.ref,
      lifecycle: before.lifecycle,
    });
    expect(JSON.stringify(next)).toBe(JSON.stringify({ ...before, pack: newer.ref, version: 3 }));
    expect(warnings).toEqual([]);
  });

  it('tells the coordinator and the back-up', () => {
    const { outbox } = accepted(moved(after(onTrial, ['principebesluitNemen', 'werkgroepInstellen'], trial)));
    expect(new Set(outbox.map(({ topic }) => topic))).toEqual(new Set(['regelpakketGewisseld']));
    expect(outbox).toHaveLength(2);
  });

  it('sets the moments of the new pack and cancels those it has no more', () => {
    const [every3, every1] = [monitoringEvery(3), monitoringEvery(1)];
    const monitored = after(begun({ policy: every3 }), TO_MONITORING['stappenplan-2020'] ?? [], every3);
    const { timers } = accepted(moved(monitored, every1, coordinator, REASON, every3));
    expect(timers.cancel).toMatchObject([{ kind: 'gesprek', occurrence: '2024-3m-1', dueOn: '2024-03-31' }]);
    expect(timers.set).toMatchObject([{ kind: 'gesprek', occurrence: '2024-1m-3', dueOn: '2024-03-31' }]);
    expect(timers.open.map(({ kind }) => kind)).toEqual(['gesprek', 'jaaropgave']);
  });

  it('is allowed to an older version and to another pack, with a warning', () => {
    const older = begun({ policy: newer });
    expect(ids(accepted(migrate(older, newer, trial, REASON, coordinator, NOW)).warnings)).toEqual(['oudereVersie']);
    expect(ids(accepted(moved(onTrial, permissive)).warnings)).toEqual(['andereNaam']);
    expect(ids(accepted(moved(begun({ policy: version('1.9.0') }), version('1.10.0'))).warnings)).toEqual([]);
  });

  it('is possible in a suspended partnership too', () => {
    const { next } = accepted(moved(after(onTrial, ['opschorten'], trial)));
    expect(next).toMatchObject({ states: ['opgeschort'], pack: newer.ref });
  });
});

describe('a move is refused', () => {
  const basis = shipped('basis');
  const only2019 = version('2.0.0', {
    'pack.yaml': (trialFiles['pack.yaml'] ?? '').replace('[stappenplan-2020, stappenplan-2019]', '[stappenplan-2019]'),
    'records.yaml': '[]',
    'rules/regels.yaml': '[]',
  });

  it.each([
    ['after the end', after(onTrial, ['beeindigen'], trial), newer, 'partnershipDone'],
    ['to the very pack it has', onTrial, trial, 'alreadyOnPack'],
    ['to a pack for other lifecycles', onTrial, only2019, 'packNotForLifecycle'],
  ])('%s, and says why', (_, partnership, to, cause) => {
    const refusal = refused(moved(partnership, to));
    expect(refusal.cause).toBe(cause);
    expect(refusal.message.nl).not.toBe('');
    expect(refusal.message.en).not.toBe('');
  });

  it.each([
    ['nothing', '', 'minLength'],
    ['spaces', '   ', 'blank'],
    ['a number that can be a BSN', 'Op verzoek van 111222333', 'bsn'],
    ['more than a thousand characters', 'x'.repeat(1001), 'maxLength'],
  ])('when the reason is %s', (_, reden, code) => {
    const refusal = refused(moved(onTrial, newer, coordinator, { reden }));
    expect(refusal).toMatchObject({ cause: 'dataInvalid', problems: [{ path: '/reden', code }] });
  });

  it.each(['hrExpert', 'inkoopexpert', 'categoriemanager', 'interneOpdrachtgever', 'opdrachtnemer'] as const)(
    'to somebody who is only %s',
    (role) => {
      const refusal = refused(moved(onTrial, newer, actorWith(role)));
      expect([refusal.cause, ids(refusal.reasons)]).toEqual(['notAllowed', ['role']]);
    },
  );

  it.each(['coordinator', 'projectcoordinator', 'bestuurder', 'contractmanager'] as const)(
    'but not to a %s',
    (role) => {
      expect(moved(onTrial, newer, actorWith(role)).outcome).toBe('accepted');
    },
  );

  it('when the snapshot cannot be trusted', () => {
    expect(() => moved({ ...onTrial, position: '{}' }, basis)).toThrow();
    expect(() => moved({ ...onTrial, lifecycle: { ...onTrial.lifecycle, hash: 'f'.repeat(64) } })).toThrow(
      /stappenplan-2020/,
    );
  });
});

describe('a history with a move in it', () => {
  /** A random life in which, at a random place, the partnership moves to the other pack and lives on. */
  const lives = fc.record({ steps: tries, place: fc.nat(), lifecycle: fc.constantFrom(...LIFECYCLES) });

  it('replays to the letter, wherever the move took place and also after both went through text', () => {
    let middle = 0;
    fc.assert(
      fc.property(lives, ({ steps, place, lifecycle }) => {
        const cut = place % (steps.length + 1);
        const first = walk(lifecycle, steps.slice(0, cut), throughJson);
        const decision = migrate(first.end, permissive, newer, REASON, coordinator, last(first.history).at);
        if (first.end.done) return expect(refused(decision).cause).toBe('partnershipDone');
        const { event, next } = accepted(decision);
        const second = liveOn(next, steps.slice(cut));
        const history = [...first.history, event, ...second.history];
        if (second.history.length > 0) middle += 1;
        expect(JSON.stringify(replay(history))).toBe(JSON.stringify(second.end));
        expect(JSON.stringify(replay(throughJson(history)))).toBe(JSON.stringify(throughJson(second.end)));
        expect(second.end.pack).toEqual(newer.ref);
      }),
      { numRuns: 300 },
    );
    expect(middle).toBeGreaterThan(0);
  });

  it('is not played when the move names other packs than it was recorded under', () => {
    const { event } = accepted(moved(onTrial));
    const start = historyOf([], { policy: trial });
    expect(replay([...start, event])?.pack).toEqual(newer.ref);
    const wrong = [
      { ...event, pack: trial.ref },
      { ...event, data: { ...event.data, van: newer.ref } },
      { ...event, data: { ...event.data, naar: { ...newer.ref, digest: 'x' } } },
    ];
    for (const one of wrong) expect(() => replay([...start, one])).toThrow(HistoryUnplayable);
  });

  it('is judged again by the pack of each time, and the move itself is no event that a pack has a say in', () => {
    const strict = version('1.1.0', {
      'rules/regels.yaml': (trialFiles['rules/regels.yaml'] ?? '').replaceAll('>= parameter.drempel', '>= euro("1")'),
    });
    const before = accepted(
      tryEvent(onTrial, 'principebesluitNemen', sample(onTrial, 'principebesluitNemen'), { policy: trial }),
    );
    const move = accepted(moved(before.next, strict));
    const then = decide(
      move.next,
      strict,
      { event: 'werkgroepInstellen', data: sample(move.next, 'werkgroepInstellen') },
      coordinator,
      NOW,
    );
    const history = [...historyOf([], { policy: trial }), before.event, move.event, accepted(then).event];
    const asking: string[] = [];
    const policies = new Map([trial, strict].map((policy) => [policy.ref.digest, policy]));
    const outcome = regress(history, trial, ({ digest, version: asks }) => {
      asking.push(asks);
      return policies.get(digest) ?? trial;
    });
    expect(outcome).toEqual({ events: 2, refused: 0, warned: 0 });
    expect(asking).toEqual(['1.0.0', '1.1.0']);
  });
});

function last<T>(values: readonly T[]): T {
  const found = values.at(-1);
  if (found === undefined) throw new Error('nothing there');
  return found;
}

/** Tries the rest of a walk on the partnership under the pack it moved to. */
function liveOn(from: Partnership, steps: Parameters<typeof walk>[1]): { history: RecordedEvent[]; end: Partnership } {
  const history: RecordedEvent[] = [];
  let end = from;
  for (const step of steps) {
    const { command, actor } = asked(end, step);
    const decision = tryEvent(end, command.event, command.data, {
      policy: newer,
      actor,
      at: '2030-01-01T12:00:00.000Z',
    });
    if (decision.outcome === 'refused') continue;
    history.push(decision.event);
    end = throughJson(decision.next);
  }
  return { history, end };
}
