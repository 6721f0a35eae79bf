import { addDays, lastDayOf, plainDate, yearlyStatementDue } from '@samenwerkt/calendar';
import { type Jaarlijks } from '@samenwerkt/rule-pack';
import { durationOn } from './duration.js';
import { type Planner } from './model.js';
import { yearOf } from './traces.js';

/** The last month of a calendar year. */
const DECEMBER = 12;

/**
 * About the first calendar year not done yet, as long as the contract ran in it. The first of all is about the year of
 * the first placement, so that a suspension or a next step of the lifecycle leaves no year out.
 */
export const jaarlijks: Planner<Jaarlijks> = ({ within }, { partnership, policy, doneBy, since }) => {
  const { dossier, contract } = partnership;
  const term = durationOn(policy, within, since);
  if (term === undefined) return [];
  const done = doneBy.flatMap((event) => yearOf(partnership, event) ?? []);
  const placed = dossier['rolverdeling']?.['eerstePlaatsing'];
  const begun = typeof placed === 'string' && placed < since ? placed : since;
  const year = done.length > 0 ? Math.max(...done) + 1 : plainDate(begun).year;
  const last = contract.einde === undefined ? year : plainDate(contract.einde).year;
  if (year > last) return [];
  const anchor = lastDayOf(year, DECEMBER);
  const due = term.unit === 'maanden' ? yearlyStatementDue(year, term.value) : addDays(anchor, term.value);
  return [{ occurrence: String(year), due, anchor, readOn: since }];
};
