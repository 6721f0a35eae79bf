import { addDays, addMonths } from '@samenwerkt/calendar';
import { type Decimal } from 'decimal.js';
import { cents, exact, money } from '../amounts.js';
import {
  look,
  none,
  type Figure,
  type Outcome,
  type ParameterUse,
  Settled,
  settle,
  type Step,
  step,
  Unsettled,
} from '../explained.js';
import { type FactValues } from '../facts.js';
import { type Pack, type Text } from '../model.js';
import { type CompiledObligation } from './model.js';
import { isDate } from '../shape.js';

/** What was owed under an obligation and what came of it, in euro as decimal text: `"60000.00"`. */
export interface Shortage {
  readonly owed: string;
  readonly realised: string;
}

/** What a shortfall leads to; the outcome is the penalty. */
export interface ShortfallFigure extends Figure {
  /** Owed less realised, never below zero; euro as decimal text. */
  readonly open: string;
  /** ISO date until which it can be made up for; absent when the pack gives no term or nobody knows it. */
  readonly recoverUntil?: string;
}

/** An amount or date of a shortfall is not written as it should be; `field` says which. */
export class ShortfallInvalid extends Error {
  readonly code = 'shortfall-invalid';
  readonly text: Text;

  constructor(
    readonly field: string,
    { nl, en }: Text,
  ) {
    super(`${field}: ${en}`);
    this.name = 'ShortfallInvalid';
    this.text = { nl: `${field}: ${nl}`, en: `${field}: ${en}` };
  }
}

/** One shortfall being worked out. */
interface Work {
  readonly pack: Pack;
  readonly shortfall: NonNullable<CompiledObligation['shortfall']>;
  readonly open: Decimal;
  readonly date: string;
  readonly steps: Step[];
}

const amountForm = /^\d{1,15}(\.\d{1,2})?$/;

/**
 * What a shortfall of an obligation leads to, with the whole way to it: the open amount, how long it can be made up for,
 * whether the supplier must be at fault, and the penalty.
 * @param date ISO date on which the shortfall is established: parameters are read on it, and recovery counts from it
 * @param facts as rules read them; needed where the obligation has a condition
 * @returns an amount; none when nothing is open, the obligation does not apply or the pack asks no penalty; unknown with
 *   every parameter that nobody filled in, as whether and how much is to be paid hangs on all of them
 * @throws ShortfallInvalid
 */
export function shortfall(
  pack: Pack,
  obligationId: string,
  shortage: Shortage,
  date: string,
  facts: FactValues = {},
): ShortfallFigure {
  const open = openOf(shortage);
  if (!isDate(date))
    throw new ShortfallInvalid('date', {
      nl: 'schrijf een bestaande datum (jjjj-mm-dd)',
      en: 'write an existing date (yyyy-mm-dd)',
    });
  const obligation = pack.obligations.find(({ id }) => id === obligationId);
  if (!obligation) return withoutObligation(pack, obligationId, open);
  const work: Work = { pack, shortfall: obligation.shortfall ?? {}, open, date, steps: [] };
  let recoverUntil: string | undefined;
  const outcome = settle(pack, () => {
    checkApplies(obligation, facts, date);
    showOpen(work, shortage);
    recoverUntil = recovery(work);
    return penalty(work);
  });
  const { id, title } = obligation;
  const figure = { id, title, outcome, steps: work.steps, open: cents(open) };
  return recoverUntil === undefined ? figure : { ...figure, recoverUntil };
}

function openOf(shortage: Shortage): Decimal {
  for (const field of ['owed', 'realised'] as const) {
    if (amountForm.test(shortage[field])) continue;
    throw new ShortfallInvalid(field, {
      nl: 'schrijf een bedrag zoals "60000.00"',
      en: 'write an amount such as "60000.00"',
    });
  }
  const open = exact(shortage.owed).minus(exact(shortage.realised));
  return open.isNegative() ? exact(0) : open;
}

function withoutObligation({ manifest }: Pack, id: string, open: Decimal): ShortfallFigure {
  const nl = `Het pakket ${manifest.name} heeft geen verplichting '${id}'.`;
  const en = `The pack ${manifest.name} has no obligation '${id}'.`;
  return { id, title: { nl: id, en: id }, outcome: none(nl, en), steps: [], open: cents(open) };
}

function checkApplies(obligation: CompiledObligation, facts: FactValues, date: string): void {
  const applies = obligation.applies(facts, date);
  if (typeof applies !== 'boolean') throw new Unsettled(applies);
  if (applies) return;
  const condition = obligation.appliesWhen ?? '';
  throw new Settled(none(`De voorwaarde geldt niet: ${condition}`, `The condition does not hold: ${condition}`));
}

function showOpen({ open, steps }: Work, { owed, realised }: Shortage): void {
  const [due, done, rest] = [money(cents(exact(owed))), money(cents(exact(realised))), money(cents(open))];
  steps.push(
    step(
      `Nodig ${due.nl}, gerealiseerd ${done.nl}: tekort ${rest.nl}`,
      `Owed ${due.en}, realised ${done.en}: shortfall ${rest.en}`,
    ),
  );
  if (open.isZero()) throw new Settled(none('Er is geen tekort.', 'There is no shortfall.'));
}

function penalty(work: Work): Outcome {
  const {
    pack,
    shortfall: { factor, fault, recovery: term },
    date,
    open,
    steps,
  } = work;
  const missing = [factor, term, fault].filter(
    (name) => name !== undefined && look(pack, name, date).state === 'unknown',
  );
  showFault(work);
  if (missing.length > 0) throw new Unsettled(missing.map((name) => `parameter.${name}`));
  const use = useOf(work, factor);
  if (!use) return none('Het pakket vraagt geen boete over een tekort.', 'The pack asks no penalty on a shortfall.');
  const times = use.unit === 'procent' ? exact(String(use.value)).dividedBy(100) : exact(String(use.value));
  const amount = cents(open.times(times));
  const [rest, total] = [money(cents(open)), money(amount)];
  const shown = use.unit === 'procent' ? `${String(use.value)}%` : String(use.value);
  steps.push(
    step(`Boete: ${rest.nl} × ${shown} = ${total.nl}`, `Penalty: ${rest.en} × ${shown} = ${total.en}`, {
      parameters: [use],
    }),
  );
  return { kind: 'amount', amount };
}

/** The last day on which it can be made up for, shown as a step. */
function recovery(work: Work): string | undefined {
  const use = useOf(work, work.shortfall.recovery);
  if (!use) return undefined;
  const value = Number(use.value);
  const until = use.unit === 'maanden' ? addMonths(work.date, value) : addDays(work.date, value);
  const nl = `Het tekort kan worden ingehaald tot en met ${until}.`;
  work.steps.push(step(nl, `The shortfall can be made up for until ${until}.`, { parameters: [use] }));
  return until;
}

function showFault(work: Work): void {
  const use = useOf(work, work.shortfall.fault);
  if (!use) return;
  const { nl, en } = faultText(use);
  work.steps.push(step(nl, en, { parameters: [use] }));
}

function faultText({ value }: ParameterUse): Text {
  if (typeof value !== 'boolean') return { nl: `Verwijtbaarheid: ${String(value)}`, en: `Fault: ${String(value)}` };
  return value
    ? {
        nl: 'De boete geldt alleen als het tekort aan de opdrachtnemer te wijten is; dat stelt de organisatie vast.',
        en: 'The penalty holds only when the supplier is at fault; that is for the organisation to establish.',
      }
    : {
        nl: 'De boete geldt ook als het tekort niet aan de opdrachtnemer te wijten is.',
        en: 'The penalty also holds when the supplier is not at fault.',
      };
}

function useOf({ pack, date }: Work, name: string | undefined): ParameterUse | undefined {
  const found = name === undefined ? undefined : look(pack, name, date);
  return found?.state === 'value' ? found.use : undefined;
}
