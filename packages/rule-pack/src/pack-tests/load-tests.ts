import { checkNamespace, type Manifests } from '../manifest.js';
import { type FactTree, type Pack } from '../model.js';
import { nearest } from '../nearest.js';
import { type Place, type Report } from '../problem.js';
import { under } from '../shape.js';
import { type Tree } from '../yaml-tree.js';
import { type PackTest } from './model.js';
import { testFile } from './test-file.js';

/** What tests may ask about. */
type Tested = Pick<Pack, 'rules' | 'obligations' | 'valuation'>;

const words = {
  valuation: { nl: 'bouwblok', en: 'building block' },
  obligation: { nl: 'verplichting', en: 'obligation' },
  shortfall: { nl: 'verplichting', en: 'obligation' },
  rule: { nl: 'regel', en: 'rule' },
} as const;

/**
 * Reads every file of tests, and checks that each test asks about something the pack has.
 * @param tested false when the pack has mistakes elsewhere: then nobody can say what it has
 */
export function testsIn(
  trees: ReadonlyMap<string, Tree>,
  { facts, manifests }: { readonly facts: FactTree; readonly manifests: Manifests },
  report: Report,
  tested: Tested | false,
): readonly PackTest[] {
  const places = new Map<string, string>();
  const read = testFile(facts);
  return [...trees].flatMap(([path, tree]) => {
    const tests = path.startsWith('tests/') ? (read(tree, report) ?? []) : [];
    tests.forEach((test, i) => {
      const { place } = under(tree, i, 'id');
      checkId(test.id, place, places, report);
      checkNamespace(test.id, place, manifests, report);
      if (tested) checkSubject(test, under(tree, i, 'input'), tested, report);
    });
    return tests;
  });
}

function checkId(id: string, place: Place, places: Map<string, string>, report: Report): void {
  const there = places.get(id);
  if (there !== undefined) {
    const nl = `Test ${id} staat al in ${there}; geef een ander kenmerk.`;
    report(place, 'test-id-double', nl, `Test ${id} is already in ${there}; give it another id.`);
  }
  places.set(id, `${place.file}:${place.line}`);
}

function checkSubject(test: PackTest, input: Tree, tested: Tested, report: Report): void {
  const { id, known, tree } = subjectOf(test, input, tested);
  if (known.includes(id)) return;
  const { nl, en } = words[test.kind];
  const meant = nearest(id, known);
  report(
    tree.place,
    'test-subject-unknown',
    `Dit pakket heeft geen ${nl} '${id}'${meant ? `; bedoelde u '${meant}'?` : '.'}`,
    `This pack has no ${en} '${id}'${meant ? `; did you mean '${meant}'?` : '.'}`,
  );
}

interface Subject {
  readonly id: string;
  readonly known: readonly string[];
  readonly tree: Tree;
}

function subjectOf(test: PackTest, input: Tree, { valuation, obligations, rules }: Tested): Subject {
  const ids = (items: readonly { readonly id: string }[]): string[] => items.map(({ id }) => id);
  switch (test.kind) {
    case 'valuation':
      return {
        id: test.input.contribution.block,
        known: ids(valuation?.blocks ?? []),
        tree: under(input, 'contribution', 'block'),
      };
    case 'obligation':
    case 'shortfall':
      return { id: test.input.obligation, known: ids(obligations), tree: under(input, 'obligation') };
    case 'rule':
      return { id: test.input.rule, known: ids(rules.map(({ rule }) => rule)), tree: under(input, 'rule') };
  }
}
