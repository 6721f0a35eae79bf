import { type Text } from '../model.js';
import { type Place } from '../problem.js';
import { under } from '../shape.js';
import { findings, type Finding, type Remark } from './finding.js';
import { type Loaded } from './loaded-files.js';

/** What can be said about what people read of a pack. That both languages are there is checked when it loads. */
export function textFindings(loaded: Loaded): Finding[] {
  return [
    ...findings('warning', 'text-untranslated', untranslated(loaded)),
    ...findings('warning', 'title-double', doubleTitles(loaded)),
    ...findings('note', 'readme-missing', missingFiles(loaded)),
    ...findings('note', 'changelog-behind', changelogBehind(loaded)),
  ];
}

/** A few words may well be the same in both languages: names of laws and schemes. */
const fewWords = 3;

function* untranslated(loaded: Loaded): Generator<Remark> {
  for (const [place, { nl, en }] of texts(loaded)) {
    if (nl !== en || nl.trim().split(/\s+/).length <= fewWords) continue;
    yield [
      place,
      {
        nl: 'De Engelse tekst is de Nederlandse; vertaal hem.',
        en: 'The English text is the Dutch one; translate it.',
      },
    ];
  }
}

function* texts({ pack, trees, parameterPlace, rulePlace }: Loaded): Generator<Remark> {
  const manifest = trees.get('pack.yaml');
  const records = trees.get('records.yaml');
  const evidence = trees.get('evidence.yaml');
  const words = trees.get('texts.yaml');
  for (const key of ['title', 'description'] as const) {
    if (manifest) yield [under(manifest, key, 'en').place, pack.manifest[key]];
  }
  for (const parameter of pack.parameters.values()) yield [parameterPlace(parameter, 'title', 'en'), parameter.title];
  for (const compiled of pack.rules) {
    for (const key of ['title', 'message', 'remedy'] as const)
      yield [rulePlace(compiled, key, 'en'), compiled.rule[key]];
  }
  for (const [i, { title }] of pack.requiredRecords.entries()) {
    if (records) yield [under(records, i, 'title', 'en').place, title];
  }
  for (const [i, { title, note }] of pack.evidence.entries()) {
    if (evidence) yield [under(evidence, i, 'title', 'en').place, title];
    if (evidence && note) yield [under(evidence, i, 'note', 'en').place, note];
  }
  for (const [id, text] of pack.texts) if (words) yield [under(words, id, 'en').place, text];
}

/** Two rules may share a title as long as nobody can meet both at once. */
function* doubleTitles({ pack, parameterPlace, rulePlace }: Loaded): Generator<Remark> {
  const parameters = new Map<string, string>();
  for (const parameter of pack.parameters.values()) {
    const other = parameters.get(parameter.title.nl);
    if (other !== undefined) yield [parameterPlace(parameter, 'title', 'nl'), sameTitle(parameter.title.nl, other)];
    else parameters.set(parameter.title.nl, parameter.name);
  }
  const rules = new Map<string, string>();
  for (const compiled of pack.rules) {
    const { id, title, events } = compiled.rule;
    const keys = events.map((event) => `${event} ${title.nl}`);
    const other = keys.map((key) => rules.get(key)).find((found) => found !== undefined);
    if (other !== undefined) yield [rulePlace(compiled, 'title', 'nl'), sameTitle(title.nl, other)];
    for (const key of keys) rules.set(key, id);
  }
}

function sameTitle(title: string, other: string): Text {
  return {
    nl: `De titel '${title}' heeft ${other} ook; zeg wat hier anders is.`,
    en: `The title '${title}' belongs to ${other} too; say what is different here.`,
  };
}

const atTop = (file: string): Place => ({ file, line: 1, column: 1 });

function* missingFiles({ files }: Loaded): Generator<Remark> {
  for (const file of ['README.md', 'CHANGELOG.md']) {
    if (files.has(file)) continue;
    yield [
      atTop(file),
      {
        nl: `${file} ontbreekt; wie dit pakket overneemt wil weten waar het over gaat en wat er veranderde.`,
        en: `${file} is missing; whoever takes over this pack wants to know what it is about and what changed.`,
      },
    ];
  }
}

function* changelogBehind({ files, pack }: Loaded): Generator<Remark> {
  const changelog = files.get('CHANGELOG.md');
  const { version } = pack.manifest;
  if (changelog === undefined || changelog.includes(version)) return;
  yield [
    atTop('CHANGELOG.md'),
    {
      nl: `Versie ${version} staat er niet in; schrijf op wat er veranderde.`,
      en: `Version ${version} is not in it; write down what changed.`,
    },
  ];
}
