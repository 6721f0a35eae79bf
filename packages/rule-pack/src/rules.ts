import { compile, type Expression, type ParameterView } from './expression.js';
import { type Manifests } from './manifest.js';
import { type CompiledRule, type Parameter, type Rule, type Verdict, type Vocabulary } from './model.js';
import { type Names } from './names.js';
import { type Report } from './problem.js';
import { under } from './shape.js';
import { type Tree } from './yaml-tree.js';

/** What rules are checked against. */
export interface Setting {
  readonly vocabulary: Vocabulary;
  /** A file from a base is judged by what the base says of itself. */
  readonly manifests: Manifests;
  readonly parameters: ReadonlyMap<string, Parameter>;
  readonly names: Names;
  viewOn(isoDate: string): ParameterView;
}

/** Checks one rule against what the engine knows, and compiles it. */
export function compileRule(rule: Rule, tree: Tree, setting: Setting, report: Report): CompiledRule | undefined {
  checkEvents(rule, tree, setting, report);
  checkShown(rule, tree, setting, report);
  const condition = expression(rule.condition, under(tree, 'condition'), setting, report);
  if (rule.appliesWhen === undefined) return condition && compiled(rule, condition, undefined, setting);
  const applies = expression(rule.appliesWhen, under(tree, 'appliesWhen'), setting, report);
  return condition && applies && compiled(rule, condition, applies, setting);
}

function expression(
  source: string,
  tree: Tree,
  { names, parameters }: Setting,
  report: Report,
): Expression | undefined {
  return compile(source, names, parameters, (index, code, nl, en) => {
    report(tree.kind === 'scalar' ? tree.placeOf(index) : tree.place, code, nl, en);
  });
}

function compiled(
  rule: Rule,
  condition: Expression,
  applies: Expression | undefined,
  { viewOn, parameters: known }: Setting,
): CompiledRule {
  const unsettled = (missing: readonly string[]): Verdict =>
    missing.some((name) => isOutOfForce(name, known)) ? notApplicable : { outcome: 'unknown', missing };
  return {
    rule,
    readsFacts: [...new Set([...(applies?.facts ?? []), ...condition.facts])],
    readsParameters: [...new Set([...(applies?.parameters ?? []), ...condition.parameters])],
    evaluate(facts, isoDate) {
      const parameters = viewOn(isoDate);
      const concerned = applies ? applies.run(facts, parameters) : true;
      if (concerned === false) return notApplicable;
      if (concerned !== true) return unsettled(concerned);
      const holds = condition.run(facts, parameters);
      if (typeof holds !== 'boolean') return unsettled(holds);
      return holds ? fulfilled : notFulfilled;
    },
  };
}

/**
 * Whether what is missing is a parameter that has values, but none on this date: the norm did not hold yet, or no longer,
 * so its rule says nothing. A parameter without any value is another matter: the organisation must still fill it in.
 */
function isOutOfForce(missing: string, parameters: ReadonlyMap<string, Parameter>): boolean {
  return missing.startsWith('parameter.') && parameters.get(missing.slice('parameter.'.length))?.known === true;
}

const none: readonly string[] = Object.freeze([]);
const fulfilled: Verdict = Object.freeze({ outcome: 'fulfilled', missing: none });
const notFulfilled: Verdict = Object.freeze({ outcome: 'notFulfilled', missing: none });
const notApplicable: Verdict = Object.freeze({ outcome: 'notApplicable', missing: none });

function checkEvents(rule: Rule, tree: Tree, { vocabulary, manifests }: Setting, report: Report): void {
  const manifest = manifests.of(tree.place);
  if (!manifest) return;
  rule.events.forEach((event, i) => {
    if (manifest.lifecycles.some((id) => vocabulary.lifecycles.get(id)?.events.has(event))) return;
    const lifecycles = manifest.lifecycles.join(', ');
    report(
      under(tree, 'events', i).place,
      'event-unknown',
      `De gebeurtenis '${event}' bestaat niet in ${lifecycles}.`,
      `The event '${event}' does not exist in ${lifecycles}.`,
    );
  });
}

function checkShown(rule: Rule, tree: Tree, { names }: Setting, report: Report): void {
  const { now, needed } = rule;
  if (now !== undefined && names.meaningOf(now)?.kind !== 'fact') {
    const meant = names.suggest(now);
    report(
      under(tree, 'now').place,
      'now-unknown',
      `'${now}' is geen gegeven${meant ? `; bedoelde u '${meant}'?` : '.'}`,
      `'${now}' is not a fact${meant ? `; did you mean '${meant}'?` : '.'}`,
    );
  }
  if (needed !== undefined && !names.meaningOf(`parameter.${needed}`) && names.meaningOf(needed)?.kind !== 'fact') {
    report(
      under(tree, 'needed').place,
      'needed-unknown',
      `'${needed}' is geen parameter van dit pakket en geen gegeven.`,
      `'${needed}' is not a parameter of this pack, nor a fact.`,
    );
  }
}
