import { lifecycles, type EventInfo, type Role } from '@samenwerkt/lifecycle';
import { type Actor, type Reason } from './model.js';

/** Every role that may fire something, in the order in which the lifecycles name them. */
export const ROLES: readonly Role[] = [
  ...new Set([...lifecycles.values()].flatMap(({ events }) => [...events.values()].flatMap(({ roles }) => roles))),
];

/** A reason when the actor holds none of the roles that may fire the event. */
export function roleReasons(info: Pick<EventInfo, 'title' | 'roles' | 'source'>, actor: Actor): Reason[] {
  if (info.roles.some((role) => actor.roles.includes(role))) return [];
  const needed = info.roles.join(', ');
  return [
    {
      kind: 'role',
      id: 'role',
      severity: 'block',
      outcome: 'notFulfilled',
      title: { nl: 'Bevoegde rol', en: 'Authorised role' },
      message: {
        nl: `"${info.title.nl}" mag alleen door: ${needed}.`,
        en: `"${info.title.en}" may only be done by: ${needed}.`,
      },
      remedy: { nl: 'Vraag het aan iemand met die rol.', en: 'Ask somebody with that role.' },
      parameters: [],
      now: { path: 'actor.roles', value: actor.roles },
      needed: { path: 'event.roles', value: info.roles },
      facts: [],
      missing: [],
      source: info.source,
    },
  ];
}
