import { today } from '@samenwerkt/calendar';
import { type Stilstand } from '@samenwerkt/rule-pack';
import { durationOn, later } from './duration.js';
import { type Planner } from './model.js';

/** For each step the day on which it will have stood still for too long, counted from the day it was entered. */
export const stilstand: Planner<Stilstand> = ({ longerThan }, { partnership, policy, states }) =>
  states.flatMap((state) => {
    const day = today(partnership.since[state] ?? partnership.startedAt);
    const term = durationOn(policy, longerThan, day);
    return term ? [{ occurrence: `${state}-${day}`, due: later(day, term), anchor: day, readOn: day }] : [];
  });
