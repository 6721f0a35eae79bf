import { date, list, object, parameterReading, text, whole, type Schema } from './schemas.js';

const instant: Schema = { type: 'string', format: 'date-time' };
const id: Schema = { type: 'string', format: 'uuid' };
const orNull = (schema: Schema): Schema => ({ oneOf: [schema, { type: 'null' }] });

const source = object({ title: text, document: text, page: text, step: text, address: text }, [
  'document',
  'page',
  'step',
  'address',
]);
const agreement = { afspraak: text, eigenaar: text, datum: date };
const next = orNull(
  object(
    {
      kind: text,
      occurrence: text,
      title: text,
      dueOn: { ...date, description: 'Uiterlijk' },
      countsFrom: date,
      parameters: list(parameterReading),
      source,
    },
    ['source'],
  ),
);

const held = object({
  sequence: { ...whole, description: 'Volgnummer in de geschiedenis' },
  recordedAt: instant,
  recordedBy: text,
  datum: date,
  periode: { ...orNull(date), description: 'Een dag in de periode waarvoor het telt; null voor een extra gesprek' },
  deelnemers: list(object({ functie: text, toelichting: text }, ['toelichting'])),
  verslag: text,
  afspraken: list(object(agreement, ['eigenaar', 'datum'])),
  afgedaan: list(object({ afspraak: text, uitkomst: { type: 'string', enum: ['gedaan', 'vervallen'] } })),
});

const point = object(
  {
    kind: {
      type: 'string',
      enum: [
        'afspraakTeLaat',
        'afspraakOpen',
        'ontbreekt',
        'contract',
        'backup',
        'belemmering',
        'verplichting',
        'sindsVorigGesprek',
        'vast',
      ],
    },
    id: text,
    title: text,
    reason: text,
    source,
    dueOn: date,
    owner: text,
  },
  ['source', 'dueOn', 'owner'],
);

/** What the resources about conversations answer. */
export const CHECK_IN_SCHEMAS: Readonly<Record<string, Schema>> = {
  CheckIns: object({
    next,
    openAgreements: list(object({ id: text, ...agreement, sinds: date })),
    items: list(held),
    nextCursor: orNull(whole),
  }),
  Agenda: object({ partnership: id, version: whole, next, items: list(point) }),
};
