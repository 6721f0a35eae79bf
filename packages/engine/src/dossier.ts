import { type EventInfo } from '@samenwerkt/lifecycle';
import { withoutConfirmed } from './confirmations.js';
import { type Dossier } from './model.js';
import { ENGINE_SEMANTICS } from './semantics.js';
import { added, type Series } from './series.js';

type Data = Readonly<Record<string, unknown>>;

/** Key under which an event says that its data is spread over several records: `{ <key>: { <field>: … } }`. */
const SPREAD = '*';

/**
 * The dossier after the event: what it brings is merged into its record, or becomes the latest of its series.
 * @param semantics number under which the event was decided; older ones fold as they did
 */
export function keep(dossier: Dossier, event: EventInfo, given: Data, semantics = ENGINE_SEMANTICS): Dossier {
  const data = withoutConfirmed(given);
  const { keeps } = event;
  if (keeps.record === SPREAD) {
    return Object.entries(data).reduce((kept, [key, fields]) => merge(kept, key, fields as Data), dossier);
  }
  if (!('series' in keeps)) return merge(dossier, keeps.record, data);
  const before = seriesOf(dossier, keeps.record, keeps.series);
  const series = semantics < 2 ? addedUnder1(before, data) : added(before, event, data);
  return merge(dossier, keeps.record, { [keeps.series]: series });
}

/** A series was its count and latest entry only. */
function addedUnder1(before: Series | undefined, data: Data): Series {
  return { aantal: (before?.aantal ?? 0) + 1, laatste: data };
}

/** A series of the dossier; undefined when it has no entries yet. */
export function seriesOf(dossier: Dossier, record: string, series: string): Series | undefined {
  return dossier[record]?.[series] as Series | undefined;
}

/** The entry of a series that was recorded last, or undefined when there is none yet. */
export function latest(dossier: Dossier, record: string, series: string): Data | undefined {
  return seriesOf(dossier, record, series)?.laatste;
}

/**
 * Where a field given with the event ends up, as a path that rules read: `dossier.werkgroep.backup`,
 * `dossier.monitoring.gesprekken.laatste.datum`.
 */
export function keptAt(event: EventInfo, field: string): string {
  const { keeps } = event;
  const series = 'series' in keeps ? `${keeps.series}.laatste.` : '';
  return `dossier.${keeps.record}.${series}${field}`;
}

function merge(dossier: Dossier, key: string, fields: Data): Dossier {
  return { ...dossier, [key]: { ...dossier[key], ...fields } };
}
