import { api, ask } from '../../api/client.js';
import { type RemindersFilter, type Schemas } from '../../api/queries.js';
import { type FieldSchema } from '../../form/model.js';
import { t } from '../../i18n/translate.js';
import { type Chosen } from './chosen.js';

/** What can be done with many reminders, and the words for it. */
export const BULK_ACTS = {
  retry: { title: 'rem.retry', panel: 'rems.panel.retry', sure: 'rems.do.retry', did: 'rems.did.retry' },
  skip: { title: 'rem.skip', panel: 'rems.panel.skip', sure: 'rems.do.skip', did: 'rems.did.skip' },
  reschedule: {
    title: 'rems.reschedule',
    panel: 'rems.panel.reschedule',
    sure: 'rems.do.reschedule',
    did: 'rems.did.reschedule',
  },
} as const;

export type BulkAct = keyof typeof BULK_ACTS;

/** What an act asks: why, and for another moment which. */
export function fieldsOf(act: BulkAct): FieldSchema {
  const reason: FieldSchema = { type: 'string', title: t('rem.reason'), maxLength: 1000 };
  if (act !== 'reschedule') return { type: 'object', required: ['reason'], properties: { reason } };
  const date: FieldSchema = { type: 'string', format: 'date', title: t('rems.date') };
  const time: FieldSchema = { type: 'string', title: t('rems.time'), maxLength: 5 };
  return { type: 'object', required: ['date', 'reason'], properties: { date, time, reason } };
}

/** What is asked of the API: which reminders, and what was filled in. */
export type BulkAsked = Schemas['ReminderActsDto'];

export function askedOf(act: BulkAct, chosen: Chosen, filter: RemindersFilter, filled: object): BulkAsked {
  const which = chosen === 'all' ? { filter } : { ids: [...chosen.keys()] };
  return { reason: '', ...filled, act, ...which } as BulkAsked;
}

/** @param dryRun only says what would come of it */
export function send(body: BulkAsked, dryRun: boolean): Promise<Schemas['ReminderActs']> {
  return ask(api.POST('/api/v1/reminder-acts', { params: { query: { dryRun } }, body }));
}
