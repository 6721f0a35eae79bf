import { type PackRef, type Text } from '@samenwerkt/engine';
import { type Language, type ReminderReason } from '../message/facts.js';

/** A parameter as it was read when the reminder was planned. */
interface PlannedReading {
  readonly title: Text;
  readonly unit: string;
  readonly value: unknown;
  readonly source: { readonly title: string; readonly page?: string };
}

/** Why a reminder was planned, as the ledger keeps it. The oldest rows have less. */
export interface PlannedReason {
  readonly title?: Text;
  /** Id of the entry of the cadence; absent for the message of an event. */
  readonly cadence?: string;
  readonly parameters?: readonly PlannedReading[];
  readonly pack?: PackRef;
  /** Of what ends in a rule pack: the step with the pack that planned it. */
  readonly packStep?: string;
}

/** Units as people say them; what is not here is shown without. */
const UNITS: Readonly<Record<string, Text>> = {
  maanden: { nl: 'maanden', en: 'months' },
  dagen: { nl: 'dagen', en: 'days' },
  uren: { nl: 'uren', en: 'hours' },
  euro: { nl: 'euro', en: 'euro' },
  procent: { nl: 'procent', en: 'per cent' },
};

/** The reason in the words of a message. @param kind names what has no title */
export function reasonOf(why: PlannedReason, kind: string, pack: PackRef, language: Language): ReminderReason {
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
