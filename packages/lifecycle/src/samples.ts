import { EventUnknown } from './errors.js';
import { lifecycle } from './lifecycles.js';
import { type Data, type Samples } from './sample-data/shared.js';
import { samples2019 } from './sample-data/stappenplan-2019.js';
import { samples2020 } from './sample-data/stappenplan-2020.js';

const samples: Readonly<Record<string, Samples>> = { 'stappenplan-2020': samples2020, 'stappenplan-2019': samples2019 };

/**
 * Valid example data of an event, complete as if nothing were on record yet; for tests and demonstration. The contract in it runs
 * from 2024-01-01 to 2026-12-31.
 * @throws LifecycleUnknown when there is no such lifecycle
 * @throws EventUnknown when it has no such event
 */
export function sampleData(lifecycleId: string, eventId: string): Data {
  const { id, events } = lifecycle(lifecycleId);
  const data = samples[id]?.[eventId];
  if (!data || !events.has(eventId)) throw new EventUnknown(id, eventId);
  return data;
}
