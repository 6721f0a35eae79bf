import { compile, type Expression } from '../expression.js';
import { FactSet } from '../facts.js';
import { type Unit } from '../model.js';
import { checkLength, checkParameter } from '../parameter-reference.js';
import { type Report } from '../problem.js';
import { type Setting } from '../rules.js';
import { under } from '../shape.js';
import { type Tree } from '../yaml-tree.js';
import { type CompiledObligation, type Obligation } from './model.js';
import { obligationFile } from './obligation-file.js';

const units = {
  percentage: ['procent'],
  minimum: ['euro'],
  cap: ['euro'],
} as const satisfies Record<string, readonly Unit[]>;

const shortfallUnits = {
  factor: ['procent', 'aantal'],
  recovery: ['maanden', 'dagen'],
  fault: ['tekst', 'jaNee'],
} as const satisfies Record<string, readonly Unit[]>;

/** Checks `obligation.yaml` against what the engine and the pack know, and compiles its conditions. */
export function obligationsOf(tree: Tree, setting: Setting, report: Report): readonly CompiledObligation[] {
  const seen = new Set<string>();
  return (obligationFile(tree, report) ?? []).flatMap((obligation, i) => {
    const at = under(tree, i);
    if (seen.has(obligation.id)) {
      const { id } = obligation;
      const nl = `De naam '${id}' komt twee keer voor; geef een andere.`;
      report(under(at, 'id').place, 'id-double', nl, `The name '${id}' is there twice; give another.`);
    }
    seen.add(obligation.id);
    checkParameters(obligation, at, setting, report);
    checkAgreed(obligation, at, setting, report);
    return compiled(obligation, under(at, 'appliesWhen'), setting, report) ?? [];
  });
}

function checkParameters(obligation: Obligation, tree: Tree, setting: Setting, report: Report): void {
  const { thresholds = [], shortfall = {} } = obligation;
  for (const key of ['percentage', 'minimum', 'cap'] as const) {
    const name = obligation[key];
    if (name !== undefined) checkParameter(name, units[key], under(tree, key), setting, report);
  }
  thresholds.forEach(({ parameter }, i) => {
    checkParameter(parameter, ['euro'], under(tree, 'thresholds', i, 'parameter'), setting, report);
  });
  for (const key of ['factor', 'recovery', 'fault'] as const) {
    const name = shortfall[key];
    if (name !== undefined) checkParameter(name, shortfallUnits[key], under(tree, 'shortfall', key), setting, report);
  }
  if (shortfall.recovery !== undefined)
    checkLength(shortfall.recovery, under(tree, 'shortfall', 'recovery'), setting, report);
}

function checkAgreed({ agreedPercentage }: Obligation, tree: Tree, { names }: Setting, report: Report): void {
  if (agreedPercentage === undefined) return;
  const meaning = names.meaningOf(agreedPercentage);
  if (meaning?.kind === 'fact' && meaning.type === 'Procent') return;
  report(
    under(tree, 'agreedPercentage').place,
    'field-unknown',
    `'${agreedPercentage}' is geen gegeven in procenten.`,
    `'${agreedPercentage}' is not a fact in percents.`,
  );
}

function compiled(
  obligation: Obligation,
  at: Tree,
  { names, parameters, viewOn }: Setting,
  report: Report,
): CompiledObligation | undefined {
  if (obligation.appliesWhen === undefined) return { ...obligation, applies: () => true };
  const condition: Expression | undefined = compile(
    obligation.appliesWhen,
    names,
    parameters,
    (index, code, nl, en) => {
      report(at.kind === 'scalar' ? at.placeOf(index) : at.place, code, nl, en);
    },
  );
  if (!condition) return undefined;
  return {
    ...obligation,
    applies: (facts, isoDate) => condition.run(new FactSet(facts), viewOn(isoDate)),
  };
}
