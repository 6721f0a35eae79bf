import { type ReminderAct, type ReminderFilter } from '@samenwerkt/ledger';
import { RequestError } from '../http/errors.js';
import { localMoment, momentOf } from '../http/moment.js';
import { type ReminderActsDto, type RemindersQuery, type RescheduleDto } from './reminder.dto.js';

type Conditions = Pick<RemindersQuery, 'state' | 'kind' | 'partnership' | 'q' | 'from' | 'before'>;

/** The conditions of a request in the ledger's terms. */
export function filterOf({ q, from, before, state, kind, partnership }: Conditions): ReminderFilter {
  return {
    ...{ state, kind, partnership, text: q },
    ...(from !== undefined && { from: momentOf(from) }),
    ...(before !== undefined && { before: momentOf(before) }),
  };
}

/** @throws RequestError unless exactly one of the two ways is used */
export function rescheduleOf({ dueAt, date, time }: RescheduleDto): ReminderAct {
  if (dueAt !== undefined && date === undefined && time === undefined) return { act: 'reschedule', dueAt };
  if (dueAt === undefined && date !== undefined) return { act: 'reschedule', dueAt: localMoment(date, time) };
  throw new RequestError('moment-unclear', 400, {
    nl: 'Zeg wanneer: geef of dueAt (een moment in UTC), of date en zo nodig time (in Nederland); niet beide.',
    en: 'Say when: give either dueAt (a moment in UTC), or date and if need be time (in the Netherlands); not both.',
  });
}

/** @throws RequestError when the moment does not go with the act */
export function actOf(body: ReminderActsDto): ReminderAct {
  if (body.act === 'reschedule') return rescheduleOf(body);
  if (body.dueAt === undefined && body.date === undefined && body.time === undefined) return { act: body.act };
  throw new RequestError('moment-unclear', 400, {
    nl: 'dueAt, date en time horen alleen bij act "reschedule"; laat ze weg.',
    en: 'dueAt, date and time go with act "reschedule" only; leave them out.',
  });
}
