import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json.js';
import { type LifecycleDefinition } from './model.js';

/**
 * SHA-256 (hex) of what decides how a history folds: the chart, the records of the states, and where events keep and set
 * their data. Titles, sources, roles and the shapes of fields may be mended without touching partnerships that run; they
 * are told apart by `version`.
 */
export function definitionHash({ id, chart, states, events }: LifecycleDefinition): string {
  const behaviour = {
    id,
    chart,
    states: states.map((state) => ({ id: state.id, record: state.record?.key, final: state.final })),
    events: events.map(({ id: event, keeps, sets, completes }) => ({ event, keeps, sets, completes })),
  };
  return createHash('sha256').update(canonicalJson(behaviour)).digest('hex');
}
