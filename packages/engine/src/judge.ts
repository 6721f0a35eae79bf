import {
  inWords,
  type CompiledRule,
  type FactSet,
  type FactValues,
  type RequiredRecord,
  type Rule,
  type Verdict,
} from '@samenwerkt/rule-pack';
import { readFact } from './facts.js';
import { type ParameterReading, type Reading, type Reason } from './model.js';
import { type Policy } from './policy.js';

/** A rule with its verdict; the wording of the reason is only made when somebody asks. */
export interface Judgement {
  /** Rule id, or the fact path of a record. */
  readonly id: string;
  readonly outcome: Verdict['outcome'];
  readonly severity: 'block' | 'warn';
  readonly reads: readonly string[];
  reason(): Reason;
}

/**
 * Judges every rule that guards the event, and every record that the pack asks in the states it leaves: all, never only
 * the first.
 */
export function judge(policy: Policy, event: string, left: readonly string[], facts: FactValues): Judgement[] {
  const shared = policy.pack.facts(facts);
  const rules = policy.pack.rulesFor(event).map((compiled) => judgeRule(policy, compiled, facts, shared));
  const records = policy.pack.requiredRecords.filter(({ state }) => left.includes(state));
  if (records.length === 0) return rules;
  return [...rules, ...records.map((record) => recordJudgement(policy, record, facts))];
}

/** Judges one rule of the pack; `shared` holds the facts as {@link judge} hands them to every rule of a decision. */
export function judgeRule(policy: Policy, compiled: CompiledRule, facts: FactValues, shared: FactSet): Judgement {
  const date = referenceDate(compiled, facts);
  const verdict = compiled.evaluate(shared, date);
  return {
    id: compiled.rule.id,
    outcome: verdict.outcome,
    severity: compiled.rule.severity,
    reads: compiled.readsFacts,
    reason: () => ruleReason(policy, compiled, verdict, facts, date),
  };
}

/** The date at which a rule reads its parameters: today, or the first day of the contract when that is known. */
function referenceDate({ rule }: CompiledRule, facts: FactValues): string {
  const today = String(readFact(facts, 'vandaag').value);
  const start = rule.referenceDate === 'contractStart' ? readFact(facts, 'contract.start').value : undefined;
  return typeof start === 'string' ? start : today;
}

function ruleReason(policy: Policy, compiled: CompiledRule, verdict: Verdict, facts: FactValues, date: string): Reason {
  const { rule, readsFacts, readsParameters } = compiled;
  const { name, version } = policy.ref;
  const unknown = verdict.outcome === 'unknown';
  return {
    kind: 'rule',
    id: rule.id,
    severity: rule.severity,
    outcome: verdict.outcome,
    title: rule.title,
    message: unknown ? cannotJudge(rule, verdict.missing, policy) : rule.message,
    remedy: rule.remedy,
    pack: { name, version },
    expression: rule.condition,
    parameters: readsParameters.flatMap((parameter) => parameterReading(policy, parameter, date)),
    ...(rule.now === undefined ? {} : { now: readFact(facts, rule.now) }),
    ...(rule.needed === undefined ? {} : { needed: needed(policy, rule.needed, facts, date) }),
    facts: readsFacts.map((path) => readFact(facts, path)),
    missing: verdict.missing,
    source: rule.source,
  };
}

function cannotJudge({ title, message }: Rule, missing: readonly string[], { pack }: Policy): Reason['message'] {
  if (missing.length === 0) return message;
  const names = inWords(missing, pack.parameters);
  return {
    nl: `Niet te beoordelen: ${title.nl}. Niet ingevuld is ${names.nl}.`,
    en: `Cannot be judged: ${title.en}. Not filled in: ${names.en}.`,
  };
}

/** A parameter as it is on a date; empty when it has no value then. */
export function parameterReading(policy: Policy, name: string, date: string): ParameterReading[] {
  const found = policy.pack.parameterOn(name, date);
  if (!found) return [];
  const { parameter, current } = found;
  const { title, unit } = parameter;
  const { value, from, source, assumption } = current;
  return [{ name, title, unit, value, validFrom: from, source, ...(assumption === undefined ? {} : { assumption }) }];
}

function needed(policy: Policy, path: string, facts: FactValues, date: string): Reading {
  const found = policy.pack.parameterOn(path.replace(/^parameter\./, ''), date);
  return found ? { path, value: found.current.value } : readFact(facts, path);
}

function recordJudgement(policy: Policy, record: RequiredRecord, facts: FactValues): Judgement {
  const now = readFact(facts, record.field);
  const fulfilled =
    now.value !== undefined && now.value !== '' && !(Array.isArray(now.value) && now.value.length === 0);
  const outcome = fulfilled ? 'fulfilled' : 'notFulfilled';
  const { name, version } = policy.ref;
  return {
    id: record.field,
    outcome,
    severity: 'block',
    reads: [record.field],
    reason: () => ({
      kind: 'record',
      id: record.field,
      severity: 'block',
      outcome,
      title: record.title,
      message: { nl: `${record.title.nl} is nog niet vastgelegd.`, en: `${record.title.en} is not on record yet.` },
      remedy: { nl: 'Geef het mee of vul het dossier eerst aan.', en: 'Give it along or complete the dossier first.' },
      pack: { name, version },
      parameters: [],
      now,
      facts: [now],
      missing: fulfilled ? [] : [record.field],
      source: record.source,
    }),
  };
}
