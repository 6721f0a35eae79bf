import { type EventInfo } from '@samenwerkt/lifecycle';
import { type Dossier } from './model.js';

type Data = Readonly<Record<string, unknown>>;

/** A series as it is kept: how many there were, and the latest. */
interface Series {
  readonly aantal: number;
  readonly laatste: Data;
}

/** Key under which an event says that its data is spread over several records: `{ <key>: { <field>: … } }`. */
const SPREAD = '*';

/** The dossier after the event: what it brings is merged into its record, or becomes the latest of its series. */
export function keep(dossier: Dossier, event: EventInfo, data: Data): Dossier {
  const { keeps } = event;
  if (keeps.record === SPREAD) {
    return Object.entries(data).reduce((kept, [key, fields]) => merge(kept, key, fields as Data), dossier);
  }
  if (!('series' in keeps)) return merge(dossier, keeps.record, data);
  const before = dossier[keeps.record]?.[keeps.series] as Series | undefined;
  const series: Series = { aantal: (before?.aantal ?? 0) + 1, laatste: data };
  return merge(dossier, keeps.record, { [keeps.series]: series });
}

/** The latest entry of a series, or undefined when there is none yet. */
export function latest(dossier: Dossier, record: string, series: string): Data | undefined {
  return (dossier[record]?.[series] as Series | undefined)?.laatste;
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
