import { type JsonSchema } from '@samenwerkt/lifecycle';
import { digitsOf, findBsns } from './bsn.js';
import { checkData, fieldProblem } from './data-check.js';
import { type Command, type DataProblem, type NumberConfirmation } from './model.js';

/** The field of an event that says which numbers in it somebody confirmed; never in a dossier. */
const CONFIRMED_NUMBERS = 'bevestigdeNummers';

/** A confirmation as it is recorded with the event: the text keeps the number, this does not repeat it. */
interface ConfirmedNumber {
  /** JSON pointer into the data. */
  readonly veld: string;
  /** The last two digits, with bullets for the others. */
  readonly nummer: string;
  readonly reden: string;
}

const SCHEMA: JsonSchema = {
  type: 'array',
  maxItems: 50,
  items: {
    type: 'object',
    required: ['path', 'number', 'reason'],
    additionalProperties: false,
    properties: {
      path: { type: 'string', maxLength: 200 },
      number: { type: 'string', minLength: 9, maxLength: 20 },
      reason: { type: 'string', minLength: 1, maxLength: 500 },
    },
  },
};

/** Every fault in confirmations: their form, and whether that number stands in that text of the data. */
export function confirmationProblems({
  data,
  confirmations = [],
}: Pick<Command, 'data' | 'confirmations'>): DataProblem[] {
  // The one text in which such a number must stand; whether it is in the data too is looked at below.
  const own = confirmations.map((one, index) => ({
    path: `/${index}/number`,
    number: String(one?.number),
    reason: '',
  }));
  const problems = checkData(SCHEMA, confirmations, own);
  if (problems.length > 0) return problems.map((one) => ({ ...one, path: `/confirmations${one.path}` }));
  return confirmations.flatMap(({ path, number }, index) =>
    numbersAt(data, path).includes(digitsOf(number))
      ? []
      : [
          fieldProblem(`/confirmations/${index}`, 'confirmation', {
            nl: `In veld ${path} staat dit nummer niet, of het kan geen BSN zijn; laat de bevestiging weg of verbeter haar.`,
            en: `Field ${path} does not hold this number, or it cannot be a BSN; leave the confirmation out or mend it.`,
          }),
        ],
  );
}

/** The data with what was confirmed about it, as it is recorded. */
export function withConfirmed(
  data: Command['data'],
  confirmations: readonly NumberConfirmation[] = [],
): Command['data'] {
  if (confirmations.length === 0) return data;
  const recorded: ConfirmedNumber[] = confirmations.map(({ path, number, reason }) => ({
    veld: path,
    nummer: hiddenNumber(number),
    reden: reason,
  }));
  return { ...data, [CONFIRMED_NUMBERS]: recorded };
}

/** A number as records and logs show it: its last two digits, with bullets for the others. */
export function hiddenNumber(number: string): string {
  return `•••••••${digitsOf(number).slice(-2)}`;
}

/** What was confirmed about the data of an event. */
export function confirmedIn(data: Command['data']): readonly ConfirmedNumber[] {
  return (data[CONFIRMED_NUMBERS] as readonly ConfirmedNumber[] | undefined) ?? [];
}

/** The data as somebody gave it, for the dossier. */
export function withoutConfirmed(data: Command['data']): Command['data'] {
  if (!(CONFIRMED_NUMBERS in data)) return data;
  return Object.fromEntries(Object.entries(data).filter(([name]) => name !== CONFIRMED_NUMBERS));
}

function numbersAt(data: unknown, path: string): string[] {
  const parts = path.split('/').slice(1);
  const value = parts.reduce((at, part) => {
    const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
    return typeof at === 'object' && at !== null && Object.hasOwn(at, name)
      ? (Reflect.get(at, name) as unknown)
      : undefined;
  }, data);
  return typeof value === 'string' ? findBsns(value).map(digitsOf) : [];
}
