import { plainDate } from '@samenwerkt/calendar';
import { type Language } from './facts.js';

const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  nl: 'januari februari maart april mei juni juli augustus september oktober november december'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
};

/**
 * A date as people write it: `1 juli 2026`, `1 July 2026`. The names are data here and not the machine's, which may
 * have been built without Dutch.
 * @throws DateInvalid
 */
export function writtenDate(isoDate: string, language: Language): string {
  const { day, month, year } = plainDate(isoDate);
  return `${day} ${MONTHS[language][month - 1]} ${year}`;
}
