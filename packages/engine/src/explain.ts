import { lifecycleOf, positionOf } from './apply.js';
import { withPeriod } from './conversations/period.js';
import { decide, judgements } from './decide.js';
import { keep } from './dossier.js';
import { asRecorded } from './event-data.js';
import { type Actor, type Command, type Decision, type Partnership, type Reason } from './model.js';
import { type Policy } from './policy.js';

/** A decision with everything it was based on. */
export interface Explanation {
  readonly decision: Decision;
  /**
   * Every rule of the pack and every record it asks: fulfilled, not fulfilled, not applicable or impossible to judge.
   * Roles and the records that the lifecycle asks stand in the decision, when they are lacking.
   */
  readonly judged: readonly Reason[];
}

/**
 * Why a command would be accepted or refused, rule by rule, with expressions, parameters, values and sources.
 * @param now instant (ISO, UTC)
 */
export function explain(
  partnership: Partnership,
  policy: Policy,
  command: Command,
  actor: Actor,
  now: string,
): Explanation {
  const lifecycle = lifecycleOf(partnership.lifecycle);
  const decision = decide(partnership, policy, command, actor, now);
  const info = lifecycle.events.get(command.event);
  if (!info || (decision.outcome === 'refused' && decision.cause !== 'notAllowed')) return { decision, judged: [] };
  const data = withPeriod(partnership, policy, info, asRecorded(info, command.data));
  const position = lifecycle.move(positionOf(partnership), info.id, data);
  const dossier = keep(partnership.dossier, info, data);
  const judged = judgements({ partnership, policy, lifecycle, info, data, position, dossier, now });
  return { decision, judged: judged.map((one) => one.reason()) };
}
