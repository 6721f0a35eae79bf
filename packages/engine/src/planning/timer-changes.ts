import { type Acceptance, type Timer } from '../model.js';

/** What to set and what to cancel to go from one state of affairs to the next. */
export function timerChanges(before: readonly Timer[], after: readonly Timer[]): Acceptance['timers'] {
  const key = ({ kind, occurrence, dueOn }: Timer) => `${kind} ${occurrence} ${dueOn}`;
  const had = new Set(before.map(key));
  const has = new Set(after.map(key));
  return {
    set: after.filter((timer) => !had.has(key(timer))),
    cancel: before.filter((timer) => !has.has(key(timer))),
    open: after,
  };
}
