import { type Lifecycle } from '@samenwerkt/lifecycle';
import { type FactValues } from '@samenwerkt/rule-pack';
import { judgeRule } from '../judge.js';
import { type Policy } from '../policy.js';
import { type JudgedRule, type RulesByEffect } from './model.js';

/** Every rule of the pack on these facts, whatever event it guards, by what it would do there. */
export function rulesByEffect(policy: Policy, lifecycle: Lifecycle, facts: FactValues): RulesByEffect {
  const shared = policy.pack.facts(facts);
  const judged = policy.pack.rules.map((compiled): JudgedRule => {
    const events = compiled.rule.events.flatMap((id) => {
      const info = lifecycle.events.get(id);
      return info ? [{ id, title: info.title }] : [];
    });
    return { ...judgeRule(policy, compiled, facts, shared).reason(), events };
  });
  const unmet = (severity: JudgedRule['severity']) =>
    judged.filter((rule) => rule.outcome === 'notFulfilled' && rule.severity === severity);
  const having = (outcome: JudgedRule['outcome']) => judged.filter((rule) => rule.outcome === outcome);
  return {
    blocks: unmet('block'),
    warns: unmet('warn'),
    unknown: having('unknown'),
    fulfilled: having('fulfilled'),
    notApplicable: having('notApplicable'),
  };
}
