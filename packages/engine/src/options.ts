import { type EventInfo, type JsonSchema } from '@samenwerkt/lifecycle';
import { lifecycleOf, positionOf } from './apply.js';
import { judgements, stands, type Step } from './decide.js';
import { keep, keptAt } from './dossier.js';
import { asRecorded, missingRecords, schemaNow } from './event-data.js';
import { type Actor, type Option, type Partnership, type Reason } from './model.js';
import { type Policy } from './policy.js';
import { possible } from './refusals.js';
import { roleReasons } from './roles.js';
import { titleOf } from './titles.js';

/**
 * Everything that can happen next, blocked events included, each with the data it asks for and every reason that
 * stands in the way. What the event's own data can still settle is marked as such and does not block.
 * @param now instant (ISO, UTC)
 */
export function options(partnership: Partnership, policy: Policy, actor: Actor, now: string): Option[] {
  return stepsNow(partnership, policy, now).map((step) => option(step, actor));
}

/** Every event that is possible where the partnership stands, as far as it goes without data of its own. */
export function stepsNow(partnership: Partnership, policy: Policy, now: string): Step[] {
  const lifecycle = lifecycleOf(partnership.lifecycle);
  const infos = possible(lifecycle, partnership).map((id) => lifecycle.events.get(id));
  return infos
    .filter((info) => info !== undefined)
    .map((info) => {
      const data = asRecorded(info, {});
      const position = lifecycle.move(positionOf(partnership), info.id, data);
      const dossier = keep(partnership.dossier, info, data);
      return { partnership, policy, lifecycle, info, data, position, dossier, now };
    });
}

function option(step: Step, actor: Actor): Option {
  const { partnership, lifecycle, info, dossier } = step;
  const schema = schemaNow(lifecycle, partnership, info);
  const judged = judgements(step);
  const comesAlong = suppliedBy(info, schema);
  const standing = judged.filter(stands).map((one) => one.reason());
  const awaiting = standing.filter((reason) => awaits(reason, comesAlong));
  const reasons: Option['reasons'] = [
    ...roleReasons(info, actor).map((reason) => ({ ...reason, canBeGivenWithEvent: false })),
    ...missingRecords(lifecycle, partnership, info, dossier).map((reason) => ({
      ...reason,
      canBeGivenWithEvent: true,
    })),
    ...standing
      .filter((reason) => !awaiting.includes(reason))
      .map((reason) => ({ ...reason, canBeGivenWithEvent: reason.facts.some(({ path }) => comesAlong(path)) })),
  ];
  return {
    event: info.id,
    title: titleOf(step.policy, 'gebeurtenis', info),
    roles: info.roles,
    status: status(reasons, awaiting, schema),
    schema,
    reasons,
    judgedWithData: awaiting.map(({ id }) => id),
    met: judged.filter(({ outcome }) => outcome === 'fulfilled').map((one) => one.reason().id),
  };
}

/** Whether a rule can only be judged when the event's own data is there: nothing stands in the way of asking for it. */
export function awaits({ outcome, missing }: Reason, comesAlong: (path: string) => boolean): boolean {
  return outcome === 'unknown' && missing.length > 0 && missing.every(comesAlong);
}

/** Whether a fact that a rule reads is one that this event brings along. */
export function suppliedBy(info: EventInfo, schema: JsonSchema): (path: string) => boolean {
  const paths = new Set(Object.keys(schema.properties ?? {}).map((field) => keptAt(info, field)));
  return (path) => paths.has(path);
}

function status(reasons: Option['reasons'], awaiting: readonly Reason[], schema: JsonSchema): Option['status'] {
  const blocking = reasons.filter(({ severity }) => severity === 'block');
  if (blocking.some(({ canBeGivenWithEvent }) => !canBeGivenWithEvent)) return 'blocked';
  const asks = (schema.required ?? []).length > 0 || awaiting.some(({ severity }) => severity === 'block');
  return blocking.length > 0 || asks ? 'needsData' : 'allowed';
}
