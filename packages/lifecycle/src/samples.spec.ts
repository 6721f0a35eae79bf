import { describe, expect, it } from '@jest/globals';
import { EventUnknown, LifecycleUnknown } from './errors.js';
import { eventSchema } from './event-schema.js';
import { lifecycles } from './lifecycles.js';
import { sampleData } from './samples.js';
import { explore } from './testing/reachable.js';
import { faults } from './testing/schema-check.js';

describe.each([...lifecycles])('the sample data of %s', (id, lifecycle) => {
  const { steps } = explore(lifecycle);

  it.each([...lifecycle.events.keys()])('is valid for %s, with nothing on record yet', (event) => {
    const step = steps.find((candidate) => candidate.event === event);
    expect(faults(eventSchema(lifecycle, step?.from.states ?? [], event, {}), sampleData(id, event))).toEqual([]);
  });

  it('does not exist for an event the lifecycle does not know', () => {
    expect(() => sampleData(id, 'toveren')).toThrow(EventUnknown);
    expect(() => sampleData(id, 'constructor')).toThrow(EventUnknown);
    expect(() => sampleData('stappenplan-1999', 'gunnen')).toThrow(LifecycleUnknown);
  });
});
