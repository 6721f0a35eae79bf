import { type Claimed } from '../reminders/dispatch-desk.js';
import { type ReminderLine } from '../reminders/listing.js';
import { type Ledger } from '../ledger.js';
import { TO_MONITORING, walked } from './partnerships.js';
import { remindingPack } from './reminding-pack.js';
import { HERE } from './workbench.js';

/** Moments at which the three steps about the conversation of the first quarter of 2026 go out, 09:00 in Amsterdam. */
export const STEPS = ['2026-03-17T08:00:00.000Z', '2026-04-07T07:00:00.000Z', '2026-04-21T07:00:00.000Z'] as const;

/** A partnership in monitoring of which the next conversation has a reminder and two escalations. */
export async function reminded(ledger: Ledger, over: object = {}): Promise<string> {
  await ledger.shelf.add(HERE, remindingPack());
  return (await walked(ledger, TO_MONITORING, { pack: 'herinnerend', ...over })).partnership;
}

/** All reminders of the organisation, earliest first. */
export async function lines(ledger: Ledger, filter = {}): Promise<readonly ReminderLine[]> {
  return (await ledger.reminders.page(HERE, filter, 10_000)).items;
}

/** The reminder about the conversation of the first quarter. */
export async function firstStep(ledger: Ledger): Promise<ReminderLine> {
  return found((await lines(ledger)).find(({ dueAt, step }) => dueAt === STEPS[0] && step === 0));
}

/** What is there; a test that expects it ends when it is not. */
export function found<T>(thing: T | undefined): T {
  if (thing === undefined) throw new Error('not there');
  return thing;
}

/** Claims what can be claimed. */
export async function claimed(ledger: Ledger, id: string, worker: string, until: string): Promise<Claimed> {
  return found(await ledger.dispatch.claim(id, worker, until));
}
