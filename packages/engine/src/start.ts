import { lifecycles } from '@samenwerkt/lifecycle';
import { apply, START_EVENT } from './apply.js';
import { CONTRACT_SCHEMA } from './contract.js';
import { checkData, fieldProblem } from './data-check.js';
import { PackNotForLifecycle } from './errors.js';
import {
  type Acceptance,
  type Actor,
  type ContractFacts,
  type DataProblem,
  type NumberConfirmation,
  type Partnership,
  type RecordedEvent,
} from './model.js';
import { type Policy } from './policy.js';
import { ENGINE_SEMANTICS } from './semantics.js';
import { plannedTimers } from './planning/planned-timers.js';
import { timerChanges } from './planning/timer-changes.js';

/** What it takes to start a partnership. */
export interface StartCommand {
  /** UUIDv7, made by the caller. */
  readonly id: string;
  readonly organisation: string;
  readonly lifecycle: string;
  readonly contract: ContractFacts;
}

/**
 * Every fault in the facts of a contract: shape, BSN-like numbers, an end before the start.
 * @param confirmed numbers in it of which somebody said that they are no BSN
 */
export function contractProblems(contract: unknown, confirmed: readonly NumberConfirmation[] = []): DataProblem[] {
  const problems = checkData(CONTRACT_SCHEMA, contract, confirmed);
  if (problems.length > 0) return problems;
  const { start, einde } = contract as ContractFacts;
  if (start === undefined || einde === undefined || start <= einde) return [];
  return [
    fieldProblem('/einde', 'order', {
      nl: `de laatste dag ${einde} ligt voor de eerste dag ${start}; verbeter een van beide`,
      en: `the last day ${einde} is before the first day ${start}; mend one of the two`,
    }),
  ];
}

/**
 * Starts a partnership: the acceptance of its first event.
 * @throws PackNotForLifecycle. Check the contract with `contractProblems` first.
 */
export function start(command: StartCommand, policy: Policy, actor: Actor, now: string): Acceptance {
  const { id, organisation, contract } = command;
  const supported = policy.pack.manifest.lifecycles;
  const lifecycle = supported.includes(command.lifecycle) ? lifecycles.get(command.lifecycle) : undefined;
  if (!lifecycle) throw new PackNotForLifecycle(policy.ref.name, command.lifecycle, supported);
  const event: RecordedEvent = {
    sequence: 1,
    event: START_EVENT,
    data: { id, organisation, contract },
    actor,
    at: now,
    pack: policy.ref,
    lifecycle: { id: lifecycle.id, version: lifecycle.version, hash: lifecycle.hash },
    semantics: ENGINE_SEMANTICS,
  };
  const next: Partnership = apply(undefined, event);
  return {
    outcome: 'accepted',
    event,
    next,
    warnings: [],
    timers: timerChanges([], plannedTimers(next, policy)),
    outbox: [],
  };
}
