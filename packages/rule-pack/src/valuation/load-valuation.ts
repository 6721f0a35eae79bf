import { compile } from '../expression.js';
import { FactSet } from '../facts.js';
import { type Unit } from '../model.js';
import { namesOf, type Names } from '../names.js';
import { nearest } from '../nearest.js';
import { checkParameter } from '../parameter-reference.js';
import { type Report } from '../problem.js';
import { type Setting } from '../rules.js';
import { under } from '../shape.js';
import { type Tree } from '../yaml-tree.js';
import {
  type Block,
  type BlockKind,
  type Bonus,
  type CompiledBonus,
  CONTRIBUTION_FACTS,
  type Valuation,
  type ValuationFile,
} from './model.js';
import { valuationFile } from './valuation-file.js';

type BlockKey = 'amount' | 'inForceWith' | 'maxMonths' | 'minHours' | 'prorated';

/** Which keys mean something for a kind; amount is needed where it may be. */
const keysOf: Readonly<Record<BlockKind, readonly BlockKey[]>> = {
  plaatsing: ['amount', 'maxMonths', 'minHours', 'prorated'],
  maandbedrag: ['amount', 'maxMonths'],
  urenPerPersoon: ['amount'],
  factuur: ['inForceWith'],
  adviseur: ['inForceWith'],
};

const anyUnit: readonly Unit[] = [
  ...(['euro', 'procent', 'maanden', 'dagen', 'uren'] as const),
  ...(['aantal', 'jaNee', 'tekst', 'datum', 'lijst'] as const),
];

const unitOf = {
  amount: ['euro'],
  inForceWith: anyUnit,
  maxMonths: ['maanden'],
  minHours: ['uren'],
} as const satisfies Record<Exclude<BlockKey, 'prorated'>, readonly Unit[]>;

/** Checks `valuation.yaml` against the parameters of the pack, and compiles the conditions of its bonuses. */
export function valuationOf(
  tree: Tree,
  setting: Setting,
  broken: readonly string[],
  report: Report,
): Valuation | undefined {
  const file = valuationFile(tree, report);
  if (!file) return undefined;
  checkParameter(file.baseHours, ['uren'], under(tree, 'baseHours'), setting, report);
  if (file.countableBeforeStart !== undefined)
    checkParameter(file.countableBeforeStart, ['maanden'], under(tree, 'countableBeforeStart'), setting, report);
  checkGrounds(file, tree, report);
  checkDoubles(file.blocks, under(tree, 'blocks'), report);
  checkDoubles(file.bonuses ?? [], under(tree, 'bonuses'), report);
  file.blocks.forEach((block, i) => checkBlock(block, under(tree, 'blocks', i), setting, report));
  const names = namesOf({ facts: CONTRIBUTION_FACTS }, setting.parameters, broken);
  const bonuses = (file.bonuses ?? []).flatMap((bonus, i) => {
    const at = under(tree, 'bonuses', i);
    checkBonus(bonus, file, at, setting, report);
    return compileBonus(bonus, at, names, setting, report) ?? [];
  });
  return { ...file, bonuses };
}

function checkGrounds({ proration }: ValuationFile, tree: Tree, report: Report): void {
  if (proration.source ?? proration.assumption) return;
  report(
    under(tree, 'proration').place,
    'proration-ungrounded',
    'Zeg waar deze verrekening vandaan komt: een `source`, of een `assumption` als geen bron haar geeft.',
    'Say where this proration comes from: a `source`, or an `assumption` when no source gives it.',
  );
}

function checkDoubles(items: readonly { readonly id: string }[], tree: Tree, report: Report): void {
  const seen = new Set<string>();
  items.forEach(({ id }, i) => {
    if (seen.has(id)) {
      const nl = `De naam '${id}' komt twee keer voor; geef een andere.`;
      report(under(tree, i, 'id').place, 'id-double', nl, `The name '${id}' is there twice; give another.`);
    }
    seen.add(id);
  });
}

function checkBlock(block: Block, tree: Tree, setting: Setting, report: Report): void {
  const { kind } = block;
  const allowed = keysOf[kind];
  if (allowed.includes('amount') && block.amount === undefined) {
    const nl = `Een blok van soort ${kind} heeft een \`amount\` nodig.`;
    report(under(tree, 'kind').place, 'amount-missing', nl, `A block of kind ${kind} needs an \`amount\`.`);
  }
  for (const key of ['amount', 'inForceWith', 'maxMonths', 'minHours', 'prorated'] as const) {
    const value = block[key];
    if (value === undefined) continue;
    const at = under(tree, key);
    if (!allowed.includes(key)) {
      const nl = `De sleutel '${key}' betekent niets voor een blok van soort ${kind}; haal hem weg.`;
      report(at.place, 'key-unneeded', nl, `The key '${key}' means nothing for a block of kind ${kind}; remove it.`);
    } else if (key !== 'prorated' && typeof value === 'string') {
      checkParameter(value, unitOf[key], at, setting, report);
    }
  }
}

function checkBonus(bonus: Bonus, { blocks }: ValuationFile, tree: Tree, setting: Setting, report: Report): void {
  checkParameter(bonus.amount, ['euro'], under(tree, 'amount'), setting, report);
  if (typeof bonus.prorated === 'string')
    checkParameter(bonus.prorated, ['jaNee'], under(tree, 'prorated'), setting, report);
  const placements = blocks.filter(({ kind }) => kind === 'plaatsing').map(({ id }) => id);
  bonus.blocks?.forEach((id, i) => {
    if (placements.includes(id)) return;
    const meant = nearest(id, placements);
    report(
      under(tree, 'blocks', i).place,
      'block-unknown',
      `'${id}' is geen plaatsing van dit pakket${meant ? `; bedoelde u '${meant}'?` : '.'}`,
      `'${id}' is not a placement of this pack${meant ? `; did you mean '${meant}'?` : '.'}`,
    );
  });
}

function compileBonus(
  bonus: Bonus,
  tree: Tree,
  names: Names,
  { parameters, viewOn }: Setting,
  report: Report,
): CompiledBonus | undefined {
  const at = under(tree, 'when');
  const condition = compile(bonus.when, names, parameters, (index, code, nl, en) => {
    report(at.kind === 'scalar' ? at.placeOf(index) : at.place, code, nl, en);
  });
  if (!condition) return undefined;
  return {
    ...bonus,
    holds: (contribution, isoDate) => condition.run(new FactSet({ ...contribution }), viewOn(isoDate)),
  };
}
