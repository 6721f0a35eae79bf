import { plainDate } from '@samenwerkt/calendar';
import { type CaseRole } from '../cases/practice-case.js';
import { type ContractRow } from '../contracts/contract-row.js';
import { coordination, daysAfter, fitting } from './fitting.js';
import { type Plan, type PlannedStep, type QuarterlyStep, type Step } from './plan.js';
import { plans2019 } from './plans-2019.js';
import { plans2020 } from './plans-2020.js';

type Data = Readonly<Record<string, unknown>>;

/** Valid data of an event; `sampleData` of the engine. */
type Sample = (lifecycleId: string, eventId: string) => Data;

export interface DemoEvent {
  /** Instant in UTC, whole seconds. */
  readonly op: string;
  readonly door: { readonly id: string; readonly rollen: readonly CaseRole[] };
  readonly event: string;
  readonly gegevens: Data;
}

/** What happened in the partnership of one contract of the demo, and where it stands. */
export interface DemoWalk {
  readonly kenmerk: string;
  readonly lifecycle: 'stappenplan-2020' | 'stappenplan-2019';
  readonly pack: string;
  readonly events: readonly DemoEvent[];
  /** Public ids of the states after the last event. */
  readonly states: readonly string[];
}

/** A contract that the demo has no plan for: the register and the plans do not belong together. */
export class DemoPlanMissing extends Error {
  readonly code = 'demo-plan-missing';
  readonly text: { readonly nl: string; readonly en: string };

  constructor(readonly kenmerk: string) {
    const text = {
      nl: `Voor contract ${kenmerk} is er geen demoverloop; gebruik demo/contracten.csv ongewijzigd.`,
      en: `There is no demo plan for contract ${kenmerk}; use demo/contracten.csv unchanged.`,
    };
    super(text.en);
    this.name = 'DemoPlanMissing';
    this.text = text;
  }
}

const planned = new Map(
  [
    { lifecycle: 'stappenplan-2020' as const, plans: plans2020 },
    { lifecycle: 'stappenplan-2019' as const, plans: plans2019 },
  ].flatMap(({ lifecycle, plans }) => plans.map((plan) => [plan.kenmerk, { lifecycle, plan }] as const)),
);

/**
 * The history that the demo gives to each contract of `demo/contracten.csv`: together they stand in every state of both
 * lifecycles. All of it lies before 22 November 2026.
 * @throws DemoPlanMissing
 */
export function demoWalks(rows: readonly ContractRow[], sample: Sample): DemoWalk[] {
  return rows.map((row) => {
    const found = planned.get(row.facts.kenmerk);
    if (!found) throw new DemoPlanMissing(row.facts.kenmerk);
    const { lifecycle, plan } = found;
    const { kenmerk, pack, states } = plan;
    return { kenmerk, lifecycle, pack, states, events: eventsOf(row, plan, (event) => sample(lifecycle, event)) };
  });
}

const usualGap = 21;
const settlingIn = 14;
/** Steps that take place at work: not before the contract has started. */
const atWork = ['besluitVastleggen', 'eersteBaanRealiseren'];

function eventsOf(row: ContractRow, plan: Plan, sample: (event: string) => Data): DemoEvent[] {
  const events: DemoEvent[] = [];
  let last = daysAfter(plan.begin, -usualGap);
  for (const planned of plan.steps) {
    for (const step of spelledOut(planned, last)) {
      const on = workday(step.on ?? dayOf(step.event, row, last));
      const gegevens = merged(
        sample(step.event),
        fitting(step.event, { row, on, index: events.length }),
        step.gegevens,
      );
      events.push({ op: `${on}T09:00:00Z`, door: actorOf(step.event, row), event: step.event, gegevens });
      last = on;
    }
  }
  return events;
}

function spelledOut(step: Step, last: string): readonly PlannedStep[] {
  if (typeof step === 'string') return [{ event: step }];
  return 'event' in step ? [step] : everyQuarter(step, last);
}

/** Each quarter the report and the conversation on it; in February the yearly statement. */
function everyQuarter({ everyQuarterUntil: until }: QuarterlyStep, last: string): PlannedStep[] {
  const steps: PlannedStep[] = [];
  for (let quarter = nextQuarter(last); quarter <= until; quarter = nextQuarter(quarter)) {
    steps.push({ event: 'rapportageOntvangen', on: daysAfter(quarter, 11) });
    steps.push({ event: 'gesprekVastleggen', on: daysAfter(quarter, 18) });
    if (plainDate(quarter).month === 1) steps.push({ event: 'jaaropgaveOntvangen', on: daysAfter(quarter, 44) });
  }
  return steps;
}

/** First day of the quarter after the one the date lies in. */
function nextQuarter(on: string): string {
  const date = plainDate(on);
  const months = 3 - ((date.month - 1) % 3);
  return date.with({ day: 1 }).add({ months }).toString();
}

function dayOf(event: string, { facts }: ContractRow, last: string): string {
  const usual = daysAfter(last, usualGap);
  if (!atWork.includes(event) || facts.start === undefined) return usual;
  const settled = daysAfter(facts.start, settlingIn);
  return usual > settled ? usual : settled;
}

/** Saturday and Sunday move on to Monday. */
function workday(on: string): string {
  const { dayOfWeek } = plainDate(on);
  return dayOfWeek <= 5 ? on : daysAfter(on, 8 - dayOfWeek);
}

/** The sample, with what fits this contract where the sample has such a field, and with what the plan says. */
function merged(sample: Data, fitted: Data, told: Data = {}): Data {
  const fields = Object.entries({ ...sample, ...fitted, ...told });
  return Object.fromEntries(fields.filter(([name, value]) => (name in sample || name in told) && value !== undefined));
}

const board = { id: 'college van burgemeester en wethouders', rollen: ['bestuurder'] as const };
const buyer = { id: 'adviseur inkoop', rollen: ['inkoopexpert'] as const };
const contractManager = { id: 'contractmanager', rollen: ['contractmanager'] as const };

/** Whom the handreiking gives the event to; the coordinator does the rest. */
const actors: Readonly<Record<string, DemoEvent['door']>> = {
  principebesluitNemen: board,
  principebesluitAfwijzen: board,
  principebesluitUitstellen: board,
  bestuurBetrekken: board,
  inventarisatieAfronden: buyer,
  inkoopstrategieKiezen: buyer,
  toepassingBepalen: buyer,
  uitvraagPubliceren: buyer,
  gunnen: buyer,
  nietGunnen: buyer,
  contractWijzigen: contractManager,
  contractVerlengen: contractManager,
  eindeContractNaderen: contractManager,
};

const reporting = ['rapportageOntvangen', 'jaaropgaveOntvangen'];

function actorOf(event: string, row: ContractRow): DemoEvent['door'] {
  if (reporting.includes(event)) return { id: row.leverancier, rollen: ['opdrachtnemer'] };
  return actors[event] ?? { id: coordination(row).door, rollen: ['coordinator'] };
}
