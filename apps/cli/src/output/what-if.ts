import { type JudgedRule, type WhatIf } from '@samenwerkt/engine';
import { figureLines } from './figures.js';
import { reasonLines, shown } from './reasons.js';

type Language = 'nl' | 'en';

const WORDS = {
  nl: {
    on: 'op',
    at: 'bij',
    owed: 'Verplichting',
    contributions: 'Bijdragen',
    total: 'samen',
    open: 'nog open',
    advice: 'Advies',
    missing: 'ontbreekt',
    blocks: 'Houdt tegen',
    warns: 'Waarschuwt',
    unknown: 'Nog niet te beoordelen',
    fulfilled: 'Voldaan',
    notApplicable: 'Niet van toepassing',
    cadence: 'Bij monitoring vanaf',
    records: 'Ook vast te leggen',
    toFillIn: 'Nog in te vullen door de organisatie',
    nothing: 'niets',
  },
  en: {
    on: 'on',
    at: 'at',
    owed: 'Obligation',
    contributions: 'Contributions',
    total: 'together',
    open: 'still open',
    advice: 'Advice',
    missing: 'missing',
    blocks: 'Would block',
    warns: 'Would warn',
    unknown: 'Cannot be judged yet',
    fulfilled: 'Fulfilled',
    notApplicable: 'Not applicable',
    cadence: 'When monitored from',
    records: 'Also to record',
    toFillIn: 'To be filled in by the organisation',
    nothing: 'nothing',
  },
} as const;

/** What one pack makes of a contract, for a terminal. What blocks or warns is shown whole, the rest by its id. */
export function whatIfLines(found: WhatIf, language: Language): string[] {
  const words = WORDS[language];
  const { pack, title, date, rules } = found;
  const named = (label: string, ids: readonly string[]) => (ids.length > 0 ? [`${label}: ${ids.join(', ')}`] : []);
  return [
    `${title[language]}  (${pack.name} ${pack.version}, ${words.on} ${date})`,
    ...adviceLines(found, language),
    ...figuresLines(found, language),
    ...(['blocks', 'warns'] as const).flatMap((effect) =>
      rules[effect].length === 0
        ? []
        : [
            `${words[effect]}:`,
            ...rules[effect].flatMap((rule) => [
              ...reasonLines(rule, language),
              `      ${words.at}: ${titles(rule, language)}`,
            ]),
          ],
    ),
    ...(rules.unknown.length === 0 ? [] : [`${words.unknown}:`]),
    ...rules.unknown.map(
      ({ id, title: rule, missing }) => `    ? ${rule[language]}  [${id}] — ${words.missing}: ${missing.join(', ')}`,
    ),
    ...named(
      words.fulfilled,
      rules.fulfilled.map(({ id }) => id),
    ),
    ...named(
      words.notApplicable,
      rules.notApplicable.map(({ id }) => id),
    ),
    `${words.cadence} ${found.cadence.from}: ${found.cadence.timers.map(({ kind, dueOn }) => `${kind} ${dueOn}`).join(', ') || words.nothing}`,
    ...found.requiredRecords.flatMap(({ title: state, records }) =>
      records.map((record) => `${words.records} (${state[language]}): ${record.title[language]}`),
    ),
    ...named(
      words.toFillIn,
      found.toFillIn.map(({ name }) => name),
    ),
  ];
}

function titles({ events }: JudgedRule, language: Language): string {
  return events.map(({ title }) => title[language]).join(', ');
}

function adviceLines({ advice }: WhatIf, language: Language): string[] {
  const words = WORDS[language];
  const mark = { inFavour: '✓', against: '!', open: '?' };
  return [
    `${words.advice}: ${advice.summary[language]}`,
    ...advice.points.map(({ standing, aspect, reason }) => {
      const { now, needed, source, title, message } = reason;
      const said = standing === 'against' ? message[language] : title[language];
      const values = [now, needed].flatMap((reading) => (reading ? [shown(reading.value, '-')] : [])).join(' / ');
      return `    ${mark[standing]} ${aspect}: ${said}  [${reason.id}: ${values}; ${source.title}, ${source.page ?? ''}]`;
    }),
    ...(advice.missing.length > 0 ? [`    ${words.missing}: ${advice.missing.join(', ')}`] : []),
  ];
}

function figuresLines({ obligations, contributions, balances }: WhatIf, language: Language): string[] {
  const words = WORDS[language];
  const indented = (lines: readonly string[]) => lines.map((line) => `    ${line}`);
  const { figures, total } = contributions;
  return [
    ...(obligations.length > 0 ? [`${words.owed}:`] : []),
    ...obligations.flatMap((figure) => indented(figureLines(figure, language))),
    ...(figures.length > 0 ? [`${words.contributions}:`] : []),
    ...figures.flatMap((figure) => indented(figureLines(figure, language))),
    ...(figures.length > 0 ? [`    ${words.total}: ${total}`] : []),
    ...balances.map(
      ({ obligation, owed, counted, open }) => `    ${obligation}: ${owed} − ${counted} → ${words.open}: ${open}`,
    ),
  ];
}
