import { type PackTest, type ValuationTest } from '../pack-tests/model.js';
import { type Text } from '../model.js';
import { under } from '../shape.js';
import { type Bonus } from '../valuation/model.js';
import { findings, type Finding, type Remark } from './finding.js';
import { type Loaded } from './loaded-files.js';

/** What of a pack no test asks about: nobody will see it when it comes to say something else. */
export function testFindings(loaded: Loaded): Finding[] {
  return findings('note', 'untested', [
    ...rules(loaded),
    ...obligations(loaded),
    ...blocks(loaded),
    ...bonuses(loaded),
  ]);
}

function* rules({ pack, rulePlace }: Loaded): Generator<Remark> {
  const tested = new Set(ofKind(pack.tests, 'rule').map(({ input }) => input.rule));
  for (const compiled of pack.rules) {
    const { id } = compiled.rule;
    if (!tested.has(id)) yield [rulePlace(compiled, 'id'), untested(`regel ${id}`, `rule ${id}`)];
  }
}

function* obligations({ pack, trees }: Loaded): Generator<Remark> {
  const tree = trees.get('obligation.yaml');
  const tested = new Set(ofKind(pack.tests, 'obligation').map(({ input }) => input.obligation));
  for (const [i, { id }] of pack.obligations.entries()) {
    if (!tree || tested.has(id)) continue;
    yield [under(tree, i, 'id').place, untested(`verplichting ${id}`, `obligation ${id}`)];
  }
}

function* blocks({ pack, trees }: Loaded): Generator<Remark> {
  const tree = trees.get('valuation.yaml');
  const tested = new Set(ofKind(pack.tests, 'valuation').map(({ input }) => input.contribution.block));
  for (const [i, { id }] of (pack.valuation?.blocks ?? []).entries()) {
    if (!tree || tested.has(id)) continue;
    yield [under(tree, 'blocks', i, 'id').place, untested(`bouwblok ${id}`, `building block ${id}`)];
  }
}

/** A bonus is asked about when a contribution earns it. */
function* bonuses({ pack, trees }: Loaded): Generator<Remark> {
  const tree = trees.get('valuation.yaml');
  const tests = ofKind(pack.tests, 'valuation');
  for (const [i, bonus] of (pack.valuation?.bonuses ?? []).entries()) {
    const { id } = bonus;
    const earns = ({ input, date }: ValuationTest) =>
      goesWith(bonus, input.contribution.block) && bonus.holds(input.contribution, date) === true;
    if (!tree || tests.some(earns)) continue;
    yield [under(tree, 'bonuses', i, 'id').place, untested(`toeslag ${id}`, `bonus ${id}`)];
  }
}

function goesWith({ blocks: placements }: Bonus, block: string): boolean {
  return placements?.includes(block) ?? true;
}

function ofKind<K extends PackTest['kind']>(
  tests: readonly PackTest[],
  kind: K,
): readonly Extract<PackTest, { kind: K }>[] {
  return tests.filter((test): test is Extract<PackTest, { kind: K }> => test.kind === kind);
}

function untested(nl: string, en: string): Text {
  return {
    nl: `Geen test vraagt naar ${nl}; schrijf in tests/ op wat eruit moet komen.`,
    en: `No test asks about ${en}; write in tests/ what must come out.`,
  };
}
