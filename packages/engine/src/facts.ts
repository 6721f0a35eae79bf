import { monthsBetween } from '@samenwerkt/calendar';
import { type FactValues } from '@samenwerkt/rule-pack';
import { type ContractFacts, type Dossier, type Partnership, type Reading } from './model.js';

/**
 * What rules may read about a partnership on a local date. The dossier is the one *after* the event under judgement;
 * contract and partnership are as they were before it, so that a rule can compare the two.
 */
export function factsOf(partnership: Partnership, dossier: Dossier, localDate: string): FactValues {
  const { contract, opdrachtnemer, coordinator, backup, lifecycle } = partnership;
  return {
    vandaag: localDate,
    contract: withDuration(contract),
    partnerschap: { opdrachtnemer, coordinator, backup, lifecycle: lifecycle.id },
    dossier,
  };
}

/** The contract with its duration in whole months, worked out only when a rule asks for it. */
function withDuration(contract: ContractFacts): FactValues {
  return {
    ...contract,
    get looptijdMaanden() {
      const { start, einde } = contract;
      return start === undefined || einde === undefined ? undefined : monthsBetween(start, einde);
    },
  };
}

/** The value at a dotted path; undefined when any part is absent. */
export function readFact(facts: FactValues, path: string): Reading {
  const value = path
    .split('.')
    .reduce<unknown>((at, name) => (at as Record<string, unknown> | null | undefined)?.[name], facts);
  return { path, value: value ?? undefined };
}
