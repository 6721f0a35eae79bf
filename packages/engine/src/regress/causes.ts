import { stands } from '../decide.js';
import { type Judgement } from '../judge.js';
import { type Reason } from '../model.js';
import { type Policy } from '../policy.js';
import { type Cause, type ParameterChange } from './model.js';

/** The same event judged twice: under the pack of the time, and under the candidate. */
export interface Compared {
  readonly was: readonly Judgement[];
  readonly now: readonly Judgement[];
}

/** Where the two judgements part. */
export interface Parting {
  /** What stands in the way under the candidate only. */
  readonly blocks: readonly string[];
  /** What stood in the way under the pack of the time only. */
  readonly lifted: readonly string[];
  /** Warnings that only the candidate gives, and that only the pack of the time gave. */
  readonly appeared: readonly string[];
  readonly disappeared: readonly string[];
}

/** Most causes named for one event: a hostile pack can have thousands of rules for it. */
const MOST = 10;

/** The ids by which two judgements differ; undefined when they come to the same. */
export function parting({ was, now }: Compared): Parting | undefined {
  const stood = was.filter(stands);
  const standing = now.filter(stands);
  if (stood.length + standing.length === 0) return undefined;
  const before = idsBySeverity(stood);
  const after = idsBySeverity(standing);
  const found = {
    blocks: [...after.block].filter((id) => !before.block.has(id)),
    lifted: [...before.block].filter((id) => !after.block.has(id)),
    appeared: [...after.warn].filter((id) => !before.warn.has(id)),
    disappeared: [...before.warn].filter((id) => !after.warn.has(id) && !after.block.has(id)),
  };
  return Object.values(found).every(({ length }) => length === 0) ? undefined : found;
}

function idsBySeverity(judgements: readonly Judgement[]): Record<Judgement['severity'], Set<string>> {
  const of = (severity: Judgement['severity']) =>
    new Set(judgements.filter((one) => one.severity === severity).map(({ id }) => id));
  return { block: of('block'), warn: of('warn') };
}

/** In full what lies behind ids of a parting; the first ten. */
export function causesOf(ids: readonly string[], compared: Compared, pinned: Policy, candidate: Policy): Cause[] {
  return ids.slice(0, MOST).flatMap((id) => {
    const was = compared.was.find((one) => one.id === id)?.reason();
    const now = compared.now.find((one) => one.id === id)?.reason();
    const shown = now ?? was;
    if (shown?.kind !== 'rule' && shown?.kind !== 'record') return [];
    return [
      {
        kind: shown.kind,
        id,
        title: shown.title,
        message: shown.message,
        was: was?.outcome ?? 'absent',
        now: now?.outcome ?? 'absent',
        rewritten: was !== undefined && now !== undefined && written(pinned, id) !== written(candidate, id),
        parameters: parameterChanges(was, now),
      },
    ];
  });
}

/** What a rule does, as text to compare: everything but its wording. */
function written({ pack }: Policy, id: string): string {
  const rule = pack.rules.find((one) => one.rule.id === id)?.rule;
  return JSON.stringify([rule?.appliesWhen, rule?.condition, rule?.referenceDate, rule?.severity]);
}

function parameterChanges(was: Reason | undefined, now: Reason | undefined): ParameterChange[] {
  const readings = [...(now?.parameters ?? []), ...(was?.parameters ?? [])];
  const all = [...new Map(readings.map((one) => [one.name, one])).values()].map(({ name, title, unit }) => ({
    name,
    title,
    unit,
    ...figure('was', was, name),
    ...figure('now', now, name),
  }));
  const changed = all.filter((one) => JSON.stringify(one.was) !== JSON.stringify(one.now));
  return (changed.length > 0 ? changed : all).slice(0, MOST);
}

function figure(side: 'was' | 'now', reason: Reason | undefined, name: string): Pick<ParameterChange, 'was' | 'now'> {
  const found = reason?.parameters.find((one) => one.name === name);
  return found ? { [side]: { value: found.value, validFrom: found.validFrom } } : {};
}
