import { Temporal } from 'temporal-polyfill';
import { addDays } from './days.js';
import { plainDate, type PlainDate } from './plain-date.js';

/** A holiday as data: its date in a year, or undefined in years in which it is no day off. */
interface Holiday {
  readonly name: string;
  on(year: number): PlainDate | undefined;
}

const SUNDAY = 7;
const SATURDAY = 6;

const fixed = (name: string, month: number, day: number): Holiday => ({
  name,
  on: (year) => Temporal.PlainDate.from({ year, month, day }),
});

const fromEaster = (name: string, days: number): Holiday => ({ name, on: (year) => easter(year).add({ days }) });

const KONINGSDAG: Holiday = {
  name: 'Koningsdag',
  on(year) {
    const day = Temporal.PlainDate.from({ year, month: 4, day: 27 });
    return day.dayOfWeek === SUNDAY ? day.subtract({ days: 1 }) : day;
  },
};

const BEVRIJDINGSDAG: Holiday = {
  name: 'Bevrijdingsdag',
  on: (year) => (year % 5 === 0 ? Temporal.PlainDate.from({ year, month: 5, day: 5 }) : undefined),
};

/**
 * The days off of Dutch public bodies. Goede Vrijdag is not among them: it is a day off by collective agreement in some
 * places only. Koningsdag as it is since 2014; Bevrijdingsdag in lustrum years only.
 */
const HOLIDAYS: readonly Holiday[] = [
  fixed('Nieuwjaarsdag', 1, 1),
  fromEaster('Eerste paasdag', 0),
  fromEaster('Tweede paasdag', 1),
  KONINGSDAG,
  BEVRIJDINGSDAG,
  fromEaster('Hemelvaartsdag', 39),
  fromEaster('Eerste pinksterdag', 49),
  fromEaster('Tweede pinksterdag', 50),
  fixed('Eerste kerstdag', 12, 25),
  fixed('Tweede kerstdag', 12, 26),
];

const rememberedYears = 256;
const byYear = new Map<number, ReadonlyMap<string, string>>();

/**
 * The Dutch public holidays of a year.
 * @returns ISO date → Dutch name, in the order of the calendar
 */
export function holidaysOf(year: number): ReadonlyMap<string, string> {
  const known = byYear.get(year);
  if (known) return known;
  const dates = HOLIDAYS.flatMap(({ name, on }) => {
    const date = on(year);
    return date ? [[date.toString(), name] as const] : [];
  });
  const holidays = new Map(dates.sort(([a], [b]) => (a < b ? -1 : 1)));
  if (byYear.size >= rememberedYears) byYear.clear();
  byYear.set(year, holidays);
  return holidays;
}

/**
 * Whether people work on a date: not on Saturday, Sunday or a public holiday.
 * @throws DateInvalid
 */
export function isWorkday(isoDate: string): boolean {
  const { dayOfWeek, year } = plainDate(isoDate);
  return dayOfWeek < SATURDAY && !holidaysOf(year).has(isoDate);
}

/**
 * The date itself when it is a working day, and otherwise the last one before it or the first one after it.
 * @param direction `voor` or `na`
 * @returns ISO date
 * @throws DateInvalid
 */
export function nearestWorkday(isoDate: string, direction: 'voor' | 'na'): string {
  const days = direction === 'voor' ? -1 : 1;
  let date = isoDate;
  while (!isWorkday(date)) date = addDays(date, days);
  return date;
}

/** Easter Sunday in the Gregorian calendar, by the algorithm of Meeus, Jones and Butcher. */
function easter(year: number): PlainDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const moonCorrection = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - moonCorrection + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const count = epact + weekday - 7 * late + 114;
  return Temporal.PlainDate.from({ year, month: Math.floor(count / 31), day: (count % 31) + 1 });
}
