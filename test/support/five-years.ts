import { expect } from '@jest/globals';
import { atLocalTime, secondsAfter } from '@samenwerkt/calendar';
import { type Ledger } from '@samenwerkt/ledger';
import { daysFrom, isWorkday, lastWorkdays, shifted } from './expected-moments.js';
import { conversationPack, hold, monitored, ORGANISATION } from './simulation.js';

const FIRST = '2024-01-01';
const LAST = '2028-12-31';
/** Every so manieth partnership holds its conversations five days late. */
const LATE_EVERY = 10;
const LATE_BY = 5;
const isLate = (index: number): boolean => index % LATE_EVERY === 0;

/** Something that went out of one partnership, at an instant (ISO, UTC). */
export interface Sent {
  readonly partnershipId: string | null;
  readonly occurrence: string;
  readonly step: number;
  readonly at: string;
}

/** How the time of the simulation passes, and what goes out in it. */
interface Course {
  readonly ledger: Ledger;
  readonly time: { now: string };
  /** Sends what is due at this moment, all of it. @returns what went out since the last time */
  send(): Promise<readonly Sent[]>;
}

/** How many partnerships talk every month, and how many every quarter. */
interface Crowd {
  readonly monthly: number;
  readonly quarterly: number;
}

/** Where the clock of a simulation stands before it begins. */
export const BEFORE = atLocalTime(FIRST, '12:00');

/**
 * Lives the years 2024 to 2028 day by day, and holds what went out against what the calendar on paper says: a reminder of
 * every conversation exactly once, at nine a week before its last working day; an escalation to the back-up only of what is
 * late; nothing early, nothing on another moment. In the end histories are sound.
 */
export async function livesFiveYears(course: Course, { monthly, quarterly }: Crowd): Promise<void> {
  const { ledger } = course;
  await ledger.ensureOrganisation(ORGANISATION, 'Simulatie');
  const groups = [
    { pack: 'maandelijks', months: 1, count: monthly },
    { pack: 'kwartaal', months: 3, count: quarterly },
  ];
  const agenda = new Map<string, string[]>();
  const members = new Map<string, { late: boolean; due: readonly string[] }>();
  for (const { pack, months, count } of groups) {
    await ledger.shelf.add(ORGANISATION, conversationPack(pack, months));
    const due = lastWorkdays(months);
    expect(due.filter((day) => !isWorkday(day))).toEqual([]);
    for (const [i, id] of (await monitored(ledger, pack, count, FIRST)).entries()) {
      members.set(id, { late: isLate(i), due });
      for (const day of due.map((one) => (isLate(i) ? shifted(one, LATE_BY) : one)))
        agenda.set(day, [...(agenda.get(day) ?? []), id]);
    }
  }
  const sent: Sent[] = [];
  for (const day of daysFrom(FIRST, LAST)) sent.push(...(await live(course, day, agenda.get(day) ?? [])));
  const own = new Map([...members.keys()].map((id): [string, Sent[]] => [id, []]));
  for (const one of sent) own.get(one.partnershipId ?? '')?.push(one);
  for (const [id, { late, due }] of members) mustBe(own.get(id) ?? [], late, due);
  for (const id of [...members.keys()].filter((_, i) => i % Math.ceil(members.size / 6) === 0))
    expect(await ledger.caretaker.verify(ORGANISATION, id)).toMatchObject({ intact: true, snapshotMatches: true });
}

/** One day: nothing a second before nine, then all of it, then the conversations of the day are held. */
async function live({ ledger, time, send }: Course, day: string, talking: readonly string[]): Promise<Sent[]> {
  const nine = atLocalTime(day, '09:00');
  time.now = secondsAfter(nine, -1);
  const early = await send();
  time.now = nine;
  // What ends in a rule pack is told as well, and is about no partnership.
  const sent = [...early, ...(await send())].filter(({ partnershipId }) => partnershipId !== null);
  expect(sent.filter(({ at }) => at !== nine)).toEqual([]);
  time.now = atLocalTime(day, '16:00');
  await hold(ledger, talking, day);
  return sent;
}

function mustBe(own: readonly Sent[], late: boolean, due: readonly string[]): void {
  const at = (day: string) => atLocalTime(day, '09:00');
  const moments = (step: number) => own.filter((one) => one.step === step).map((one) => one.at);
  expect(moments(0)).toEqual(due.map((day) => at(shifted(day, -7))));
  const tooLate = due.map((day) => shifted(day, 3)).filter((day) => day <= LAST);
  expect(moments(1)).toEqual(late ? tooLate.map(at) : []);
  const names = own.map(({ occurrence, step }) => `${occurrence} ${step}`);
  expect(new Set(names).size).toBe(names.length);
}
