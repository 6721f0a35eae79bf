import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { atLocalTime } from '@samenwerkt/calendar';
import { ledgerLocation, openLedger, type Ledger } from '@samenwerkt/ledger';
import { databaseOf } from '../support/database.js';
import { daysFrom, isWorkday, lastWorkdays, shifted } from '../support/expected-moments.js';
import { temporaryFolder } from '../support/host.js';
import { conversationPack, hold, monitored, ORGANISATION, sendAll } from '../support/simulation.js';

const FIRST = '2024-01-01';
const LAST = '2028-12-31';
/** Partnerships that talk every month, and every quarter. */
const GROUPS = [
  { pack: 'maandelijks', months: 1, count: 400 },
  { pack: 'kwartaal', months: 3, count: 600 },
] as const;
/** Every so manieth partnership holds its conversations five days late. */
const LATE_EVERY = 10;
const LATE_BY = 5;

const place = temporaryFolder();
let now = atLocalTime(FIRST, '12:00');
let ledger: Ledger;

interface Sent {
  readonly partnership: string;
  readonly occurrence: string;
  readonly step: number;
  readonly day: string;
}

const sent: Sent[] = [];
/** Who still has to hold a conversation, by the day on which they will. */
const agenda = new Map<string, string[]>();
const members: Record<string, readonly string[]> = {};

beforeAll(async () => {
  ledger = await openLedger({
    ...ledgerLocation(join(place.folder, 'data'), databaseOf(place.folder)),
    clock: () => now,
  });
  await ledger.ensureOrganisation(ORGANISATION, 'Simulatie');
  for (const { pack, months, count } of GROUPS) {
    await ledger.shelf.add(ORGANISATION, conversationPack(pack, months));
    const ids = await monitored(ledger, pack, count, FIRST);
    members[pack] = ids;
    ids.forEach((id, i) => plan(id, isLate(i), lastWorkdays(months)));
  }
});
afterAll(async () => {
  await ledger.close();
  place.dispose();
});

const isLate = (index: number): boolean => index % LATE_EVERY === 0;

function plan(id: string, late: boolean, dueDays: readonly string[]): void {
  for (const due of dueDays) {
    const day = late ? shifted(due, LATE_BY) : due;
    agenda.set(day, [...(agenda.get(day) ?? []), id]);
  }
}

/** What goes out of one day: nothing a second before nine, then all of it, then the conversations of the day are held. */
async function live(day: string): Promise<void> {
  now = new Date(Date.parse(atLocalTime(day, '09:00')) - 1000).toISOString();
  expect(await sendAll(ledger, now, atLocalTime(day, '09:30'))).toEqual([]);
  now = atLocalTime(day, '09:00');
  for (const { reminder } of await sendAll(ledger, now, atLocalTime(day, '09:30'))) {
    const { partnershipId: partnership, occurrence, step } = reminder;
    // What ends in a rule pack is told as well, and is about no partnership.
    if (partnership !== null) sent.push({ partnership, occurrence, step, day });
  }
  now = atLocalTime(day, '16:00');
  await hold(ledger, agenda.get(day) ?? [], day);
}

describe('five years of a thousand partnerships, 2024 to 2028', () => {
  it(
    'remind of every conversation exactly once, a week before its last working day, and tell the back-up only of what is late',
    async () => {
      for (const day of daysFrom(FIRST, LAST)) await live(day);
      const byPartnership = new Map<string, Sent[]>();
      for (const one of sent) byPartnership.set(one.partnership, [...(byPartnership.get(one.partnership) ?? []), one]);
      for (const { pack, months } of GROUPS) {
        expect(lastWorkdays(months).filter((day) => !isWorkday(day))).toEqual([]);
        (members[pack] ?? []).forEach((id, i) => {
          const due = lastWorkdays(months);
          const own = byPartnership.get(id) ?? [];
          expect(own.filter(({ step }) => step === 0).map(({ day }) => day)).toEqual(
            due.map((day) => shifted(day, -7)),
          );
          const escalated = own.filter(({ step }) => step === 1).map(({ day }) => day);
          const tooLate = due.map((day) => shifted(day, 3)).filter((day) => day <= LAST);
          expect(escalated).toEqual(isLate(i) ? tooLate : []);
          const names = own.map(({ occurrence, step }) => `${occurrence} ${step}`);
          expect(new Set(names).size).toBe(names.length);
        });
      }
    },
    10 * 60_000,
  );

  it('leave every history sound', async () => {
    for (const { pack } of GROUPS)
      for (const id of (members[pack] ?? []).slice(0, 3))
        expect(await ledger.caretaker.verify(ORGANISATION, id)).toMatchObject({ intact: true, snapshotMatches: true });
  });
});
