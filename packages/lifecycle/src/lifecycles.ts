import { outline } from './chart-outline.js';
import { definitionHash } from './definition-hash.js';
import { LifecycleUnknown } from './errors.js';
import { graphOf } from './graph.js';
import { type Lifecycle, type LifecycleDefinition } from './model.js';
import { stappenplan2019 } from './stappenplan-2019/index.js';
import { stappenplan2020 } from './stappenplan-2020/index.js';
import { compile } from './statechart.js';

/** Every lifecycle of the product by id; the default one comes first. */
export const lifecycles: ReadonlyMap<string, Lifecycle> = new Map(
  [stappenplan2020, stappenplan2019].map((definition) => [definition.id, ready(definition)]),
);

/** @throws LifecycleUnknown when there is no lifecycle with that id */
export function lifecycle(id: string): Lifecycle {
  const found = lifecycles.get(id);
  if (!found) throw new LifecycleUnknown(id, [...lifecycles.keys()]);
  return found;
}

function ready(definition: LifecycleDefinition): Lifecycle {
  const { id, version, title, states, events } = definition;
  return {
    id,
    version,
    title,
    hash: definitionHash(definition),
    states: new Map(states.map((state) => [state.id, state])),
    events: new Map(events.map((event) => [event.id, event])),
    graph: graphOf(outline(definition.chart)),
    ...compile(id, definition.chart),
  };
}
