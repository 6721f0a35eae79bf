import { type Lifecycle, type Position } from '../model.js';
import { sampleData } from '../samples.js';

type Data = Readonly<Record<string, unknown>>;

/** One step that the machine took: from a position, with an event and data, to another. */
export interface Step {
  readonly from: Position;
  readonly event: string;
  readonly data: Data;
  readonly to: Position;
}

/** Sample data of an event, once for every combination of the choices the event itself asks for. */
export function variants({ id, events }: Lifecycle, event: string): readonly Data[] {
  const choices = Object.entries(events.get(event)?.fields ?? {}).filter(([, { schema }]) => schema.enum);
  return choices.reduce<readonly Data[]>(
    (all, [name, { schema }]) =>
      all.flatMap((data) => (schema.enum ?? []).map((value) => ({ ...data, [name]: value }))),
    [sampleData(id, event)],
  );
}

/** Everything that can happen from the start on, found breadth first. */
export function explore(lifecycle: Lifecycle): {
  readonly positions: readonly Position[];
  readonly steps: readonly Step[];
} {
  const found = new Map([[lifecycle.start().persisted, lifecycle.start()]]);
  const steps: Step[] = [];
  const queue = [lifecycle.start()];
  for (let from = queue.shift(); from; from = queue.shift()) {
    for (const event of lifecycle.events.keys()) {
      for (const data of variants(lifecycle, event)) {
        const to = lifecycle.move(from, event, data);
        if (!to) continue;
        steps.push({ from, event, data, to });
        if (found.has(to.persisted)) continue;
        found.set(to.persisted, to);
        queue.push(to);
      }
    }
  }
  return { positions: [...found.values()], steps };
}

/** Where a lifecycle stands after these events, each with its sample data and what is given instead of it. */
export function walk(lifecycle: Lifecycle, events: readonly (string | readonly [string, Data])[]): Position {
  return events.reduce((position, step) => {
    const [event, instead]: readonly [string, Data] = typeof step === 'string' ? [step, {}] : step;
    const next = lifecycle.move(position, event, { ...sampleData(lifecycle.id, event), ...instead });
    if (!next) throw new Error(`${event} is not possible in ${position.states.join(', ')}`);
    return next;
  }, lifecycle.start());
}
