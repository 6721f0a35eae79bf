import { lifecycles, type EventInfo, type Lifecycle } from '@samenwerkt/lifecycle';
import { type Trace } from '@samenwerkt/rule-pack';
import { latest } from '../dossier.js';
import { type Partnership } from '../model.js';

/** For each event that has one the field that says on which day it happened. */
const DAY: Readonly<Record<string, string>> = {
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

/** The field that says which calendar year an event is about. */
const YEAR = 'jaar';
/** An event that is about a quarter is not about the whole year. */
const QUARTER = 'kwartaal';

function traceOf({ id, fields, keeps }: EventInfo): Trace {
  return { day: id in DAY, repeats: 'series' in keeps, year: YEAR in fields && !(QUARTER in fields) };
}

/** What the dossier shows of each event afterwards. What only adds to records leaves no trace of its own. */
export const TRACES: ReadonlyMap<string, Trace> = new Map(
  [...lifecycles.values()]
    .flatMap(({ events }) => [...events.values()])
    .filter(({ keeps }) => keeps.record !== '*')
    .map((event) => [event.id, traceOf(event)]),
);

/** The day on which an event happened, of a series the latest, as far as the dossier shows. */
export function dayOf(partnership: Partnership, event: string): string | undefined {
  const data = shown(partnership, event);
  const day = data?.[DAY[event] ?? ''];
  return typeof day === 'string' ? day : undefined;
}

/** The calendar year that the latest of an event is about. */
export function yearOf(partnership: Partnership, event: string): number | undefined {
  const year = shown(partnership, event)?.[YEAR];
  return typeof year === 'number' ? year : undefined;
}

/** Whether one of the events happened on a day or later; one without a day counts when it happened at all. */
export function happenedSince(partnership: Partnership, events: readonly string[], isoDate: string): boolean {
  return events.some((event) => {
    const day = dayOf(partnership, event);
    return day === undefined ? shown(partnership, event) !== undefined && !(event in DAY) : day >= isoDate;
  });
}

/** What the dossier holds of an event that happened; undefined when it did not happen. */
function shown(
  { lifecycle: { id }, dossier, states }: Partnership,
  event: string,
): Readonly<Record<string, unknown>> | undefined {
  const lifecycle = lifecycles.get(id);
  const info = lifecycle?.events.get(event);
  if (!lifecycle || !info) return undefined;
  const { keeps } = info;
  if ('series' in keeps) return latest(dossier, keeps.record, keeps.series);
  const record = dossier[keeps.record];
  return record && isComplete(record, info, lifecycle, states) ? record : undefined;
}

/** A record can be filled in before its step is over: it shows the event once the step has been left, complete. */
function isComplete(
  record: Readonly<Record<string, unknown>>,
  { keeps, fields, completes }: EventInfo,
  { states: known }: Lifecycle,
  states: readonly string[],
): boolean {
  const steps = [...known.values()].filter(({ record: own }) => own?.key === keeps.record);
  if (steps.some(({ id }) => states.includes(id))) return false;
  const asked = [fields, ...(completes ? steps.map((step) => step.record?.fields ?? {}) : [])];
  return asked
    .flatMap((of) => Object.entries(of))
    .every(([name, { required }]) => !required || record[name] !== undefined);
}
