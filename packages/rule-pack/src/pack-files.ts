import {
  type DatedValue,
  type Parameter,
  type RequiredRecord,
  type Rule,
  type RuleAdvice,
  type Source,
} from './model.js';
import { bilingual, date, list, oneOf, record, text, wrong, type Read } from './shape.js';

/** A source, wherever one is named. */
export const source: Read<Source> = record<Source>(
  { title: text() },
  { document: text(200), page: text(200), address: text(500) },
);

const id = { pattern: /^[A-Z][A-Z0-9]*(-[A-Z0-9]+)+$/, nl: 'een kenmerk zoals UT-01', en: 'an id such as UT-01' };
const dotted = {
  pattern: /^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*)*$/,
  nl: 'een naam zoals inspanningswaarde.banenafspraak',
  en: 'a name such as inspanningswaarde.banenafspraak',
};

/** The name of a parameter of the pack, as other files refer to it. */
export const parameterName: Read<string> = text(120, dotted);

/** The id of a rule or a test. */
export const ruleId: Read<string> = text(30, id);

const advice: Read<RuleAdvice> = record<RuleAdvice>(
  {
    aspect: oneOf('omvang', 'aard', 'duur', 'arbeidsaandeel', 'categorie'),
    otherwise: oneOf('minderGeschikt', 'aandacht', 'neutraal'),
  },
  {},
);

/** One of `rules/*.yaml`. */
export const ruleFile: Read<readonly Rule[]> = list(
  record<Rule>(
    {
      id: ruleId,
      title: bilingual,
      events: list(text(60), { least: 1, most: 50 }),
      severity: oneOf('block', 'warn'),
      condition: text(10_000),
      referenceDate: oneOf('vandaag', 'contractStart'),
      message: bilingual,
      remedy: bilingual,
      source,
    },
    { appliesWhen: text(10_000), now: text(200), needed: text(200), advice },
  ),
);

/** `records.yaml`. */
export const recordFile: Read<readonly RequiredRecord[]> = list(
  record<RequiredRecord>({ state: text(100), field: text(200), title: bilingual, source }, {}),
);

/** A value as written: whether it fits the unit is looked at when both are known. */
const anyValue: Read<DatedValue['value']> = (tree, report) => {
  if (tree.kind === 'scalar') return tree.value;
  const items = tree.kind === 'list' ? tree.items : [tree];
  const values = items.map((item) => (item.kind === 'scalar' ? item.value : null));
  if (values.every((value) => typeof value === 'string')) return values;
  return wrong(tree, report, 'een waarde of een lijst van teksten', 'a value or a list of texts');
};

/** One of `parameters/**`, as written. */
interface ParameterFile extends Omit<Parameter, 'known'> {
  /** Instead of a source for each value, when there is none. */
  readonly source?: 'onbekend';
}

/** One of `parameters/**`. */
export const parameterFile: Read<ParameterFile> = record<ParameterFile>(
  {
    name: parameterName,
    title: bilingual,
    unit: oneOf('euro', 'procent', 'maanden', 'dagen', 'uren', 'aantal', 'jaNee', 'tekst', 'datum', 'lijst'),
    lastVerifiedOn: date,
    values: list(record<DatedValue>({ from: date, value: anyValue, source }, { assumption: text() }), { most: 200 }),
  },
  { source: oneOf('onbekend') },
);
