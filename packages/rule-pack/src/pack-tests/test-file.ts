import { type FactTree, type FactType } from '../model.js';
import { type FactValues } from '../facts.js';
import { ruleId, source } from '../pack-files.js';
import { fromJson } from '../quantities.js';
import { bilingual, date, list, oneOf, record, text, under, unknownKey, wrong, yesNo, type Read } from '../shape.js';
import { type Contribution, type Quantity } from '../valuation/model.js';
import {
  type ObligationTest,
  outcomeWords,
  type PackTest,
  type RuleTest,
  type ShortfallTest,
  type ValuationTest,
} from './model.js';

const amountForm = /^\d{1,15}\.\d{2}$/;
const quantityForm = /^\d{1,6}(\.\d{1,4})?$/;

const quantity: Read<Quantity> = (tree, report) => {
  const value = tree.kind === 'scalar' ? tree.value : undefined;
  const sound =
    typeof value === 'string' ? quantityForm.test(value) : Number.isSafeInteger(value) && Number(value) >= 0;
  if (sound) return value as Quantity;
  return wrong(
    tree,
    report,
    'een geheel getal, of een breuk als "25.5"',
    'a whole number, or a fraction such as "25.5"',
  );
};

const years: Read<number> = (tree, report) => {
  const value = tree.kind === 'scalar' ? tree.value : undefined;
  if (Number.isSafeInteger(value) && Number(value) >= 0) return Number(value);
  return wrong(tree, report, 'een geheel getal', 'a whole number');
};

const amount = text(20, {
  pattern: amountForm,
  nl: 'een bedrag tussen aanhalingstekens, zoals "1850.00"',
  en: 'an amount in quotes, such as "1850.00"',
});

const contribution: Read<Contribution> = record<Contribution>(
  { block: text(60) },
  {
    indienst: date,
    maanden: quantity,
    urenPerWeek: quantity,
    personen: quantity,
    uren: quantity,
    bedrag: amount,
    leeftijd: years,
    vastContract: yesNo,
    statushouder: yesNo,
    taalachterstand: yesNo,
    niveau: years,
    kenmerken: list(text(60), { most: 20 }),
  },
);

/** An amount where the kind of test has amounts, or one of its words. */
function expectation(kind: PackTest['kind']): Read<string> {
  const words: readonly string[] = outcomeWords[kind];
  const nl = `${kind === 'rule' ? '' : 'een bedrag tussen aanhalingstekens, zoals "40000.00", of '}een van: ${words.join(', ')}`;
  const en = `${kind === 'rule' ? '' : 'an amount in quotes, such as "40000.00", or '}one of: ${words.join(', ')}`;
  return (tree, report) => {
    const value = tree.kind === 'scalar' ? tree.value : undefined;
    if (typeof value === 'string' && (words.includes(value) || (kind !== 'rule' && amountForm.test(value))))
      return value;
    return wrong(tree, report, nl, en);
  };
}

/** Facts as rules read them: only names that exist, each with a value of its type. */
function factsOf(known: FactTree): Read<FactValues> {
  return (tree, report) => {
    if (tree.kind !== 'map') return wrong(tree, report, 'een blok met gegevens', 'a block with facts');
    const entries = [...tree.entries].map(([name, { key, value }]) => {
      const type = Object.hasOwn(known, name) ? known[name] : undefined;
      if (type === undefined) return unknownKey(key, name, Object.keys(known), report);
      const read: Read<unknown> = typeof type === 'string' ? factOf(type) : factsOf(type);
      const fact = read(value, report);
      return fact === undefined ? undefined : ([name, fact] as const);
    });
    return entries.includes(undefined) ? undefined : Object.fromEntries(entries.filter((entry) => entry !== undefined));
  };
}

function factOf(type: FactType): Read<unknown> {
  return (tree, report) => {
    const items =
      tree.kind === 'list' ? tree.items.map((item) => (item.kind === 'scalar' ? item.value : null)) : undefined;
    const value = tree.kind === 'scalar' ? tree.value : items;
    if (fromJson[type](value) !== undefined) return value;
    return wrong(tree, report, `een waarde van het type ${type}`, `a value of type ${type}`);
  };
}

type Common = Omit<PackTest, 'kind' | 'input' | 'source'>;

function common(kind: PackTest['kind']): { readonly [K in keyof Common]: Read<Common[K]> } {
  return {
    id: ruleId,
    title: bilingual,
    date,
    expected: expectation(kind),
    standing: oneOf('sourced', 'arithmetic', 'assumed'),
  };
}

/** One of `tests/*.yaml`, as written; facts are checked against what the engine knows. */
export function testFile(known: FactTree): Read<readonly PackTest[]> {
  const facts = factsOf(known);
  const readers: Readonly<Record<PackTest['kind'], Read<PackTest>>> = {
    valuation: record<ValuationTest>(
      {
        ...common('valuation'),
        kind: oneOf('valuation'),
        input: record<ValuationTest['input']>({ contribution }, { contractStart: date }),
      },
      { source },
    ),
    obligation: record<ObligationTest>(
      {
        ...common('obligation'),
        kind: oneOf('obligation'),
        input: record<ObligationTest['input']>({ obligation: text(60), facts }, {}),
      },
      { source },
    ),
    shortfall: record<ShortfallTest>(
      {
        ...common('shortfall'),
        kind: oneOf('shortfall'),
        input: record<ShortfallTest['input']>({ obligation: text(60), owed: amount, realised: amount }, { facts }),
      },
      { source },
    ),
    rule: record<RuleTest>(
      {
        ...common('rule'),
        kind: oneOf('rule'),
        input: record<RuleTest['input']>({ rule: text(30), facts }, {}),
      },
      { source },
    ),
  };
  const kindOf = oneOf('valuation', 'obligation', 'shortfall', 'rule');
  const one: Read<PackTest> = (tree, report) => {
    if (tree.kind !== 'map') return wrong(tree, report, 'een blok met sleutels', 'a block with keys');
    if (!tree.entries.has('kind')) return readers.rule(tree, report);
    const kind = kindOf(under(tree, 'kind'), report);
    return kind && readers[kind](tree, report);
  };
  return list(one, { most: 500 });
}
