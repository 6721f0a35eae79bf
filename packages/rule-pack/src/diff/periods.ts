import { valueOn } from '../dated.js';
import { type DatedValue, type Parameter, type Text, type Unit } from '../model.js';

/** A stretch of time in which a parameter has another value than it had. */
export interface Period {
  /** ISO date, inclusive. */
  readonly from: string;
  /** ISO date, exclusive; absent when it has no end. */
  readonly until?: string;
  readonly before: DatedValue['value'];
  readonly after: DatedValue['value'];
}

/**
 * The periods in which two versions of a parameter differ, in order. No value and an ended value are the same: null.
 * @param before absent when the parameter is new
 * @param after absent when it was removed
 */
export function periodsBetween(before: Parameter | undefined, after: Parameter | undefined): readonly Period[] {
  const [old, fresh] = [before?.values ?? [], after?.values ?? []];
  const days = [...new Set([...old, ...fresh].map(({ from }) => from))].sort();
  const periods: Period[] = [];
  for (const [i, from] of days.entries()) {
    const [was, is] = [valueOn(old, from)?.value ?? null, valueOn(fresh, from)?.value ?? null];
    const last = periods.at(-1);
    if (same(was, is)) continue;
    const until = days[i + 1];
    const end = until === undefined ? {} : { until };
    if (last?.until === from && same(last.before, was) && same(last.after, is)) {
      periods[periods.length - 1] = { from: last.from, ...end, before: was, after: is };
    } else periods.push({ from, ...end, before: was, after: is });
  }
  return periods;
}

function same(a: DatedValue['value'], b: DatedValue['value']): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** `van 2019-10-01 tot 2023-07-01: € 40.000,00 → € 50.000,00`, in both languages. */
export function periodText({ from, until, before, after }: Period, unit: { before: Unit; after: Unit }): Text {
  const values = (language: 'nl' | 'en') =>
    `${valueText(before, unit.before, language)} → ${valueText(after, unit.after, language)}`;
  return {
    nl: `${until === undefined ? `vanaf ${from}` : `van ${from} tot ${until}`}: ${values('nl')}`,
    en: `${until === undefined ? `from ${from}` : `from ${from} until ${until}`}: ${values('en')}`,
  };
}

const suffixes: Partial<Readonly<Record<Unit, Text>>> = {
  procent: { nl: '%', en: '%' },
  maanden: { nl: ' maanden', en: ' months' },
  dagen: { nl: ' dagen', en: ' days' },
  uren: { nl: ' uren', en: ' hours' },
};

function valueText(value: DatedValue['value'], unit: Unit, language: 'nl' | 'en'): string {
  if (value === null) return language === 'nl' ? 'geen waarde' : 'no value';
  if (unit === 'euro') return `€ ${amount(String(value), language)}`;
  if (typeof value === 'boolean') return { nl: value ? 'ja' : 'nee', en: value ? 'yes' : 'no' }[language];
  if (typeof value === 'object') return `[${value.join(', ')}]`;
  if (unit === 'tekst') return `'${value}'`;
  return `${value}${suffixes[unit]?.[language] ?? ''}`;
}

/** Thousands and decimals as the language writes them; the digits stay as they are. */
function amount(value: string, language: 'nl' | 'en'): string {
  const [whole = '', cents] = value.split('.');
  const [group, point] = language === 'nl' ? ['.', ','] : [',', '.'];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  return cents === undefined ? grouped : grouped + point + cents;
}
