import { addDays, lastDayOf } from '@samenwerkt/calendar';
import { type EventInfo } from '@samenwerkt/lifecycle';
import { openAfter, type OpenAgreement } from './conversations/agreements.js';

type Data = Readonly<Record<string, unknown>>;

/**
 * How far a series has come, whatever order its entries were recorded in: what is recorded late moves nothing back.
 * Absent is what no entry says.
 */
export interface Reach {
  /** ISO date of the last day on which it happened. */
  readonly dag?: string;
  /** ISO date in the last period that it was about; everything up to and including that period is done. */
  readonly periode?: string;
  /** The last calendar year that it was about. */
  readonly jaar?: number;
}

/** A series as it is kept: how many there were, the entry recorded last, and how far they reach. */
export interface Series {
  readonly aantal: number;
  readonly laatste: Data;
  /** Absent when its last entry was recorded under semantics 1. */
  readonly reikt?: Reach;
  /** Of conversations only: what was agreed and is not settled yet, oldest first. */
  readonly openAfspraken?: readonly OpenAgreement[];
}

/** The event whose agreements stay open. */
export const CONVERSATION_EVENT = 'gesprekVastleggen';

/** For each event that has one the field that says on which day it happened. */
export const DAY: Readonly<Record<string, string>> = {
  principebesluitNemen: 'datum',
  principebesluitUitstellen: 'datum',
  voorbereidingAfronden: 'datum',
  uitvraagPubliceren: 'publicatiedatum',
  gunnen: 'gunningsdatum',
  bereidheidVastleggen: 'tweedeGesprek',
  eersteBaanRealiseren: 'eerstePlaatsing',
  gesprekVastleggen: 'datum',
  rapportageOntvangen: 'ontvangenOp',
  jaaropgaveOntvangen: 'ontvangenOp',
  evaluatieVastleggen: 'datum',
  contractWijzigen: 'datum',
  contractVerlengen: 'datum',
  eindeContractNaderen: 'datum',
  beleidVaststellen: 'datum',
  specialistAanstellen: 'datum',
  bestuurBetrekken: 'datum',
  resultatenDelen: 'datum',
};

/** The series with one more entry, as every version of the engine since semantics 2 keeps it. */
export function added(before: Series | undefined, event: EventInfo, data: Data): Series {
  const aantal = (before?.aantal ?? 0) + 1;
  return {
    aantal,
    laatste: data,
    reikt: furthest(before ? reachOf(before, event.id) : {}, reachOfEntry(event.id, data)),
    ...(event.id === CONVERSATION_EVENT && { openAfspraken: openAfter(before?.openAfspraken ?? [], data, aantal) }),
  };
}

/**
 * How far a series reaches. One whose last entry is from before this was kept reaches as far as that entry, and counts for
 * the period in which it happened: as it was planned by then.
 */
export function reachOf({ reikt, laatste }: Series, event: string): Reach {
  if (reikt) return reikt;
  const dag = dayIn(event, laatste);
  return { ...(dag !== undefined && { dag, periode: dag }), ...yearIn(laatste) };
}

/** The day on which an event happened, as its own data says. */
export function dayIn(event: string, data: Data): string | undefined {
  const day = data[DAY[event] ?? ''];
  return typeof day === 'string' ? day : undefined;
}

function reachOfEntry(event: string, data: Data): Reach {
  const dag = dayIn(event, data);
  const periode = periodIn(event, data, dag);
  return { ...(dag !== undefined && { dag }), ...(periode !== undefined && { periode }), ...yearIn(data) };
}

/**
 * A day in the period that an entry counts for: the one that a conversation names, otherwise the day itself. A report on a
 * quarter is asked for in the period after it, when there is something to report; one that comes late counts for that period
 * and leaves the next its own. It never counts for days after it was received, whatever quarter it names.
 */
function periodIn(event: string, data: Data, day: string | undefined): string | undefined {
  if (event === CONVERSATION_EVENT) return typeof data['periode'] === 'string' ? data['periode'] : undefined;
  const { jaar, kwartaal } = data;
  if (typeof jaar !== 'number' || typeof kwartaal !== 'number' || day === undefined) return day;
  const asked = addDays(lastDayOf(jaar, kwartaal * 3), 1);
  return asked < day ? asked : day;
}

/** An entry about a quarter is not about the whole year. */
function yearIn({ jaar, kwartaal }: Data): Pick<Reach, 'jaar'> {
  return typeof jaar === 'number' && kwartaal === undefined ? { jaar } : {};
}

function furthest(one: Reach, other: Reach): Reach {
  const dag = latest(one.dag, other.dag);
  const periode = latest(one.periode, other.periode);
  const jaar = latest(one.jaar, other.jaar);
  return {
    ...(dag !== undefined && { dag }),
    ...(periode !== undefined && { periode }),
    ...(jaar !== undefined && { jaar }),
  };
}

function latest<T extends string | number>(one: T | undefined, other: T | undefined): T | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return one > other ? one : other;
}
