import { lifecycles, type EventInfo, type Lifecycle } from '@samenwerkt/lifecycle';
import { type Trace } from '@samenwerkt/rule-pack';
import { seriesOf } from '../dossier.js';
import { type Partnership } from '../model.js';
import { DAY, dayIn, reachOf, type Reach } from '../series.js';

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

/** The day on which an event happened, of a series the last of them, as far as the dossier shows. */
export function dayOf(partnership: Partnership, event: string): string | undefined {
  return shown(partnership, event)?.dag;
}

/** The last calendar year that an event was about. */
export function yearOf(partnership: Partnership, event: string): number | undefined {
  return shown(partnership, event)?.jaar;
}

/** A day in the last period that an event was about: up to and including that period it is done. */
export function coveredBy(partnership: Partnership, event: string): string | undefined {
  return shown(partnership, event)?.periode;
}

/** Whether one of the events happened on a day or later; one without a day counts when it happened at all. */
export function happenedSince(partnership: Partnership, events: readonly string[], isoDate: string): boolean {
  return events.some((event) => {
    const day = dayOf(partnership, event);
    return day === undefined ? shown(partnership, event) !== undefined && !(event in DAY) : day >= isoDate;
  });
}

/** What the dossier shows of an event that happened; undefined when it did not happen. */
function shown({ lifecycle: { id }, dossier, states }: Partnership, event: string): Reach | undefined {
  const lifecycle = lifecycles.get(id);
  const info = lifecycle?.events.get(event);
  if (!lifecycle || !info) return undefined;
  const { keeps } = info;
  if ('series' in keeps) {
    const series = seriesOf(dossier, keeps.record, keeps.series);
    return series && reachOf(series, event);
  }
  const record = dossier[keeps.record];
  if (!record || !isComplete(record, info, lifecycle, states)) return undefined;
  const day = dayIn(event, record);
  return day === undefined ? {} : { dag: day, periode: day };
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
