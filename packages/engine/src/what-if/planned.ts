import { atLocalTime } from '@samenwerkt/calendar';
import { lifecycleOf } from '../apply.js';
import { type Partnership } from '../model.js';
import { type Policy } from '../policy.js';
import { start } from '../start.js';
import { plannedTimers } from '../planning/planned-timers.js';
import { type Cadence, type WhatIfInput } from './model.js';

const NOBODY = '00000000-0000-7000-8000-000000000000';

/**
 * The partnership as it would begin on a day, with the given dossier. It has no history and goes nowhere.
 * @throws PackNotForLifecycle
 */
export function plannedPartnership(policy: Policy, input: WhatIfInput, date: string): Partnership {
  const lifecycle = input.lifecycle ?? policy.pack.manifest.lifecycles[0] ?? '';
  const command = { id: NOBODY, organisation: NOBODY, lifecycle, contract: input.contract };
  const { next } = start(command, policy, { id: 'what-if', roles: [] }, atLocalTime(date, '12:00'));
  return { ...next, dossier: input.dossier ?? {} };
}

/** The moments that would be planned if this partnership stood in monitoring from the first day of its contract, or else from a day. */
export function cadenceOf(policy: Policy, partnership: Partnership, date: string): Cadence {
  const from = partnership.contract.start ?? date;
  const { states } = lifecycleOf(partnership.lifecycle);
  const monitored = [...states.values()]
    .filter(({ phase, final }) => phase === 'monitoring' && !final)
    .map(({ id }) => id);
  const instant = atLocalTime(from, '12:00');
  const since = Object.fromEntries(monitored.map((id) => [id, instant]));
  const standing = { ...partnership, states: monitored, since, startedAt: instant };
  return { lifecycle: partnership.lifecycle.id, from, timers: plannedTimers(standing, policy) };
}
