import { type DatedValue, type FactType, type Text, type Unit } from './model.js';
import { euro, procent } from './quantities.js';
import { isDate } from './shape.js';

/** What a unit means: which values it takes, and the type it has in expressions. */
interface UnitMeaning {
  readonly type: FactType;
  /** What a value must look like. */
  readonly form: Text;
  accepts(value: unknown): boolean;
}

/** Comparing lists costs the product of their lengths. */
const longestList = 100;

const whole: Omit<UnitMeaning, 'form'> = {
  type: 'int',
  accepts: (value) => Number.isSafeInteger(value) && Number(value) >= 0,
};

function wholeNumberOf(nl: string, en: string): UnitMeaning {
  return { ...whole, form: { nl: `een geheel aantal ${nl}`, en: `a whole number of ${en}` } };
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '' && value.length <= 2000;
}

/** The meaning of each unit. */
export const units: Readonly<Record<Unit, UnitMeaning>> = {
  euro: {
    type: 'Euro',
    form: {
      nl: 'een bedrag tussen aanhalingstekens, zoals "100000.00"',
      en: 'an amount in quotes, such as "100000.00"',
    },
    accepts: (value) => euro(value) !== undefined,
  },
  procent: {
    type: 'Procent',
    form: { nl: 'een percentage tussen aanhalingstekens, zoals "5"', en: 'a percentage in quotes, such as "5"' },
    accepts: (value) => procent(value) !== undefined,
  },
  maanden: wholeNumberOf('maanden', 'months'),
  dagen: wholeNumberOf('dagen', 'days'),
  uren: wholeNumberOf('uren', 'hours'),
  aantal: { ...whole, form: { nl: 'een geheel getal', en: 'a whole number' } },
  jaNee: {
    type: 'bool',
    form: { nl: 'true of false', en: 'true or false' },
    accepts: (value) => typeof value === 'boolean',
  },
  tekst: { type: 'string', form: { nl: 'een tekst', en: 'a text' }, accepts: isText },
  datum: {
    type: 'Datum',
    form: { nl: 'een bestaande datum (jjjj-mm-dd)', en: 'an existing date (yyyy-mm-dd)' },
    accepts: (value) => typeof value === 'string' && isDate(value),
  },
  lijst: {
    type: 'list<string>',
    form: { nl: `een lijst van 1 tot ${longestList} teksten`, en: `a list of 1 to ${longestList} texts` },
    accepts: (value) =>
      Array.isArray(value) && value.length > 0 && value.length <= longestList && value.every((item) => isText(item)),
  },
};

/** Whether a value may be written for a unit; null always may, it ends the parameter. */
export function fits(unit: Unit, value: unknown): value is DatedValue['value'] {
  return value === null || units[unit].accepts(value);
}
