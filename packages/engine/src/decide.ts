import { today } from '@samenwerkt/calendar';
import { type EventInfo, type Lifecycle, type Position } from '@samenwerkt/lifecycle';
import { advance, lifecycleOf, positionOf } from './apply.js';
import { confirmationProblems, withConfirmed } from './confirmations.js';
import { withPeriod } from './conversations/period.js';
import { keep } from './dossier.js';
import { asRecorded, dataProblems, missingRecords } from './event-data.js';
import { factsOf } from './facts.js';
import { judge, type Judgement } from './judge.js';
import {
  type Actor,
  type Command,
  type Decision,
  type Dossier,
  type Partnership,
  type Reason,
  type RecordedEvent,
} from './model.js';
import { messages } from './outbox.js';
import { type Policy } from './policy.js';
import { notAllowed, notPossible, unknownEvent, wrongData } from './refusals.js';
import { roleReasons } from './roles.js';
import { ENGINE_SEMANTICS } from './semantics.js';
import { plannedTimers } from './planning/planned-timers.js';
import { timerChanges } from './planning/timer-changes.js';

/** An event that is possible where the partnership stands, with all that a judgement on it needs. */
export interface Step {
  readonly partnership: Partnership;
  readonly policy: Policy;
  readonly lifecycle: Lifecycle;
  readonly info: EventInfo;
  readonly data: Command['data'];
  /** Where the event leads with this data; undefined when the data decides and is not there yet. */
  readonly position: Position | undefined;
  /** The dossier with the data in it. */
  readonly dossier: Dossier;
  /** Instant (ISO, UTC). */
  readonly now: string;
}

/**
 * Decides on a command: an acceptance with the event, the next snapshot, timers and messages, or a refusal with every
 * reason. Pure: the same arguments always give the same answer, so dry run, replay and "why not?" are this function too.
 * @param now instant (ISO, UTC); rules see its local date in Europe/Amsterdam
 * @throws LifecycleMismatch, PositionUnreadable when the snapshot cannot be trusted
 */
export function decide(
  partnership: Partnership,
  policy: Policy,
  command: Command,
  actor: Actor,
  now: string,
): Decision {
  const lifecycle = lifecycleOf(partnership.lifecycle);
  const { event } = command;
  const info = lifecycle.events.get(event);
  if (!info) return unknownEvent(event, lifecycle, partnership);
  const data = withPeriod(partnership, policy, info, asRecorded(info, command.data));
  const position = lifecycle.move(positionOf(partnership), event, data);
  if (!position && !lifecycle.accepts(positionOf(partnership), event)) return notPossible(info, lifecycle, partnership);

  const roles = roleReasons(info, actor);
  const { confirmations } = command;
  const wrong = confirmationProblems({ data, confirmations });
  const confirmed = wrong.length === 0 ? confirmations : [];
  const problems = [...wrong, ...dataProblems(lifecycle, partnership, info, data, confirmed)];
  if (problems.length > 0) return wrongData(problems, roles);
  if (!position) return notPossible(info, lifecycle, partnership);

  const dossier = keep(partnership.dossier, info, data);
  const step = { partnership, policy, lifecycle, info, data, position, dossier, now };
  const { blocks, warnings } = weigh(step);
  if (roles.length + blocks.length > 0) return notAllowed(info, [...roles, ...blocks, ...warnings]);
  return accept({ ...step, data: withConfirmed(data, confirmations) }, actor, warnings);
}

/** All judgements on a step: rules of the pack and records it asks, fulfilled or not. */
export function judgements(step: Step): Judgement[] {
  const { partnership, policy, info, dossier, now } = step;
  return judge(policy, info.id, statesLeft(step), factsOf(partnership, dossier, today(now)));
}

/** States whose result must be there; while the data must still say where it leads, the one whose record is completed. */
function statesLeft({ partnership: { states }, lifecycle, info, position }: Step): readonly string[] {
  if (!info.completes) return [];
  if (position) return states.filter((state) => !position.states.includes(state));
  return states.filter((state) => lifecycle.states.get(state)?.record?.key === info.keeps.record);
}

/** Whether a judgement stands in the way: not fulfilled, or impossible to judge. */
export function stands({ outcome }: Pick<Judgement, 'outcome'>): boolean {
  return outcome === 'notFulfilled' || outcome === 'unknown';
}

function weigh(step: Step): { blocks: Reason[]; warnings: Reason[] } {
  const { lifecycle, partnership, info, dossier } = step;
  const standing = judgements(step).filter(stands);
  const reasons = (severity: Reason['severity']) =>
    standing.filter((one) => one.severity === severity).map((one) => one.reason());
  return {
    blocks: [...missingRecords(lifecycle, partnership, info, dossier), ...reasons('block')],
    warnings: reasons('warn'),
  };
}

function accept(step: Step & { position: Position }, actor: Actor, warnings: Reason[]): Decision {
  const { partnership, policy, info, data, position, now } = step;
  const event: RecordedEvent = {
    sequence: partnership.version + 1,
    event: info.id,
    data,
    actor,
    at: now,
    pack: policy.ref,
    lifecycle: partnership.lifecycle,
    semantics: ENGINE_SEMANTICS,
  };
  const next = advance(partnership, info, position, event);
  const timers = timerChanges(plannedTimers(partnership, policy), plannedTimers(next, policy));
  return { outcome: 'accepted', event, next, warnings, timers, outbox: messages(info.id, next) };
}
