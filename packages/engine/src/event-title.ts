import { lifecycles, type Text } from '@samenwerkt/lifecycle';
import { MIGRATION_EVENT, SEAL_EVENT, START_EVENT } from './apply.js';

export const MIGRATION_TITLE: Text = { nl: 'Van regelpakket wisselen', en: 'Move to another rule pack' };

/** What the engine records of itself, in words. */
const OWN = new Map([
  [START_EVENT, { nl: 'Partnerschap starten', en: 'Start the partnership' }],
  [SEAL_EVENT, { nl: 'Verbroken keten vastleggen', en: 'Put a broken chain on record' }],
  [MIGRATION_EVENT, MIGRATION_TITLE],
]);

/**
 * A recorded event in words: of its lifecycle, or of the engine; its id when this program does not know it.
 * @param lifecycle id of the lifecycle it was recorded under
 */
export function eventTitle(lifecycle: string, event: string): Text {
  return OWN.get(event) ?? lifecycles.get(lifecycle)?.events.get(event)?.title ?? { nl: event, en: event };
}
