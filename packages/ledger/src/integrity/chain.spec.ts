import { describe, expect, it } from '@jest/globals';
import { SEAL_EVENT, type RecordedEvent } from '@samenwerkt/engine';
import fc from 'fast-check';
import { type HistoryEntity } from '../entities/history.js';
import { eventHash, GENESIS, toRecordedEvent, toRow, verifyChain } from './chain.js';

const event = (sequence: number, over: Partial<RecordedEvent> = {}): RecordedEvent => ({
  sequence,
  event: 'gesprekVastleggen',
  data: { nummer: sequence },
  actor: { id: 'een coördinator', roles: ['coordinator', 'bestuurder'] },
  at: `2026-03-0${sequence}T09:00:00.000Z`,
  pack: { name: 'mini', version: '1.0.0', digest: 'd'.repeat(64) },
  lifecycle: { id: 'stappenplan-2020', version: '1.0.0', hash: 'e'.repeat(64) },
  semantics: 1,
  ...over,
});

function chained(events: readonly RecordedEvent[], before: readonly HistoryEntity[] = []): HistoryEntity[] {
  return events.reduce<HistoryEntity[]>(
    (rows, one) => {
      const row = toRow('hier', 'p', one);
      return [...rows, { ...row, hash: eventHash(rows.at(-1)?.hash ?? GENESIS, row) }];
    },
    [...before],
  );
}

const sound = chained([1, 2, 3, 4, 5].map((sequence) => event(sequence)));

function changed(at: number, over: Partial<HistoryEntity>): HistoryEntity[] {
  return sound.map((row) => (row.sequence === at ? { ...row, ...over } : row));
}

/** The rows with one more event that puts these breaks on record. */
function sealed(rows: readonly HistoryEntity[], breuken: readonly object[]): HistoryEntity[] {
  return chained([event(rows.length + 1, { event: SEAL_EVENT, data: { reden: 'gezien', breuken } })], rows);
}

describe('a sound chain', () => {
  it('holds, and its head is the hash of the last event', () => {
    expect(verifyChain(sound)).toEqual({ intact: true, events: 5, head: sound.at(-1)?.hash, breaks: [] });
  });

  it('without events holds and has the head before all events', () => {
    expect(verifyChain([])).toEqual({ intact: true, events: 0, head: GENESIS, breaks: [] });
  });

  it('gives back every event as it was recorded', () => {
    expect(sound.map(toRecordedEvent)).toEqual([1, 2, 3, 4, 5].map((sequence) => event(sequence)));
  });

  it('gives back an actor without roles without roles', () => {
    const [row] = chained([event(1, { actor: { id: 'niemand', roles: [] } })]);
    expect(row && toRecordedEvent(row).actor).toEqual({ id: 'niemand', roles: [] });
  });
});

describe('a change of one recorded part', () => {
  const texts = [
    'partnershipId',
    'at',
    'actorId',
    'actorRoles',
    'event',
    'data',
    'packName',
    'packVersion',
    'packDigest',
    'lifecycleId',
    'lifecycleVersion',
    'lifecycleHash',
  ] as const;

  it('covers every column but the hash itself and the organisation, by which histories are found', () => {
    const columns = Object.keys(sound[0] ?? {}).filter((name) => !['hash', 'organisationId'].includes(name));
    expect(columns.sort()).toEqual([...texts, 'sequence', 'semantics'].sort());
  });

  it('is a break at that very event, whichever part of whichever event it is', () => {
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.integer({ min: 1, max: 5 }), fc.string(), (part, at, text) => {
        fc.pre(sound[at - 1]?.[part] !== text);
        const { intact, breaks } = verifyChain(changed(at, { [part]: text }));
        expect(intact).toBe(false);
        expect(breaks).toMatchObject([{ sequence: at, kind: 'changed', acknowledged: false }]);
      }),
    );
  });

  it('is a break too when it is the semantics', () => {
    expect(verifyChain(changed(3, { semantics: 2 })).breaks).toMatchObject([{ sequence: 3, kind: 'changed' }]);
  });

  it('is a break too when text moves from one part to the next', () => {
    const rows = changed(2, { actorId: 'een coördinator coordinator', actorRoles: 'bestuurder' });
    expect(verifyChain(rows).breaks).toMatchObject([{ sequence: 2 }]);
  });

  it('breaks the chain at the next event when hash and content were changed together', () => {
    const [, second] = sound;
    const forged = second && { ...second, data: '{}' };
    const rows = changed(2, { data: '{}', hash: forged && eventHash(sound[0]?.hash ?? '', forged) });
    expect(verifyChain(rows).breaks).toMatchObject([{ sequence: 3, kind: 'changed' }]);
  });

  it('shows the stored hash beside the computed one', () => {
    const rows = changed(5, { data: '{}' });
    const last = rows[4] as HistoryEntity;
    const computed = eventHash(rows[3]?.hash ?? '', last);
    expect(verifyChain(rows).breaks).toEqual([
      { sequence: 5, kind: 'changed', stored: last.hash, computed, acknowledged: false },
    ]);
  });
});

describe('a missing event', () => {
  it.each([1, 2, 3, 4])('is named when it is event %i of five', (gone) => {
    const { intact, breaks } = verifyChain(sound.filter(({ sequence }) => sequence !== gone));
    expect(intact).toBe(false);
    expect(breaks).toMatchObject([
      { sequence: gone, kind: 'missing' },
      { sequence: gone + 1, kind: 'changed' },
    ]);
  });

  it('at the end is known from where the partnership stands', () => {
    const end = { version: 5, headHash: sound.at(-1)?.hash ?? '' };
    expect(verifyChain(sound.slice(0, 3), end).breaks).toMatchObject([
      { sequence: 4, kind: 'missing' },
      { sequence: 5, kind: 'missing' },
    ]);
    expect(verifyChain(sound, end).intact).toBe(true);
  });

  it('is not claimed when only the version in the row of the partnership was damaged', () => {
    expect(verifyChain(sound, { version: 99, headHash: sound.at(-1)?.hash ?? '' }).intact).toBe(true);
  });

  it('costs little, also when a damaged sequence number suggests that a great many are gone', () => {
    const { breaks } = verifyChain(changed(5, { sequence: Number.MAX_SAFE_INTEGER }));
    expect(breaks[0]).toMatchObject({ sequence: 5, kind: 'missing' });
    expect(breaks.length).toBeLessThan(1000);
  });
});

describe('a seal', () => {
  const damaged = changed(2, { data: '{"nummer":20}' });
  const [broken] = verifyChain(damaged).breaks;

  it('acknowledges the break it names', () => {
    const { intact, breaks } = verifyChain(sealed(damaged, [broken ?? {}]));
    expect(intact).toBe(true);
    expect(breaks).toEqual([{ ...broken, acknowledged: true }]);
  });

  it.each([
    ['another sequence', { sequence: 3 }],
    ['another stored hash', { stored: 'f'.repeat(64) }],
    ['another computed hash', { computed: 'f'.repeat(64) }],
  ])('with %s acknowledges nothing', (_name, other) => {
    expect(verifyChain(sealed(damaged, [{ ...broken, ...other }])).intact).toBe(false);
  });

  it('does not cover the same event when it is changed once more', () => {
    const rows = sealed(damaged, [broken ?? {}]);
    const again = rows.map((row) => (row.sequence === 2 ? { ...row, data: '{"nummer":21}' } : row));
    expect(verifyChain(again).breaks).toMatchObject([{ sequence: 2, acknowledged: false }]);
  });

  it('does not cover another event', () => {
    const rows = sealed(damaged, [broken ?? {}]);
    const elsewhere = rows.map((row) => (row.sequence === 4 ? { ...row, actorId: 'iemand anders' } : row));
    expect(verifyChain(elsewhere).breaks).toMatchObject([
      { sequence: 2, acknowledged: true },
      { sequence: 4, acknowledged: false },
    ]);
  });

  it('never acknowledges a missing event', () => {
    const rows = sound.filter(({ sequence }) => sequence !== 3);
    const named = verifyChain(rows).breaks;
    const withSeal = chained([event(6, { event: SEAL_EVENT, data: { reden: 'gezien', breuken: named } })], rows);
    const { intact, breaks } = verifyChain(withSeal);
    expect(intact).toBe(false);
    expect(breaks).toMatchObject([
      { kind: 'missing', acknowledged: false },
      { kind: 'changed', acknowledged: true },
    ]);
  });

  it.each(['geen json', '{}', '{"breuken":7}', '{"breuken":[null]}', 'null'])(
    'with data `%s` acknowledges nothing',
    (data) => {
      const rows = sealed(damaged, [broken ?? {}]).map((row) => (row.event === SEAL_EVENT ? { ...row, data } : row));
      expect(verifyChain(rows).intact).toBe(false);
    },
  );

  it('counts only as the event it is: the same data under another event acknowledges nothing', () => {
    const rows = chained([event(6, { data: { reden: 'gezien', breuken: [broken] } })], damaged);
    expect(verifyChain(rows).intact).toBe(false);
  });
});

describe('data that is no longer JSON', () => {
  it('makes the history unplayable at that event', () => {
    const [row] = changed(1, { data: '{"nummer":' });
    expect(() => row && toRecordedEvent(row)).toThrow(
      expect.objectContaining({ code: 'history-unplayable', sequence: 1 }),
    );
  });
});
