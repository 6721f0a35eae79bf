import { date, id, list, object, orNull, text, whole, type Schema } from './schemas.js';

const month: Schema = { type: 'integer', minimum: 1 };

/** Answers about how long names are kept and from how many people figures are shown. */
export const PRIVACY_SCHEMAS: Readonly<Record<'PrivacySettings' | 'RetentionRun', Schema>> = {
  PrivacySettings: object({ eraseAfterMonths: orNull(month), groupMinimum: { type: 'integer', minimum: 3 } }),
  RetentionRun: object({
    months: month,
    day: date,
    people: list(object({ id, name: text, endedOn: date, partnerships: whole })),
    files: { ...whole, description: 'Bestanden bij bewijs waarvan de termijn voorbij is' },
    erased: whole,
  }),
};
