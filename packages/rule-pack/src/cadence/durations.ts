import { type Unit } from '../model.js';
import { type CadenceEntry, type Moment } from './model.js';

/** A parameter that an entry counts with, and where it stands in the entry. */
interface Duration {
  readonly parameter: string;
  readonly units: readonly Unit[];
  readonly path: readonly (string | number)[];
}

const days: readonly Unit[] = ['dagen'];
const monthsOrDays: readonly Unit[] = ['maanden', 'dagen'];

/** Every parameter of an entry; the first is that of its moment, without which nothing can be planned. */
export function durationsOf({ moment, leadTime, escalation }: CadenceEntry): readonly [Duration, ...Duration[]] {
  return [
    ofMoment(moment),
    ...(leadTime === undefined ? [] : [{ parameter: leadTime, units: days, path: ['leadTime'] }]),
    ...escalation.map(({ after }, i) => ({ parameter: after, units: days, path: ['escalation', i, 'after'] })),
  ];
}

function ofMoment(moment: Moment): Duration {
  switch (moment.kind) {
    case 'terugkerend':
      return { parameter: moment.every, units: ['maanden'], path: ['moment', 'every'] };
    case 'jaarlijks':
    case 'naGebeurtenis':
      return { parameter: moment.within, units: monthsOrDays, path: ['moment', 'within'] };
    case 'voorContracteinde':
      return { parameter: moment.before, units: monthsOrDays, path: ['moment', 'before'] };
    case 'stilstand':
      return { parameter: moment.longerThan, units: days, path: ['moment', 'longerThan'] };
    case 'zonderBackup':
      return { parameter: moment.within, units: days, path: ['moment', 'within'] };
  }
}
