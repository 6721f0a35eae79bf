import { type JsonSchema } from '@samenwerkt/lifecycle';
import { type Contribution, type ObligationFigure, obligations } from '@samenwerkt/rule-pack';
import { CONTRACT_SCHEMA } from '../contract.js';
import { centsOf, euroOf } from '../cents.js';
import { checkData, fieldProblem } from '../data-check.js';
import { factsOf } from '../facts.js';
import { type ContractFacts, type DataProblem, type Dossier } from '../model.js';
import { type Policy } from '../policy.js';
import { contractProblems } from '../start.js';
import { balancesOf, valueContributions, whyNoAmount } from '../what-if/contributions.js';
import { CONTRIBUTION_SCHEMA, PROFILE_SCHEMA, withTextQuantities } from '../what-if/contribution.js';
import { DOSSIER_SCHEMA } from '../what-if/input.js';
import { type Balance, type ContributionsFigure } from '../what-if/model.js';
import { plannedPartnership } from '../what-if/planned.js';
import { OpenUnknown } from './errors.js';
import { MOST_MONTHS } from './limits.js';
import { type Limits, USUAL_LEAST_HOURS } from './model.js';

const whole = (title: string, minimum: number, maximum: number): JsonSchema => ({
  type: 'integer',
  minimum,
  maximum,
  title,
});
const euro = (title: string): JsonSchema => ({ type: 'string', format: 'euro', title });

const LIMITS_SCHEMA: JsonSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['people'],
  properties: {
    people: whole('Meeste mensen die geplaatst kunnen worden', 0, 50),
    blocks: { type: 'array', minItems: 1, maxItems: 200, items: { type: 'string', minLength: 1, maxLength: 60 } },
    hours: {
      type: 'object',
      additionalProperties: false,
      properties: { min: whole('Minste hele uren per week', 1, 48), max: whole('Meeste hele uren per week', 1, 48) },
    },
    months: whole('Meeste maanden van een plaats', 1, MOST_MONTHS),
    purchases: euro('Budget voor inkoop in euro, exclusief btw'),
    supportHours: whole('Uren hulp en kennis in totaal', 0, 100_000),
    permanent: { type: 'boolean', title: 'Vast contract mogelijk' },
    profiles: { type: 'array', maxItems: 3, items: PROFILE_SCHEMA },
  },
};

/** JSON Schema of a question for advice: what is open, or the contract that says so. */
export const ADVICE_SCHEMA: JsonSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['limits'],
  properties: {
    open: euro('Wat nog open staat, in euro'),
    contract: CONTRACT_SCHEMA,
    obligation: {
      type: 'string',
      minLength: 1,
      maxLength: 60,
      title: 'Verplichting; nodig als het pakket er meer heeft',
    },
    realised: { type: 'array', maxItems: 200, items: CONTRIBUTION_SCHEMA },
    dossier: DOSSIER_SCHEMA,
    limits: LIMITS_SCHEMA,
  },
};

/** A question for advice, as asked. */
export interface AdviceQuestion {
  readonly open?: string;
  readonly contract?: ContractFacts;
  /** Id of the obligation that counts; needed when several of the pack are an amount. */
  readonly obligation?: string;
  /** What counts already. A person hired before the contract counts as far as the pack lets it. */
  readonly realised?: readonly Contribution[];
  readonly dossier?: Dossier;
  readonly limits: Limits;
}

/** Every fault in a question for advice. */
export function adviceProblems(question: unknown): DataProblem[] {
  const problems = checkData(ADVICE_SCHEMA, readable(question));
  if (problems.length > 0) return problems;
  const { open, contract, realised, obligation, dossier, limits } = question as AdviceQuestion;
  const ofContract = [contract, realised, obligation, dossier].some((part) => part !== undefined);
  if (open === undefined ? contract === undefined : [realised, obligation, dossier].some((part) => part !== undefined))
    return [
      fieldProblem('/open', 'open-or-contract', {
        nl: ofContract ? 'geef open, of contract met wat is gerealiseerd; niet beide' : 'geef open, of contract',
        en: ofContract ? 'give open, or contract with what was realised; not both' : 'give open, or contract',
      }),
    ];
  const { min = USUAL_LEAST_HOURS, max = min } = limits.hours ?? {};
  return [
    ...(min > max
      ? [
          fieldProblem('/limits/hours/min', 'order', {
            nl: `min (${min}, zonder opgave ${USUAL_LEAST_HOURS}) is meer dan max ${max}; verbeter een van beide`,
            en: `min (${min}; ${USUAL_LEAST_HOURS} when left out) is more than max ${max}; mend one of the two`,
          }),
        ]
      : []),
    ...(contract ? contractProblems(contract).map((one) => ({ ...one, path: `/contract${one.path}` })) : []),
  ];
}

function readable(question: unknown): unknown {
  if (typeof question !== 'object' || question === null) return question;
  const { realised } = question as { realised?: unknown };
  return Array.isArray(realised) ? { ...question, realised: realised.map(withTextQuantities) } : question;
}

/** What is open, with where it comes from: the obligation and what counts already, unless the amount was given. */
export interface Open {
  readonly amount: string;
  readonly obligation?: ObligationFigure;
  readonly realised?: ContributionsFigure;
  readonly balance?: Balance;
}

/**
 * What is open in a question: as given, or what the pack's obligation comes to less what was realised.
 * @throws OpenUnknown when the obligation is not an amount or cannot be worked out
 */
export function openOf(policy: Policy, question: AdviceQuestion, date: string): Open {
  const { open, contract, realised = [] } = question;
  if (open !== undefined || !contract) return { amount: euroOf(centsOf(open ?? '0')) };
  const partnership = plannedPartnership(policy, { contract, dossier: question.dossier ?? {} }, date);
  const figures = obligations(policy.pack, factsOf(partnership, partnership.dossier, date), date);
  const obligation = chosen(policy, figures, question.obligation);
  if (obligation.due === 'no') return { amount: '0.00', obligation };
  const counted = valueContributions(policy.pack, realised, contract, date);
  const [balance] = balancesOf([obligation], counted);
  if (!balance) throw new OpenUnknown(policy.ref.name, whyNoAmount(obligation.outcome));
  return { amount: balance.open, obligation, realised: counted, balance };
}

function chosen(policy: Policy, figures: readonly ObligationFigure[], id: string | undefined): ObligationFigure {
  const amounts = figures.filter(({ outcome }) => outcome.kind === 'amount');
  const named = figures.filter((figure) => figure.id === id);
  const candidates = id !== undefined ? named : amounts.length > 0 ? amounts : figures;
  const [only] = candidates;
  if (only && candidates.length === 1) return only;
  const known = figures.map((figure) => figure.id).join(', ');
  const why =
    known === ''
      ? { nl: 'het pakket heeft geen verplichting.', en: 'the pack has no obligation.' }
      : { nl: `noem de verplichting met obligation: ${known}.`, en: `name the obligation as obligation: ${known}.` };
  throw new OpenUnknown(policy.ref.name, why);
}
