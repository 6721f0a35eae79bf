import { type Valuation } from '../valuation/model.js';
import { nearest } from '../nearest.js';
import { type Report } from '../problem.js';
import { type Setting } from '../rules.js';
import { under } from '../shape.js';
import { type Tree } from '../yaml-tree.js';
import { type Evidence } from './model.js';
import { evidenceFile } from './evidence-file.js';

/**
 * Checks `evidence.yaml` against the blocks of the pack and the events of its lifecycles.
 * @param valuation false when it has a mistake of its own: then nobody can say which blocks there are
 */
export function evidenceOf(
  tree: Tree,
  setting: Setting,
  valuation: Valuation | undefined | false,
  report: Report,
): readonly Evidence[] {
  const evidence = evidenceFile(tree, report) ?? [];
  const seen = new Set<string>();
  evidence.forEach((item, i) => {
    const at = under(tree, i);
    if (seen.has(item.id)) {
      const nl = `De naam '${item.id}' komt twee keer voor; geef een andere.`;
      report(under(at, 'id').place, 'id-double', nl, `The name '${item.id}' is there twice; give another.`);
    }
    seen.add(item.id);
    checkAsked(item, under(at, 'for'), report);
    if (valuation !== false) checkBlocks(item, under(at, 'for', 'blocks'), valuation, report);
    checkEvents(item, under(at, 'for', 'events'), setting, report);
    checkPeriods(item, under(at, 'periods'), report);
  });
  return evidence;
}

function checkAsked({ id, for: { blocks, events } }: Evidence, tree: Tree, report: Report): void {
  if (blocks ?? events) return;
  report(
    tree.place,
    'evidence-for-nothing',
    `Zeg waarvoor ${id} wordt gevraagd: noem bouwblokken onder \`blocks\` of gebeurtenissen onder \`events\`.`,
    `Say what ${id} is asked for: name building blocks under \`blocks\` or events under \`events\`.`,
  );
}

function checkBlocks({ for: asked }: Evidence, tree: Tree, valuation: Valuation | undefined, report: Report): void {
  const known = valuation?.blocks.map(({ id }) => id) ?? [];
  asked.blocks?.forEach((id, i) => {
    if (known.includes(id)) return;
    const meant = nearest(id, known);
    report(
      under(tree, i).place,
      'block-unknown',
      `'${id}' is geen bouwblok van dit pakket${meant ? `; bedoelde u '${meant}'?` : '.'}`,
      `'${id}' is not a building block of this pack${meant ? `; did you mean '${meant}'?` : '.'}`,
    );
  });
}

function checkEvents({ for: asked }: Evidence, tree: Tree, { vocabulary, manifests }: Setting, report: Report): void {
  const { lifecycles } = manifests.of(tree.place) ?? {};
  asked.events?.forEach((event, i) => {
    if (!lifecycles || lifecycles.some((id) => vocabulary.lifecycles.get(id)?.events.has(event))) return;
    const names = lifecycles.join(', ');
    report(
      under(tree, i).place,
      'event-unknown',
      `De gebeurtenis '${event}' bestaat niet in ${names}.`,
      `The event '${event}' does not exist in ${names}.`,
    );
  });
}

function checkPeriods({ periods }: Evidence, tree: Tree, report: Report): void {
  periods.forEach(({ from, until }, i) => {
    if (until !== undefined && until <= from) {
      const { place } = under(tree, i, 'until');
      const nl = `${until} is niet na ${from}; zet hier de eerste dag waarop het niet meer wordt gevraagd.`;
      report(
        place,
        'period-empty',
        nl,
        `${until} is not after ${from}; put here the first day on which it is not asked.`,
      );
    }
    const before = periods[i - 1];
    if (!before || (before.until !== undefined && before.until <= from)) return;
    report(
      under(tree, i, 'from').place,
      'period-overlap',
      `Deze periode begint op ${from}, voor de vorige eindigt; zet de perioden op volgorde en geef de vorige een \`until\`.`,
      `This period begins on ${from}, before the last one ends; put the periods in order and give the last one an \`until\`.`,
    );
  });
}
