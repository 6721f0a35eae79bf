import { nearestWorkday } from '@samenwerkt/calendar';
import { type CadenceEntry } from '@samenwerkt/rule-pack';
import { type Partnership, type Timer } from '../model.js';
import { type Policy } from '../policy.js';
import { cadenceOf } from './cadence.js';
import { jaarlijks } from './jaarlijks.js';
import { type Plan, type Planned } from './model.js';
import { naGebeurtenis } from './na-gebeurtenis.js';
import { isRunning } from './scope.js';
import { situationOf } from './situation.js';
import { stilstand } from './stilstand.js';
import { terugkerend } from './terugkerend.js';
import { voorContracteinde } from './voor-contracteinde.js';
import { zonderBackup } from './zonder-backup.js';

/**
 * The moments that must not pass unseen, given how the partnership stands: the fold of the pack's cadence, in its order.
 * It looks at the partnership and the policy only, never at the clock: the same partnership always has the same timers.
 */
export function plannedTimers(partnership: Partnership, policy: Policy): Timer[] {
  return plans(partnership, policy).map(({ entry, occurrence, dueOn }) => ({ kind: entry.id, occurrence, dueOn }));
}

/** The same moments, each with the entry that asks for it and the date from which it counts. */
export function plans(partnership: Partnership, policy: Policy): Plan[] {
  if (!isRunning(partnership)) return [];
  return cadenceOf(policy).flatMap((entry) =>
    openMoments(entry, partnership, policy).map((planned) => ({ ...planned, entry, dueOn: dueOn(entry, planned) })),
  );
}

function openMoments(entry: CadenceEntry, partnership: Partnership, policy: Policy): readonly Planned[] {
  const { moment } = entry;
  const situation = situationOf(entry, partnership, policy);
  if (!situation) return [];
  switch (moment.kind) {
    case 'terugkerend':
      return terugkerend(moment, situation);
    case 'jaarlijks':
      return jaarlijks(moment, situation);
    case 'naGebeurtenis':
      return naGebeurtenis(moment, situation);
    case 'voorContracteinde':
      return voorContracteinde(moment, situation);
    case 'stilstand':
      return stilstand(moment, situation);
    case 'zonderBackup':
      return zonderBackup(moment, situation);
  }
}

/** A due date never moves to before the day from which it counts: then the working day after it is taken. */
function dueOn({ workday }: CadenceEntry, { due, anchor }: Planned): string {
  if (workday === 'geen') return due;
  const moved = nearestWorkday(due, workday);
  return moved < anchor && anchor <= due ? nearestWorkday(due, 'na') : moved;
}
