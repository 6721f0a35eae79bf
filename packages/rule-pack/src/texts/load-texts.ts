import { type Text } from '../model.js';
import { nearest } from '../nearest.js';
import { type Place, type Report } from '../problem.js';
import { type Setting } from '../rules.js';
import { bilingual, under, wrong } from '../shape.js';
import { type Tree } from '../yaml-tree.js';

/** What a text of a reminder may leave open; whoever sends it fills them in. */
const PLACEHOLDERS = [
  'partnerschap',
  'contract',
  'opdrachtnemer',
  'coordinator',
  'datum',
  'vervaldatum',
  'organisatie',
] as const;

/** Far more than there are states and events. */
const mostTexts = 500;

const reminder = /^herinnering\.[a-z][A-Za-z0-9]*\.(onderwerp|tekst)$/;
const placeholder = /\{([^{}]*)\}/g;

/**
 * Reads `texts.yaml`: an organisation's own words, by what they are for. `toestand.<state>` and `gebeurtenis.<event>` are
 * titles; `herinnering.<name>.onderwerp` and `.tekst` are for reminders, and may have placeholders.
 */
export function textsOf(tree: Tree, setting: Setting, report: Report): ReadonlyMap<string, Text> {
  const texts = new Map<string, Text>();
  if (tree.kind !== 'map') {
    wrong(tree, report, 'een blok met teksten', 'a block of texts');
    return texts;
  }
  if (tree.entries.size > mostTexts) {
    wrong(tree, report, `een blok van hoogstens ${mostTexts} teksten`, `a block of at most ${mostTexts} texts`);
    return texts;
  }
  const titles = titlesIn(tree.place, setting);
  for (const [id, { key, value }] of tree.entries) {
    const isReminder = reminder.test(id);
    if (!isReminder && titles && !titles.includes(id)) unknownId(id, key, titles, report);
    const text = bilingual(value, report);
    if (!text) continue;
    for (const language of ['nl', 'en'] as const)
      checkPlaceholders(text[language], under(value, language), isReminder, report);
    texts.set(id, text);
  }
  return texts;
}

/** The ids of titles that the lifecycles of the pack have; undefined when its manifest has a mistake. */
function titlesIn(place: Place, { vocabulary, manifests }: Setting): readonly string[] | undefined {
  return manifests.of(place)?.lifecycles.flatMap((id) => {
    const { states = [], events = [] } = vocabulary.lifecycles.get(id) ?? {};
    return [...[...states].map((state) => `toestand.${state}`), ...[...events].map((event) => `gebeurtenis.${event}`)];
  });
}

function unknownId(id: string, place: Place, titles: readonly string[], report: Report): void {
  const meant = nearest(id, titles);
  const [nl, en] = meant ? [` Bedoelde u '${meant}'?`, ` Did you mean '${meant}'?`] : ['', ''];
  report(
    place,
    'text-id-unknown',
    `'${id}' is geen tekst die u kunt geven: het is toestand.<toestand> of gebeurtenis.<gebeurtenis> van een stappenplan van dit pakket, of herinnering.<naam>.onderwerp of .tekst.${nl}`,
    `'${id}' is no text that you can give: it is toestand.<state> or gebeurtenis.<event> of a lifecycle of this pack, or herinnering.<name>.onderwerp or .tekst.${en}`,
  );
}

function checkPlaceholders(text: string, tree: Tree, allowed: boolean, report: Report): void {
  const known: readonly string[] = allowed ? PLACEHOLDERS : [];
  for (const { 1: name = '', index } of text.matchAll(placeholder)) {
    if (known.includes(name)) continue;
    const place = tree.kind === 'scalar' ? tree.placeOf(index) : tree.place;
    const all = PLACEHOLDERS.map((one) => `{${one}}`).join(', ');
    if (allowed) {
      const nl = `{${name}} kan hier niet worden ingevuld; kies uit ${all}.`;
      report(place, 'placeholder-unknown', nl, `{${name}} cannot be filled in here; choose from ${all}.`);
    } else {
      const nl = `In een titel wordt niets ingevuld; haal {${name}} weg.`;
      report(place, 'placeholder-unneeded', nl, `Nothing is filled in in a title; remove {${name}}.`);
    }
  }
}
