import { type Lifecycle, type Partnership, type Timer } from '@samenwerkt/engine';
import { type PartnershipEntity } from '../entities/partnership.js';

/** Columns by which lists search; derived, never a truth of their own. */
type SearchColumns = Pick<PartnershipEntity, 'phase' | 'states' | 'coordinator' | 'nextDueOn'>;

export function searchColumns(
  { states, coordinator }: Partnership,
  lifecycle: Lifecycle,
  timers: readonly Timer[],
): SearchColumns {
  const due = timers.map(({ dueOn }) => dueOn).sort();
  return {
    phase: lifecycle.states.get(states[0] ?? '')?.phase ?? '',
    states: `|${states.join('|')}|`,
    coordinator: coordinator ?? null,
    nextDueOn: due[0] ?? null,
  };
}

export function sameColumns(a: SearchColumns, b: SearchColumns): boolean {
  return a.phase === b.phase && a.states === b.states && a.coordinator === b.coordinator && a.nextDueOn === b.nextDueOn;
}
