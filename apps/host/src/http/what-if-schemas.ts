import {
  date,
  flag,
  id,
  list,
  object,
  packRef,
  parameterReading,
  reasonFields,
  reasonOptional,
  ref,
  type Schema,
  source,
  text,
  whole,
} from './schemas.js';

const euro: Schema = { type: 'string', pattern: '^\\d+\\.\\d{2}$', description: 'Euro als tekst, met twee decimalen' };
const oneOf = (...words: readonly string[]): Schema => ({ type: 'string', enum: [...words] });
const rules = list(ref('JudgedRule'));

const figure = {
  id: text,
  title: text,
  outcome: ref('Outcome'),
  steps: list(ref('FigureStep')),
};

const contribution: Schema = { type: 'object', required: ['block'], properties: { block: text } };

const combination = {
  lines: list(object({ count: whole, contribution, figure: ref('Figure'), amount: euro, text })),
  total: euro,
  people: whole,
  hoursPerWeek: whole,
  months: whole,
  purchases: euro,
  supportHours: whole,
};

const obligation = object({
  ...figure,
  due: oneOf('yes', 'no', 'unknown'),
  shortfall: object({ known: list(parameterReading), missing: list(text) }),
});

const contributions = object({
  figures: list(ref('Figure')),
  total: euro,
  unvalued: list(object({ index: whole, block: text, reason: text })),
});

const balance = object({ obligation: text, owed: euro, counted: euro, open: euro });

const suitability = object({
  conclusion: oneOf('geschikt', 'geschiktMetAandacht', 'minderGeschikt', 'nietTeZeggen'),
  summary: text,
  points: list(
    object({
      aspect: oneOf('omvang', 'aard', 'duur', 'arbeidsaandeel', 'categorie'),
      otherwise: oneOf('minderGeschikt', 'aandacht', 'neutraal'),
      standing: oneOf('inFavour', 'against', 'open'),
      reason: ref('Reason'),
    }),
  ),
  assumed: list(object({ path: text, value: {} })),
  missing: list(text),
});

/** What `POST /what-ifs` and `POST /advice` answer. */
export const WHAT_IF_SCHEMAS: Readonly<Record<string, Schema>> = {
  FigureStep: object(
    { text, parameters: list(parameterReading), parts: list(ref('FigureStep')), source, assumption: text },
    ['source', 'assumption'],
  ),
  Outcome: object(
    { kind: oneOf('amount', 'adviser', 'duty', 'none', 'unknown'), amount: euro, reason: text, missing: list(text) },
    ['amount', 'reason', 'missing'],
  ),
  Figure: object(figure),
  JudgedRule: object({ ...reasonFields, events: list(object({ id: text, title: text })) }, reasonOptional),
  Obligation: obligation,
  WhatIf: object({
    pack: packRef,
    title: text,
    date,
    obligations: list(ref('Obligation')),
    contributions,
    balances: list(balance),
    rules: object({ blocks: rules, warns: rules, unknown: rules, fulfilled: rules, notApplicable: rules }),
    advice: suitability,
    cadence: object({ lifecycle: text, from: date, timers: list(ref('Timer')) }),
    requiredRecords: list(
      object({ state: text, title: text, records: list(object({ field: text, title: text, source, present: flag })) }),
    ),
    toFillIn: list(object({ name: text, title: text, unit: text })),
  }),
  PartnershipObligation: object({
    partnership: id,
    pack: packRef,
    date,
    obligations: list(ref('Obligation')),
    toFillIn: list(object({ name: text, title: text, unit: text })),
  }),
  WhatIfs: object({ items: list(ref('WhatIf')) }),
  Advice: object(
    {
      pack: packRef,
      date,
      open: euro,
      basis: object({ amount: euro, obligation: ref('Obligation'), realised: contributions, balance }, [
        'obligation',
        'realised',
        'balance',
      ]),
      limits: object({
        people: whole,
        blocks: list(text),
        hours: object({ min: whole, max: whole }),
        months: whole,
        purchases: euro,
        supportHours: whole,
        permanent: flag,
        profiles: list({ type: 'object' }),
      }),
      proposals: list(
        object({
          kind: oneOf('work', 'fewestPeople', 'otherGroups', 'spread', 'shortest', 'notPermanent', 'exact'),
          title: text,
          ...combination,
          over: euro,
          text,
        }),
      ),
      reachable: object({ ...combination, short: euro, limitedBy: list(object({ limit: text, text })) }),
      possibilities: list(
        object({ block: text, title: text, why: oneOf('adviser', 'unknown', 'leftOut'), missing: list(text), text }),
      ),
      text,
    },
    ['reachable'],
  ),
};
