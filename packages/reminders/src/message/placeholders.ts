import { today } from '@samenwerkt/calendar';
import { type Language, type ReminderFacts } from './facts.js';
import { oneLine } from './one-line.js';
import { writtenDate } from './written-date.js';

const UNKNOWN: Readonly<Record<Language, { opdrachtnemer: string; coordinator: string; noDate: string }>> = {
  nl: { opdrachtnemer: 'de opdrachtnemer', coordinator: 'de coördinator', noDate: 'een nog onbekende datum' },
  en: { opdrachtnemer: 'the contractor', coordinator: 'the coordinator', noDate: 'a date not known yet' },
};

type Values = ReadonlyMap<string, string>;

/**
 * What can stand between braces in a subject or text, with its value for this message. Packs may use all but
 * `onderwerp`, the title of the cadence entry or event, and `pakket`, which are there for our own words.
 */
export function placeholderValues(facts: ReminderFacts): Values {
  const { partnership, recipient, dueOn } = facts;
  const { language } = recipient;
  const unknown = UNKNOWN[language];
  const values: Record<string, string> = {
    pakket: `${facts.why.pack.name} ${facts.why.pack.version}`,
    partnerschap: partnership?.title ?? facts.why.pack.name,
    contract: partnership?.kenmerk ?? '-',
    opdrachtnemer: partnership?.opdrachtnemer ?? unknown.opdrachtnemer,
    coordinator: partnership?.coordinator ?? unknown.coordinator,
    datum: writtenDate(today(facts.goesOutAt), language),
    vervaldatum: dueOn === undefined ? unknown.noDate : writtenDate(dueOn, language),
    organisatie: facts.organisation,
    onderwerp: facts.why.title[language],
  };
  return new Map(Object.entries(values).map(([name, value]) => [name, oneLine(value)]));
}

/**
 * Fills in the placeholders in one pass, so that a title with braces in it stays a title. What is no placeholder stays
 * as it is written.
 */
export function filled(text: string, values: Values): string {
  return text.replace(/\{(\w+)\}/gu, (written, name: string) => values.get(name) ?? written);
}
