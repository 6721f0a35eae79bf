import { type NaGebeurtenis } from '@samenwerkt/rule-pack';
import { durationOn, later } from './duration.js';
import { type Planner } from './model.js';
import { dayOf, happenedSince } from './traces.js';

/** Due within a term after the day of an event, until one of the closing events has happened since. */
export const naGebeurtenis: Planner<NaGebeurtenis> = ({ after, within }, { partnership, policy, doneBy }) => {
  const day = dayOf(partnership, after);
  const term = day === undefined ? undefined : durationOn(policy, within, day);
  if (day === undefined || term === undefined || happenedSince(partnership, doneBy, day)) return [];
  return [{ occurrence: `${after}-${day}`, due: later(day, term), anchor: day, readOn: day }];
};
