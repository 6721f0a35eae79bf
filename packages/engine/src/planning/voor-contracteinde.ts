import { addDays } from '@samenwerkt/calendar';
import { type VoorContracteinde } from '@samenwerkt/rule-pack';
import { latest } from '../dossier.js';
import { type Partnership } from '../model.js';
import { durationOn, earlier } from './duration.js';
import { type Planner } from './model.js';
import { happenedSince } from './traces.js';

/**
 * Due a term before the last day of the contract; the term is the one in force on that last day. A closing event from
 * before the day on which that last day was agreed was about another end, and does not count.
 */
export const voorContracteinde: Planner<VoorContracteinde> = ({ before }, { partnership, policy, doneBy }) => {
  const { einde } = partnership.contract;
  const term = einde === undefined ? undefined : durationOn(policy, before, einde);
  if (einde === undefined || term === undefined) return [];
  const agreed = agreedOn(partnership, einde);
  if (happenedSince(partnership, doneBy, agreed === undefined ? '' : addDays(agreed, 1))) return [];
  return [{ occurrence: `einde-${einde}`, due: earlier(einde, term), anchor: einde, readOn: einde }];
};

/** Events that can change the last day of a contract, by the series in which they are kept. */
const CHANGES = ['verlengingen', 'wijzigingen'];

/** The day on which a running contract got this last day; undefined when it had it from the beginning. */
function agreedOn({ dossier }: Partnership, einde: string): string | undefined {
  const days = CHANGES.flatMap((series) => {
    const change = latest(dossier, 'monitoring', series);
    return change?.['contractEinde'] === einde && typeof change['datum'] === 'string' ? [change['datum']] : [];
  });
  return days.sort().at(-1);
}
