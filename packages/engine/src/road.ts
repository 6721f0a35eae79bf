import { apply } from './apply.js';
import { type Partnership, type RecordedEvent } from './model.js';

/** One event of a history by what it did to the position. */
export interface Leg {
  readonly sequence: number;
  readonly event: string;
  readonly at: string;
  /** Ids of the states it left and of those it came to; both empty when the position stayed. */
  readonly left: readonly string[];
  readonly entered: readonly string[];
}

/**
 * The road that a partnership travelled: every event, oldest first, with the states it left and entered.
 * @throws HistoryUnplayable, LifecycleMismatch
 */
export function road(history: Iterable<RecordedEvent>): readonly Leg[] {
  const legs: Leg[] = [];
  let partnership: Partnership | undefined;
  for (const recorded of history) {
    const before: readonly string[] = partnership?.states ?? [];
    partnership = apply(partnership, recorded);
    const { states } = partnership;
    const { sequence, event, at } = recorded;
    legs.push({
      sequence,
      event,
      at,
      left: before.filter((id) => !states.includes(id)),
      entered: states.filter((id) => !before.includes(id)),
    });
  }
  return legs;
}
