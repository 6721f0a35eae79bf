import { type Lifecycle, type Partnership, type Timer } from '@samenwerkt/engine';
import { type PartnershipEntity } from '../entities/partnership.js';

/** Columns by which lists search; derived, never a truth of their own. */
export type SearchColumns = Pick<
  PartnershipEntity,
  'phase' | 'states' | 'packName' | 'packVersion' | 'coordinator' | 'nextDueOn' | 'contractEndsOn'
>;

export function searchColumns(
  { states, pack, coordinator, contract }: Partnership,
  lifecycle: Lifecycle,
  timers: readonly Timer[],
): SearchColumns {
  const due = timers.map(({ dueOn }) => dueOn).sort();
  return {
    phase: lifecycle.states.get(states[0] ?? '')?.phase ?? '',
    states: `|${states.join('|')}|`,
    packName: pack.name,
    packVersion: pack.version,
    coordinator: coordinator ?? null,
    nextDueOn: due[0] ?? null,
    contractEndsOn: contract.einde ?? null,
  };
}

const NAMES = ['phase', 'states', 'packName', 'packVersion', 'coordinator', 'nextDueOn', 'contractEndsOn'] as const;

export function sameColumns(a: SearchColumns, b: SearchColumns): boolean {
  return NAMES.every((name) => a[name] === b[name]);
}
