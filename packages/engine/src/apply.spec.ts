import { describe, expect, it } from '@jest/globals';
import { apply, SEAL_EVENT } from './apply.js';
import { HistoryUnplayable, LifecycleMismatch } from './errors.js';
import { type RecordedEvent } from './model.js';
import { replay } from './replay.js';
import { begun, historyOf, tryEvent, sample } from './testing/partnerships.js';

const history = historyOf(['principebesluitNemen', 'werkgroepInstellen', 'opschorten', 'hervatten']);
const [first, second, third] = history as [RecordedEvent, RecordedEvent, RecordedEvent];
const seal: RecordedEvent = { ...second, event: SEAL_EVENT, data: { reden: 'Back-up teruggezet' }, sequence: 6 };

/** The error with which a history does not play. */
function failure(events: readonly RecordedEvent[]): unknown {
  try {
    return replay(events);
  } catch (error) {
    return error;
  }
}

describe('a history', () => {
  it('of nothing is no partnership', () => {
    expect(replay([])).toBeUndefined();
  });

  it('leads to where the partnership stands', () => {
    expect(replay(history)).toMatchObject({ version: 5, states: ['doelstellingen'], done: false });
  });

  it.each([
    ['does not begin with the start', [second], 2],
    ['begins with the start under another number', [{ ...first, sequence: 2 }], 2],
    ['begins with a mended chain', [{ ...seal, sequence: 1 }], 1],
    ['has a gap', [first, third], 3],
    ['has an event twice', [first, second, second], 2],
    ['starts twice', [first, { ...first, sequence: 2 }], 2],
    ['has an event that is impossible there', [first, { ...third, sequence: 2 }], 2],
    ['has an event that does not exist', [first, { ...second, event: 'bestaatNiet' }], 2],
    ['goes on after a gap behind a mended chain', [...history, { ...seal, sequence: 7 }], 7],
  ])('is not played when it %s, and says at which event', (_, events, sequence) => {
    const error = failure(events);
    expect(error).toBeInstanceOf(HistoryUnplayable);
    expect(error).toMatchObject({ code: 'history-unplayable', sequence, name: 'HistoryUnplayable' });
    const { text } = error as HistoryUnplayable;
    expect(text.nl).toContain(`gebeurtenis ${sequence}`);
    expect(text.en).toContain('restore a backup');
  });

  it.each([
    ['another definition', { ...first.lifecycle, hash: 'f'.repeat(64) }],
    ['a lifecycle that is not there', { ...first.lifecycle, id: 'stappenplan-1999' }],
  ])('is not played under %s', (_, lifecycle) => {
    const error = failure([{ ...first, lifecycle }]);
    expect(error).toBeInstanceOf(LifecycleMismatch);
    expect(error).toMatchObject({ code: 'lifecycle-mismatch', text: { nl: expect.stringContaining(lifecycle.id) } });
  });
});

describe('a partnership recorded under another definition', () => {
  it('is neither decided on nor replayed further', () => {
    const partnership = begun();
    const foreign = { ...partnership, lifecycle: { ...partnership.lifecycle, hash: '0'.repeat(64) } };
    const data = sample(partnership, 'principebesluitNemen');
    expect(() => tryEvent(foreign, 'principebesluitNemen', data)).toThrow(LifecycleMismatch);
    expect(() => apply(foreign, second)).toThrow(LifecycleMismatch);
  });
});

describe('a mended chain', () => {
  it('is on record and changes nothing but the version', () => {
    const before = replay(history);
    expect(replay([...history, seal])).toEqual({ ...before, version: 6 });
  });

  it('may also come after the end', () => {
    const ended = historyOf(['beeindigen']);
    expect(replay([...ended, { ...seal, sequence: 3 }])).toMatchObject({ version: 3, done: true });
  });

  it('cannot be fired by anybody', () => {
    expect(tryEvent(begun(), SEAL_EVENT, {})).toMatchObject({ outcome: 'refused', cause: 'unknownEvent' });
  });
});

describe('a suspension', () => {
  it('leads back to exactly where it was, also with both routes under way', () => {
    const both = historyOf([
      'principebesluitNemen',
      'werkgroepInstellen',
      'doelstellingenVaststellen',
      'actieplanVaststellen',
      'routeKiezen',
      'inventarisatieAfronden',
      'opdrachtnemerKiezen',
      'opschorten',
      'hervatten',
    ]);
    const standing = (events: readonly RecordedEvent[]) => replay(events)?.states;
    expect(standing(both.slice(0, -1))).toEqual(['opgeschort']);
    expect(standing(both)).toEqual([
      'verkenning.aanbesteding.inkoopstrategie',
      'verkenning.bestaandeOvereenkomst.gesprekken',
    ]);
    expect(standing(both)).toEqual(standing(both.slice(0, -2)));
  });
});
