import { apply, lifecycleOf, positionOf } from '../apply.js';
import { judgements } from '../decide.js';
import { PackNotForLifecycle } from '../errors.js';
import { type Partnership, type RecordedEvent } from '../model.js';
import { type Policy } from '../policy.js';
import { causesOf, parting, type Compared, type Parting } from './causes.js';
import { type PinnedPolicy, type Regression } from './model.js';

/** One history being judged again, event by event. */
interface Retrial {
  /** @throws HistoryUnplayable, LifecycleMismatch, PackNotForLifecycle when the candidate is for other lifecycles */
  next(event: RecordedEvent): void;
  /** The partnership after the last event; undefined before the first. */
  partnership(): Partnership | undefined;
  /** What came of it so far. */
  outcome(): Regression;
}

/**
 * Judges every event of one recorded history again under a candidate pack: would this event, by this actor, with this
 * data, at its own moment, have been accepted, and with which warnings? What happened stays as it happened: the event
 * after a refused one is judged where it was recorded, so each difference stands on its own. Only what a pack decides is
 * compared; lifecycle, roles and shape of the data are the same under every pack.
 * @param pinned the policy an event was recorded under
 * @throws HistoryUnplayable, LifecycleMismatch, PackNotForLifecycle
 */
export function regress(history: Iterable<RecordedEvent>, candidate: Policy, pinned: PinnedPolicy): Regression {
  const trial = retrial(candidate, pinned);
  for (const event of history) trial.next(event);
  return trial.outcome();
}

/** The same, fed one event at a time, so that a long history need not be in memory at once. */
export function retrial(candidate: Policy, pinned: PinnedPolicy): Retrial {
  let before: Partnership | undefined;
  let outcome: Regression = { events: 0, refused: 0, warned: 0 };
  return {
    partnership: () => before,
    outcome: () => outcome,
    next(event) {
      const after = apply(before, event);
      if (before) outcome = judged(outcome, { before, after, event }, candidate, pinned);
      else mustFit(candidate, after);
      before = after;
    },
  };
}

/** One step of a history. */
interface Step {
  readonly before: Partnership;
  readonly after: Partnership;
  readonly event: RecordedEvent;
}

/** What the engine itself records (a seal, for one) is no event of the lifecycle, and no pack has a say in it. */
function judged(outcome: Regression, step: Step, candidate: Policy, pinned: PinnedPolicy): Regression {
  const { before, after, event } = step;
  const lifecycle = lifecycleOf(before.lifecycle);
  const info = lifecycle.events.get(event.event);
  if (!info) return outcome;
  const policyThen = pinned(event.pack);
  const asked = { partnership: before, lifecycle, info, data: event.data, dossier: after.dossier, now: event.at };
  const judgedBy = (policy: Policy) => judgements({ ...asked, position: positionOf(after), policy });
  const compared: Compared = { was: judgedBy(policyThen), now: judgedBy(candidate) };
  const counted = { ...outcome, events: outcome.events + 1 };
  const parted = parting(compared);
  if (!parted) return counted;
  return noted(counted, event, parted, (ids) => causesOf(ids, compared, policyThen, candidate));
}

function noted(
  outcome: Regression,
  { sequence, event, at }: RecordedEvent,
  { blocks, appeared, disappeared }: Parting,
  causes: (ids: readonly string[]) => ReturnType<typeof causesOf>,
): Regression {
  const place = { sequence, event, at };
  const refuses = blocks.length > 0;
  const warns = appeared.length + disappeared.length > 0;
  return {
    ...outcome,
    refused: outcome.refused + (refuses ? 1 : 0),
    warned: outcome.warned + (warns ? 1 : 0),
    ...(refuses && !outcome.firstRefused ? { firstRefused: { ...place, causes: causes(blocks) } } : {}),
    ...(warns && !outcome.firstWarned
      ? { firstWarned: { ...place, appeared: causes(appeared), disappeared: causes(disappeared) } }
      : {}),
  };
}

function mustFit({ ref, pack }: Policy, { lifecycle }: Partnership): void {
  const { lifecycles } = pack.manifest;
  if (!lifecycles.includes(lifecycle.id)) throw new PackNotForLifecycle(ref.name, lifecycle.id, lifecycles);
}
