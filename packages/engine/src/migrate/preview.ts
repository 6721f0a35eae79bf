import { type Partnership } from '../model.js';
import { type Policy } from '../policy.js';
import { plannedTimers } from '../planning/planned-timers.js';
import { timerChanges } from '../planning/timer-changes.js';
import { eventChanges } from './event-changes.js';
import { type MigrationPreview, type UnknownParameter } from './model.js';
import { obligationChanges } from './obligation-changes.js';

/**
 * What a move to another pack would change for a partnership as it stands: obligations, what can happen next, moments
 * that must not pass unseen, and figures still to be filled in. Whether the move is allowed is for `migrate` to say.
 * @param from the policy the partnership is pinned to
 * @param to made for the lifecycle of the partnership
 * @param now instant (ISO, UTC); obligations are worked out at its local date
 */
export function migrationPreview(partnership: Partnership, from: Policy, to: Policy, now: string): MigrationPreview {
  return {
    obligations: obligationChanges(partnership, from, to, now),
    events: eventChanges(partnership, from, to, now),
    timers: timerDifference(partnership, from, to),
    unknownParameters: unknownParameters(from, to),
  };
}

/** Whether a preview shows any difference that people have to know of. */
export function differs({ obligations, events, timers }: MigrationPreview): boolean {
  const dates = timers.added.length + timers.removed.length + timers.moved.length;
  return obligations.some(({ changed }) => changed) || events.length > 0 || dates > 0;
}

/** Of each kind the earliest that goes and the earliest that comes are one moment that moves; the rest comes or goes. */
function timerDifference(partnership: Partnership, from: Policy, to: Policy): MigrationPreview['timers'] {
  const { set, cancel } = timerChanges(plannedTimers(partnership, from), plannedTimers(partnership, to));
  const added = [...set].sort(byDate);
  const removed: MigrationPreview['timers']['removed'][number][] = [];
  const moved: MigrationPreview['timers']['moved'][number][] = [];
  for (const { kind, occurrence, dueOn } of [...cancel].sort(byDate)) {
    const at = added.findIndex((one) => one.kind === kind);
    const [now] = at < 0 ? [] : added.splice(at, 1);
    const was = { occurrence, dueOn };
    if (now) moved.push({ kind, was, now: { occurrence: now.occurrence, dueOn: now.dueOn } });
    else removed.push({ kind, ...was });
  }
  return { added, removed, moved };
}

function byDate(a: { dueOn: string }, b: { dueOn: string }): number {
  return a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0;
}

function unknownParameters({ pack: before }: Policy, { pack: after }: Policy): UnknownParameter[] {
  return [...after.parameters.values()]
    .filter(({ known }) => !known)
    .map(({ name, title }) => {
      const was = before.parameters.get(name);
      return { name, title, was: was === undefined ? 'absent' : was.known ? 'known' : 'unknown' };
    });
}
