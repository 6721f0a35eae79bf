import { addDays } from '@samenwerkt/calendar';
import { durationsOf, type CadenceEntry } from '@samenwerkt/rule-pack';
import { parameterReading } from '../judge.js';
import { type PackRef, type ParameterReading, type Partnership, type Timer } from '../model.js';
import { type Policy } from '../policy.js';
import { durationOn } from './duration.js';
import { plans } from './planned-timers.js';

/** What to do about an open timer, whom to tell and when, and why. All dates are local (Europe/Amsterdam), ISO. */
export interface Reminder {
  /** The entry of the cadence that asks for it. */
  readonly entry: CadenceEntry;
  /** The lead time before the due date; on the due date when there is none. */
  readonly goesOutOn: string;
  /** Local time, `HH:mm`. */
  readonly at: string;
  /** A role, or `backup`. */
  readonly to: string;
  /** In the order of the cadence; those whose parameter is not known are left out. */
  readonly escalations: readonly { readonly on: string; readonly to: string }[];
  /** Parameters (`parameter.<name>`) that would have counted, but have no value. */
  readonly missing: readonly string[];
  readonly why: {
    /** Id of the entry. */
    readonly cadence: string;
    /** Date from which the moment counts. */
    readonly anchor: string;
    /** As they were when the moment came into being: on the day of the state, the event or the end that it is about. */
    readonly parameters: readonly ParameterReading[];
    readonly pack: PackRef;
  };
}

/**
 * What is to be done about a timer.
 * @returns undefined when it is no longer open: the partnership, as it stands, has no such moment under this policy
 */
export function reminderOf(timer: Timer, partnership: Partnership, policy: Policy): Reminder | undefined {
  const plan = plans(partnership, policy).find(
    ({ entry, occurrence }) => entry.id === timer.kind && occurrence === timer.occurrence,
  );
  if (!plan) return undefined;
  const { entry, anchor, readOn, dueOn } = plan;
  const { at, to } = entry;
  const daysOf = (name: string) => durationOn(policy, name, readOn)?.value;
  const lead = entry.leadTime === undefined ? undefined : daysOf(entry.leadTime);
  const used = [...new Set(durationsOf(entry).map(({ parameter }) => parameter))];
  const parameters = used.flatMap((name) => parameterReading(policy, name, readOn));
  return {
    entry,
    goesOutOn: lead === undefined ? dueOn : addDays(dueOn, -lead),
    at,
    to,
    escalations: entry.escalation.flatMap((step) => {
      const days = daysOf(step.after);
      return days === undefined ? [] : [{ on: addDays(dueOn, days), to: step.to }];
    }),
    missing: used.filter((name) => !parameters.some((found) => found.name === name)).map((name) => `parameter.${name}`),
    why: { cadence: entry.id, anchor, parameters, pack: policy.ref },
  };
}
