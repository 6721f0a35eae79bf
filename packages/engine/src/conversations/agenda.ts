import { addMonths, today } from '@samenwerkt/calendar';
import { type Text } from '@samenwerkt/lifecycle';
import { type Reason, type Partnership } from '../model.js';
import { type Policy } from '../policy.js';
import { agreementPoints } from './agenda-agreements.js';
import { backupPoints, blockingPoints, owedPoints } from './agenda-obstacles.js';
import { contractPoints, newsPoints, plannedPoints } from './agenda-planned.js';
import { STANDING_POINTS } from './agenda-standing.js';

/** What a point of an agenda is about. */
type AgendaKind =
  /** Agreed before, and its date has passed. */
  | 'afspraakTeLaat'
  /** Agreed before, and still open. */
  | 'afspraakOpen'
  /** Asked by the cadence and not there: a report, a statement, an evaluation. */
  | 'ontbreekt'
  /** The contract comes near its end. */
  | 'contract'
  | 'backup'
  /** A rule of the pack that stands in the way of a next step. */
  | 'belemmering'
  | 'verplichting'
  /** What was recorded since the last conversation. */
  | 'sindsVorigGesprek'
  /** Always on the agenda. */
  | 'vast';

/** One point of a proposed agenda. */
export interface AgendaPoint {
  readonly kind: AgendaKind;
  /** Names it within its agenda: id of the agreement, the cadence entry, the rule or the obligation. */
  readonly id: string;
  readonly title: Text;
  /** Why it is on the agenda. */
  readonly reason: Text;
  /** Where that is written; absent for what the parties agreed between themselves. */
  readonly source?: Reason['source'];
  /** ISO date by which. */
  readonly dueOn?: string;
  /** Who sees to it: a function. */
  readonly owner?: string;
}

/** What points are made from. */
export interface AgendaBasis {
  readonly partnership: Partnership;
  readonly policy: Policy;
  /** Instant (ISO, UTC). */
  readonly now: string;
  /** Its local date (ISO). */
  readonly on: string;
  /** ISO date until which what comes is worth talking about. */
  readonly horizon: string;
}

/** How far ahead a conversation looks: what is due before the next one but one has its turn in time. */
const AHEAD_MONTHS = 6;

/**
 * The agenda that a conversation would have now, from what is open: what is late first, standing points last. Pure: the
 * same partnership, policy and local day always give the same points in the same order. The agenda is the parties' own;
 * this is the proposal (001_6c3f9123756a8f34.txt, p. 26: "Bepaal de agenda").
 * @param now instant (ISO, UTC)
 */
export function agendaFor(partnership: Partnership, policy: Policy, now: string): AgendaPoint[] {
  const on = today(now);
  const basis: AgendaBasis = { partnership, policy, now, on, horizon: addMonths(on, AHEAD_MONTHS) };
  if (partnership.done) return [];
  return [
    agreementPoints(basis),
    plannedPoints(basis),
    contractPoints(basis),
    backupPoints(basis),
    blockingPoints(basis),
    owedPoints(basis),
    newsPoints(basis),
    STANDING_POINTS,
  ].flat();
}
