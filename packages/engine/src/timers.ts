import { addMonths, lastDayOf, plainDate, today, yearlyStatementDue } from '@samenwerkt/calendar';
import { latest } from './dossier.js';
import { type Acceptance, type Partnership, type Timer } from './model.js';
import { type Policy } from './policy.js';

/** Leaf states in which conversations, reports and statements recur, in both lifecycles. */
const MONITORED = ['monitoring', 'monitorenEnEvalueren', 'aanpakBijAanbestedingen'];

/** Parameters of the pack that say how often and how soon. */
export const FREQUENCY = 'gespreksfrequentieMaanden';
export const STATEMENT_TERM = 'jaaropgaveTermijnMaanden';

/**
 * The moments that must not pass unseen, given how the partnership stands: the next conversation of the period
 * (002_4864943f1a9f0d2c.txt, p. 20, eis 3.1) and the next yearly statement (eis 3.2). It looks at the partnership only,
 * never at the clock: the same partnership always has the same timers.
 */
export function plannedTimers(partnership: Partnership, policy: Policy): Timer[] {
  const state = partnership.states.find((id) => MONITORED.includes(id));
  if (state === undefined) return [];
  const since = today(partnership.since[state] ?? partnership.startedAt);
  return [...nextConversation(partnership, policy, since), ...nextStatement(partnership, policy, since)];
}

/** What to set and what to cancel to go from one state of affairs to the next. */
export function timerChanges(before: readonly Timer[], after: readonly Timer[]): Acceptance['timers'] {
  const key = ({ kind, occurrence, dueOn }: Timer) => `${kind} ${occurrence} ${dueOn}`;
  const had = new Set(before.map(key));
  const has = new Set(after.map(key));
  return {
    set: after.filter((timer) => !had.has(key(timer))),
    cancel: before.filter((timer) => !has.has(key(timer))),
    open: after,
  };
}

function months(policy: Policy, parameter: string, date: string): number | undefined {
  const value = policy.pack.parameterOn(parameter, date)?.current.value;
  return typeof value === 'number' && value > 0 ? value : undefined;
}

/** One conversation in every period of the calendar year (month, quarter, half year); due on its last day. */
function nextConversation({ dossier, contract }: Partnership, policy: Policy, since: string): Timer[] {
  const frequency = months(policy, FREQUENCY, since);
  if (frequency === undefined) return [];
  const held = latest(dossier, 'monitoring', 'gesprekken')?.datum;
  const next = typeof held === 'string' ? addMonths(periodStart(held, frequency), frequency) : since;
  // What fell in the time before this state, a suspension for one, is not asked afterwards.
  const from = next > since ? next : since;
  if (contract.einde !== undefined && from > contract.einde) return [];
  return [{ kind: 'gesprek', ...period(from, frequency) }];
}

function periodStart(date: string, frequency: number): string {
  const { year, month } = plainDate(date);
  const first = month - ((month - 1) % frequency);
  return `${year}-${String(first).padStart(2, '0')}-01`;
}

function period(date: string, frequency: number): { occurrence: string; dueOn: string } {
  const start = periodStart(date, frequency);
  const end = plainDate(addMonths(start, frequency - 1));
  const number = (plainDate(start).month - 1) / frequency + 1;
  return { occurrence: `${end.year}-${frequency}m-${number}`, dueOn: lastDayOf(end.year, end.month) };
}

/**
 * The statement of the first calendar year not stated yet, as long as the contract ran in it. The first of all is over
 * the year of the first placement, so that a suspension or a next step of the lifecycle leaves no year out.
 */
function nextStatement({ dossier, contract }: Partnership, policy: Policy, since: string): Timer[] {
  const term = months(policy, STATEMENT_TERM, since);
  if (term === undefined) return [];
  const stated = latest(dossier, 'monitoring', 'jaaropgaven')?.jaar;
  const placed = dossier['rolverdeling']?.['eerstePlaatsing'];
  const begun = typeof placed === 'string' && placed < since ? placed : since;
  const year = typeof stated === 'number' ? stated + 1 : plainDate(begun).year;
  const last = contract.einde === undefined ? year : plainDate(contract.einde).year;
  return year > last ? [] : [{ kind: 'jaaropgave', occurrence: String(year), dueOn: yearlyStatementDue(year, term) }];
}
