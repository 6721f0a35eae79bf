import { apply } from './apply.js';
import { type Partnership, type RecordedEvent } from './model.js';

/**
 * The partnership as its history makes it; undefined for an empty history. The same fold as the live path, so the
 * outcome equals the stored snapshot to the letter.
 * @throws HistoryUnplayable, LifecycleMismatch
 */
export function replay(history: Iterable<RecordedEvent>): Partnership | undefined {
  let partnership: Partnership | undefined;
  for (const event of history) partnership = apply(partnership, event);
  return partnership;
}
