import { type PackRef, type Text } from '@samenwerkt/engine';
import { type ReminderWhy } from '@samenwerkt/ledger';
import { type Language, type ReminderReason } from '../message/facts.js';

/** Units as people say them; what is not here is shown without. */
const UNITS: Readonly<Record<string, Text>> = {
  maanden: { nl: 'maanden', en: 'months' },
  dagen: { nl: 'dagen', en: 'days' },
  uren: { nl: 'uren', en: 'hours' },
  euro: { nl: 'euro', en: 'euro' },
  procent: { nl: 'procent', en: 'per cent' },
};

/** The reason in the words of a message. @param kind names what has no title */
export function reasonOf(why: ReminderWhy, kind: string, pack: PackRef, language: Language): ReminderReason {
  const { name, version } = why.pack ?? pack;
  return {
    title: why.title ?? { nl: kind, en: kind },
    readings: (why.parameters ?? []).map(({ title, unit, value, source }) => ({
      name: title[language],
      value: [String(value), UNITS[unit]?.[language] ?? ''].join(' ').trim(),
      source: [source.title, source.page].filter((part) => part !== undefined).join(', '),
    })),
    pack: { name, version },
  };
}
