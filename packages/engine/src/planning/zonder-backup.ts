import { today } from '@samenwerkt/calendar';
import { type ZonderBackup } from '@samenwerkt/rule-pack';
import { type Dossier } from '../model.js';
import { durationOn, later } from './duration.js';
import { type Planner } from './model.js';
import { dayOf } from './traces.js';

/**
 * Due within a term when the coordinator has no back-up, or is their own after a handover. The dossier keeps no day of a
 * handover, so the term counts from the decision in principle, or from the start when that has no day: after a handover
 * the date has usually passed already, and the reminder is due at once.
 */
export const zonderBackup: Planner<ZonderBackup> = ({ within }, { partnership, policy }) => {
  const { coordinator, backup, dossier, startedAt } = partnership;
  if (coordinator === undefined || (backup !== undefined && backup !== coordinator)) return [];
  const day = dayOf(partnership, 'principebesluitNemen') ?? today(startedAt);
  const term = durationOn(policy, within, day);
  return term
    ? [{ occurrence: `overdracht-${handovers(dossier)}`, due: later(day, term), anchor: day, readOn: day }]
    : [];
};

/** How often coordination was handed over: the name of each time without a back-up. */
function handovers(dossier: Dossier): number {
  const series = dossier['verloop']?.['overdrachten'] as { readonly aantal: number } | undefined;
  return series?.aantal ?? 0;
}
