import { type FactValues } from '@samenwerkt/rule-pack';
import { judgeRule } from '../judge.js';
import { type Reason } from '../model.js';
import { type Policy } from '../policy.js';
import { type RulesByEffect } from './model.js';

/** Every rule of the pack on these facts, whatever event it guards, by what it would do there. */
export function rulesByEffect(policy: Policy, facts: FactValues): RulesByEffect {
  const shared = policy.pack.facts(facts);
  const reasons = policy.pack.rules.map((compiled) => judgeRule(policy, compiled, facts, shared).reason());
  const unmet = (severity: Reason['severity']) =>
    reasons.filter((reason) => reason.outcome === 'notFulfilled' && reason.severity === severity);
  const having = (outcome: Reason['outcome']) => reasons.filter((reason) => reason.outcome === outcome);
  return {
    blocks: unmet('block'),
    warns: unmet('warn'),
    unknown: having('unknown'),
    fulfilled: having('fulfilled'),
    notApplicable: having('notApplicable'),
  };
}
