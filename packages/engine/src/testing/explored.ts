import { lifecycle as lifecycleWith, type EventInfo } from '@samenwerkt/lifecycle';
import { type Acceptance, type Command, type Partnership, type Refusal } from '../model.js';
import { begun, sample, tryEvent } from './partnerships.js';

/** What became of one event, wherever it was tried. */
export interface Experience {
  readonly info: EventInfo;
  /** Where it was accepted first, and how. */
  accepted?: { readonly from: Partnership; readonly data: Command['data']; readonly decision: Acceptance };
  /** Where it was found impossible first. */
  impossible?: { readonly from: Partnership; readonly decision: Refusal };
}

/** Sample data of an event where a partnership stands, once for every choice that the event itself asks for. */
export function variants(partnership: Partnership, info: EventInfo): Command['data'][] {
  const choices = Object.entries(info.fields).filter(([, { schema }]) => schema.enum);
  return choices.reduce(
    (all, [name, { schema }]) =>
      all.flatMap((data) => (schema.enum ?? []).map((value) => ({ ...data, [name]: value }))),
    [sample(partnership, info.id)],
  );
}

/** Tries every event in every position that can be reached from the start, nearest first. */
export function explore(lifecycle: string): ReadonlyMap<string, Experience> {
  const { events } = lifecycleWith(lifecycle);
  const experiences = new Map([...events.values()].map((info): [string, Experience] => [info.id, { info }]));
  const queue = [begun({ lifecycle })];
  const seen = new Set(queue.map(({ position }) => position));
  for (let from = queue.shift(); from; from = queue.shift()) {
    for (const experience of experiences.values()) {
      for (const next of attempt(experience, from)) {
        if (seen.has(next.position)) continue;
        seen.add(next.position);
        queue.push(next);
      }
    }
  }
  return experiences;
}

function attempt(experience: Experience, from: Partnership): Partnership[] {
  const { info } = experience;
  return variants(from, info).flatMap((data) => {
    const decision = tryEvent(from, info.id, data);
    if (decision.outcome === 'accepted') {
      experience.accepted ??= { from, data, decision };
      return [decision.next];
    }
    if (decision.cause === 'eventNotPossible') experience.impossible ??= { from, decision };
    return [];
  });
}
