import { type FactValues, obligations } from '@samenwerkt/rule-pack';
import { lifecycleOf } from '../apply.js';
import { factsOf, readFact } from '../facts.js';
import { type Partnership } from '../model.js';
import { type Policy } from '../policy.js';
import { applicationAdvice } from './advice.js';
import { balancesOf, valueContributions } from './contributions.js';
import { type StateRecords, type WhatIf, type WhatIfInput } from './model.js';
import { cadenceOf, plannedPartnership } from './planned.js';
import { rulesByEffect } from './rules.js';

/**
 * What a pack makes of a contract that may come: what would be owed, what contributions would count for, what its rules
 * would say, whether social return suits it, when something would be due. Pure: nothing is recorded.
 * @param input checked with `whatIfProblems`
 * @param date ISO date that rules see as today, and at which parameters are read
 * @throws PackNotForLifecycle, DateInvalid
 */
export function whatIf(policy: Policy, input: WhatIfInput, date: string): WhatIf {
  const { pack, ref } = policy;
  const partnership = plannedPartnership(policy, input, date);
  const facts = factsOf(partnership, partnership.dossier, date);
  const owed = obligations(pack, facts, date);
  const contributions = valueContributions(pack, input.contributions ?? [], input.contract, date);
  return {
    pack: ref,
    title: pack.manifest.title,
    date,
    obligations: owed,
    contributions,
    balances: balancesOf(owed, contributions),
    rules: rulesByEffect(policy, lifecycleOf(partnership.lifecycle), facts),
    advice: applicationAdvice(policy, partnership, date),
    cadence: cadenceOf(policy, partnership, date),
    requiredRecords: recordsByState(policy, partnership, facts),
    toFillIn: [...pack.parameters.values()]
      .filter(({ known }) => !known)
      .map(({ name, title, unit }) => ({ name, title, unit })),
  };
}

/** The extra records of the pack, by the states of the lifecycle that they belong to, in the order of the pack. */
function recordsByState({ pack }: Policy, { lifecycle }: Partnership, facts: FactValues): StateRecords[] {
  const { states } = lifecycleOf(lifecycle);
  const asked = [...new Set(pack.requiredRecords.map(({ state }) => state))];
  return asked.flatMap((state) => {
    const info = states.get(state);
    if (!info) return [];
    const records = pack.requiredRecords.filter((record) => record.state === state);
    return [
      {
        state,
        title: info.title,
        records: records.map(({ field, title, source }) => {
          return { field, title, source, present: readFact(facts, field).value !== undefined };
        }),
      },
    ];
  });
}
