import { describe, expect, it } from '@jest/globals';
import { type Ledger } from '../ledger.js';
import { walked } from '../testing/partnerships.js';
import { type Raw } from '../testing/raw.js';
import { ELSEWHERE, HERE, withLedger } from '../testing/workbench.js';
import { type ReminderFilter, type ReminderPlace } from './listing.js';

/** More than two pages look through. */
const MANY = 12_000;

/** So many reminders, a second apart; only the last is about trees. */
async function many(ledger: Ledger, raw: Raw): Promise<void> {
  const { partnership } = await walked(ledger);
  await raw.rows(
    `INSERT INTO reminder (id, organisation_id, partnership_id, kind, occurrence, step, recipient, due_on, due_at, state,
       next_try_at, set_by, created_at, updated_at, search, why)
     WITH RECURSIVE n (i) AS (SELECT 100000 UNION ALL SELECT i + 1 FROM n WHERE i < 100000 + ${MANY - 1})
     SELECT 'r' || i, ?, ?, 'gesprek', 'nr-' || i, 0, 'coordinator', '2090-01-01', '2090-01-01T08:00:' || i, 'planned',
       '2090-01-01T08:00:' || i, 1, '2026', '2026', CASE WHEN i = 100000 + ${MANY - 1} THEN 'bomen' ELSE 'gras' END, '{}'
     FROM n`,
    HERE,
    partnership,
  );
}

async function walkThrough(ledger: Ledger, filter: ReminderFilter, limit: number) {
  const pages: number[] = [];
  const ids: string[] = [];
  for (let after: ReminderPlace | undefined; ;) {
    const { items, next } = await ledger.reminders.page(HERE, filter, limit, after);
    pages.push(items.length);
    ids.push(...items.map(({ id }) => id));
    if (!next) return { pages, ids };
    after = next;
  }
}

describe('a list that is scrolled to any place', () => {
  it('is counted under each condition, and is the same list part by part', () =>
    withLedger(async ({ ledger, raw }) => {
      await many(ledger, raw);
      const { ids } = await walkThrough(ledger, {}, 5_000);
      expect(await ledger.reminders.count(HERE, {})).toBe(ids.length);
      expect(await ledger.reminders.count(HERE, { state: 'planned', from: '2090' })).toBe(MANY);
      expect(await ledger.reminders.count(HERE, { state: 'dead' })).toBe(0);
      expect(await ledger.reminders.count(ELSEWHERE, {})).toBe(0);
      for (const skip of [0, 1, 7_777, ids.length - 2]) {
        const { items } = await ledger.reminders.part(HERE, {}, 3, skip);
        expect(items.map(({ id }) => id)).toEqual(ids.slice(skip, skip + 3));
      }
      expect(await ledger.reminders.part(HERE, {}, 3, ids.length)).toEqual({ items: [] });
    }));

  it('goes on from a part as from any page', () =>
    withLedger(async ({ ledger, raw }) => {
      await many(ledger, raw);
      const { next } = await ledger.reminders.part(HERE, { kind: 'gesprek' }, 4, 500);
      const page = await ledger.reminders.page(HERE, { kind: 'gesprek' }, 4, next);
      const part = await ledger.reminders.part(HERE, { kind: 'gesprek' }, 4, 504);
      expect(page).toEqual(part);
    }));
});

describe('looking for a text among many reminders', () => {
  it('looks through so many a page and says where to go on: what is there is found, however far', () =>
    withLedger(async ({ ledger, raw }) => {
      await many(ledger, raw);
      const { pages, ids } = await walkThrough(ledger, { text: 'bomen' }, 10);
      expect(ids).toEqual([`r${100_000 + MANY - 1}`]);
      expect(pages).toEqual([0, 0, 1]);
    }));

  it('passes nothing over where many fit, nor counts anything twice', () =>
    withLedger(async ({ ledger, raw }) => {
      await many(ledger, raw);
      const { ids } = await walkThrough(ledger, { text: 'GRAS', kind: 'gesprek' }, 997);
      expect(ids).toHaveLength(MANY - 1);
      expect(new Set(ids).size).toBe(MANY - 1);
    }));

  it('cannot be used to act on more than can be overseen', () =>
    withLedger(async ({ ledger, raw }) => {
      await many(ledger, raw);
      await expect(ledger.reminders.select(HERE, {})).rejects.toMatchObject({ code: 'reminders-too-many' });
      expect(await ledger.reminders.select(HERE, { text: 'bomen' })).toEqual([`r${100_000 + MANY - 1}`]);
      expect((await ledger.reminders.health(HERE)).counts.planned).toBe(10_000);
    }));
});
