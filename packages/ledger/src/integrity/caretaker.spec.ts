import { describe, expect, it } from '@jest/globals';
import { sha256 } from '../hashing.js';
import { type Ledger } from '../ledger.js';
import { IN_PLAIN_SIGHT, WITHIN, type Damage } from '../testing/damages.js';
import { ACTOR, facts, handOver, walked } from '../testing/partnerships.js';
import { count, ELSEWHERE, HERE, NOBODY, value, withLedger, type Workbench } from '../testing/workbench.js';

const EVENTS = ['principebesluitNemen', 'coordinatorOverdragen'];

/** Two partnerships of three events; the first is the one to be damaged. */
async function two(ledger: Ledger): Promise<[damaged: string, sound: string]> {
  const first = await walked(ledger, EVENTS);
  const second = await walked(ledger, EVENTS, { contract: facts({ kenmerk: 'SCH-2' }) });
  return [first.partnership, second.partnership];
}

/** Whatever comes upon the damage sets exactly that partnership apart; the other goes on. */
function setsApart({ do: harm, said }: Damage, comeUpon: (ledger: Ledger, id: string) => Promise<unknown>) {
  return withLedger(async ({ ledger, raw, time, again }) => {
    const [damaged, sound] = await two(ledger);
    await harm(raw, damaged);
    const fresh = await again();
    await comeUpon(fresh, damaged).catch((error: unknown) =>
      expect(error).toMatchObject({
        code: 'partnership-quarantined',
        id: damaged,
        reason: expect.stringMatching(said),
      }),
    );
    await fresh.close();
    await expect(ledger.caretaker.quarantined(HERE)).resolves.toEqual([
      { id: damaged, reason: expect.stringMatching(said), since: time.now },
    ]);
    await expect(ledger.caretaker.quarantined(ELSEWHERE)).resolves.toEqual([]);
    const events = await count(raw, 'history', 'partnership_id = ?', damaged);
    for (const refused of [
      ledger.writer.submit(handOver(damaged)),
      ledger.writer.rehearse(handOver(damaged)),
      ledger.partnerships.get(HERE, damaged),
    ])
      await expect(refused).rejects.toMatchObject({ code: 'partnership-quarantined', id: damaged });
    expect(await count(raw, 'history', 'partnership_id = ?', damaged)).toBe(events);
    await expect(ledger.writer.submit(handOver(sound))).resolves.toMatchObject({ version: 4 });
    await expect(ledger.caretaker.verify(HERE, sound)).resolves.toMatchObject({ intact: true, snapshotMatches: true });
  });
}

describe('the history', () => {
  it('cannot be changed or shortened', () =>
    withLedger(async ({ ledger, raw }) => {
      await walked(ledger, EVENTS);
      for (const sql of [`UPDATE history SET data = '{}'`, 'DELETE FROM history', 'UPDATE history SET hash = hash'])
        await expect(raw.rows(sql)).rejects.toMatchObject({ message: 'history is append-only' });
      expect(await count(raw, 'history')).toBe(3);
    }));
});

describe('a sound partnership', () => {
  it('is found sound, and stays in use', () =>
    withLedger(async ({ ledger, raw }) => {
      const [id] = await two(ledger);
      await expect(ledger.caretaker.verify(HERE, id)).resolves.toEqual({
        partnership: id,
        intact: true,
        events: 3,
        head: await value(raw, 'SELECT head_hash FROM partnership WHERE id = ?', id),
        breaks: [],
        snapshotMatches: true,
      });
      await expect(ledger.caretaker.quarantined(HERE)).resolves.toEqual([]);
    }));

  it('is there for its own organisation only', () =>
    withLedger(async ({ ledger }) => {
      const [id] = await two(ledger);
      const { caretaker } = ledger;
      for (const strange of [
        caretaker.verify(ELSEWHERE, id),
        caretaker.verify(HERE, NOBODY),
        caretaker.rebuild(ELSEWHERE, id),
        caretaker.rebuild(HERE, NOBODY),
      ])
        await expect(strange).rejects.toMatchObject({ code: 'not-found' });
    }));
});

describe('a partnership recorded under another definition of its lifecycle', () => {
  it('is refused but not set apart: the program is another one, nothing is damaged', () =>
    withLedger(async ({ ledger, raw, again }) => {
      const [id, sound] = await two(ledger);
      const snapshot = String(await value(raw, 'SELECT snapshot FROM partnership WHERE id = ?', id));
      const other = snapshot.replace(/("lifecycle":\{[^}]*"hash":")[0-9a-f]{64}/, `$1${'0'.repeat(64)}`);
      expect(other).not.toBe(snapshot);
      await raw.damage('UPDATE partnership SET snapshot = ?, snapshot_hash = ? WHERE id = ?', other, sha256(other), id);
      const fresh = await again();
      for (const refused of [
        fresh.writer.submit(handOver(id)),
        fresh.writer.rehearse(handOver(id)),
        fresh.partnerships.get(HERE, id),
      ])
        await expect(refused).rejects.toMatchObject({ code: 'lifecycle-mismatch' });
      await expect(fresh.writer.submit(handOver(sound))).resolves.toMatchObject({ version: 4 });
      await expect(fresh.caretaker.quarantined(HERE)).resolves.toEqual([]);
      await fresh.close();
    }));
});

describe('verifying finds damage of', () => {
  it.each([...IN_PLAIN_SIGHT, ...WITHIN])('$what', (harm) =>
    setsApart(harm, async (ledger, id) => {
      const { fault } = await ledger.caretaker.verify(HERE, id);
      expect(fault).toMatch(harm.said);
    }),
  );

  it('everything about the break', () =>
    withLedger(async ({ ledger, raw }) => {
      const [id] = await two(ledger);
      await WITHIN[0]?.do(raw, id);
      await expect(ledger.caretaker.verify(HERE, id)).resolves.toMatchObject({
        intact: false,
        breaks: [{ sequence: 2, kind: 'changed', acknowledged: false }],
        snapshotMatches: false,
      });
    }));

  it('a snapshot that is older than the history', () =>
    withLedger(async ({ ledger, raw, again }) => {
      const [id] = await two(ledger);
      const [row = {}] = await raw.rows(
        'SELECT version, snapshot, snapshot_hash, head_hash FROM partnership WHERE id = ?',
        id,
      );
      await ledger.writer.submit(handOver(id));
      await raw.damage(
        'UPDATE partnership SET version = ?, snapshot = ?, snapshot_hash = ?, head_hash = ? WHERE id = ?',
        ...Object.values(row),
        id,
      );
      const fresh = await again();
      await expect(fresh.writer.submit(handOver(id))).rejects.toMatchObject({ code: 'partnership-quarantined' });
      await expect(fresh.caretaker.rebuild(HERE, id)).resolves.toMatchObject({ version: 4 });
      await fresh.close();
    }));
});

describe('submitting comes upon damage of', () => {
  it.each([...IN_PLAIN_SIGHT])('$what', (harm) =>
    setsApart(harm, (ledger, id) => ledger.writer.submit(handOver(id)).then(unexpected)),
  );
});

describe('rehearsing comes upon damage of', () => {
  it.each([...IN_PLAIN_SIGHT])('$what', (harm) =>
    setsApart(harm, (ledger, id) => ledger.writer.rehearse(handOver(id)).then(unexpected)),
  );
});

describe('reading comes upon damage of', () => {
  it.each([...IN_PLAIN_SIGHT])('$what', (harm) =>
    setsApart(harm, (ledger, id) => ledger.partnerships.get(HERE, id).then(unexpected)),
  );
});

describe('a partnership that the program has in memory', () => {
  const unseen = /text of its snapshot/;

  it.each(IN_PLAIN_SIGHT.filter(({ what }) => !unseen.test(what)))('is set apart for damage of $what', ({ do: harm }) =>
    withLedger(async ({ ledger, raw }) => {
      const [id] = await two(ledger);
      await harm(raw, id);
      const events = await count(raw, 'history');
      await expect(ledger.writer.submit(handOver(id))).rejects.toMatchObject({ code: 'partnership-quarantined', id });
      expect(await count(raw, 'history')).toBe(events);
    }),
  );

  it('gets a sound snapshot again with its next event when only the text of it was damaged', () =>
    withLedger(async ({ ledger, raw }) => {
      const [id] = await two(ledger);
      await IN_PLAIN_SIGHT.find(({ what }) => unseen.test(what))?.do(raw, id);
      await ledger.writer.submit(handOver(id));
      await expect(ledger.caretaker.verify(HERE, id)).resolves.toMatchObject({ intact: true, snapshotMatches: true });
    }));
});

function unexpected(answer: unknown): never {
  throw new Error(`this should not have been answered: ${JSON.stringify(answer)}`);
}

describe('what another program records meanwhile', () => {
  async function twoPrograms({ ledger, again }: Workbench, work: (other: Ledger, id: string) => Promise<void>) {
    const [id] = await two(ledger);
    const other = await again();
    await work(other, id);
    await other.close();
  }

  it('never makes a sound partnership look damaged', () =>
    withLedger((bench) =>
      twoPrograms(bench, async (other, id) => {
        for (let round = 0; round < 20; round++) {
          const [, verified] = await Promise.all([
            other.writer.submit(handOver(id)),
            bench.ledger.caretaker.verify(HERE, id),
            bench.ledger.partnerships.get(HERE, id),
            bench.ledger.writer.rehearse(handOver(id)),
          ]);
          expect(verified.fault).toBeUndefined();
        }
        await expect(bench.ledger.caretaker.quarantined(HERE)).resolves.toEqual([]);
      }),
    ));

  it('is never written over by a rebuild', () =>
    withLedger((bench) =>
      twoPrograms(bench, async (other, id) => {
        for (let round = 0; round < 20; round++) {
          await Promise.all([
            bench.ledger.caretaker.rebuild(HERE, id),
            bench.ledger.writer.submit(handOver(id, { actor: ACTOR })),
            other.writer.submit(handOver(id)),
          ]);
        }
        const { row } = await bench.ledger.partnerships.get(HERE, id);
        expect(row.version).toBe(43);
        await expect(other.caretaker.verify(HERE, id)).resolves.toMatchObject({ events: 43, snapshotMatches: true });
      }),
    ));
});
