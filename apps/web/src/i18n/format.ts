import { language } from './language.js';
import { t } from './translate.js';

const LOCALES = { nl: 'nl-NL', en: 'en-GB' } as const;
const ZONE = 'Europe/Amsterdam';
const DAY = 86_400_000;

const locale = () => LOCALES[language()];
const noon = (isoDate: string) => new Date(`${isoDate}T12:00:00Z`);

/** `€ 1.440.000`, and with cents when there are any. @param amount decimal text: `1440000.00` */
export function euro(amount: string): string {
  const [whole = '', cents = '00'] = amount.split('.');
  const digits = new Intl.NumberFormat(locale()).format(BigInt(whole));
  return `€ ${digits}${/^0*$/.test(cents) ? '' : `${{ nl: ',', en: '.' }[language()]}${cents}`}`;
}

/** `1.440`. */
export function count(number: number): string {
  return new Intl.NumberFormat(locale()).format(number);
}

/** `24 november 2026`. @param isoDate `2026-11-24` */
export function longDate(isoDate: string): string {
  return noon(isoDate).toLocaleDateString(locale(), {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
}

/** `dinsdag 24 november 2026`. */
export function fullDate(isoDate: string): string {
  const weekday = noon(isoDate).toLocaleDateString(locale(), { weekday: 'long', timeZone: 'UTC' });
  return `${weekday} ${longDate(isoDate)}`;
}

/** `24 nov`, with the year when it is another than this one. */
export function shortDate(isoDate: string): string {
  const year = isoDate.slice(0, 4) === today().slice(0, 4) ? undefined : 'numeric';
  return noon(isoDate).toLocaleDateString(locale(), { day: 'numeric', month: 'short', year, timeZone: 'UTC' });
}

/** `24 november 2026, 09:30`. @param instant ISO, UTC */
export function moment(instant: string): string {
  const time = new Date(instant).toLocaleTimeString(locale(), { hour: '2-digit', minute: '2-digit', timeZone: ZONE });
  return `${longDate(dateOf(instant))}, ${time}`;
}

/** The local date (ISO) of an instant. */
export function dateOf(instant: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE }).format(new Date(instant));
}

/** The local date (ISO) of now. */
export function today(): string {
  return dateOf(new Date().toISOString());
}

/** So many days later; with a negative number earlier. */
export function plusDays(isoDate: string, days: number): string {
  return new Date(noon(isoDate).getTime() + days * DAY).toISOString().slice(0, 10);
}

/** Whole days from one date to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((noon(to).getTime() - noon(from).getTime()) / DAY);
}

/** How far away a date is: `9 dagen te laat`, `vandaag`, `over 3 dagen`. */
export function distance(isoDate: string, from = today()): string {
  const days = daysBetween(from, isoDate);
  if (days < 0) return late(-days);
  if (days === 0) return t('date.today');
  return days === 1 ? t('date.tomorrow') : t('date.ahead', { n: count(days) });
}

function late(days: number): string {
  return days === 1 ? t('date.lateOne') : t('date.late', { n: count(days) });
}

/** A date as people write it (`31-12-2026`, `31/12/2026`) or ISO, as ISO; undefined when it is no date. */
export function readDate(written: string): string | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(written.trim());
  const dutch = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(written.trim());
  const [year, month, day] = iso ? iso.slice(1) : dutch ? dutch.slice(1).reverse() : [];
  if (!year || !month || !day) return undefined;
  const found = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const real = new Date(`${found}T12:00:00Z`);
  return !Number.isNaN(real.getTime()) && real.toISOString().startsWith(found) ? found : undefined;
}
