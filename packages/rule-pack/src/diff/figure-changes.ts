import { type Evidence } from '../evidence/model.js';
import { type Pack, type Text } from '../model.js';
import { type CompiledObligation } from '../obligation/model.js';
import { type PackTest } from '../pack-tests/model.js';
import { type Block, type CompiledBonus, type Valuation } from '../valuation/model.js';
import { type Change } from './change.js';
import { deciding, itemChanges, type ItemKind, noticed, reading } from './item-changes.js';

const obligation: ItemKind<CompiledObligation> = {
  area: 'obligation',
  name: { nl: 'Verplichting', en: 'Obligation' },
  added: 'major',
  removed: 'major',
  parts: {
    title: reading('titel', 'title'),
    basis: deciding('grondslag', 'basis'),
    percentage: deciding('percentage', 'percentage'),
    agreedPercentage: deciding('afgesproken percentage', 'agreed percentage'),
    thresholds: deciding('drempels', 'thresholds'),
    minimum: deciding('minimum', 'minimum'),
    cap: deciding('maximum', 'cap'),
    appliesWhen: deciding('geldt wanneer', 'applies when'),
    shortfall: deciding('gevolg van een tekort', 'consequence of a shortfall'),
    source: reading('bron', 'source'),
    assumption: reading('aanname', 'assumption'),
  },
};

const block: ItemKind<Block> = {
  area: 'block',
  name: { nl: 'Bouwblok', en: 'Building block' },
  // Nothing that was worth something before is worth anything else.
  added: 'minor',
  removed: 'major',
  parts: {
    title: reading('titel', 'title'),
    targetGroup: reading('doelgroep', 'target group'),
    kind: deciding('soort', 'kind'),
    amount: deciding('bedrag', 'amount'),
    inForceWith: deciding('geldt zolang geldt', 'in force with'),
    maxMonths: deciding('langste duur', 'longest duration'),
    minHours: deciding('minste uren', 'fewest hours'),
    prorated: deciding('naar rato', 'prorated'),
    assumption: reading('aanname', 'assumption'),
  },
};

const bonus: ItemKind<CompiledBonus> = {
  area: 'bonus',
  name: { nl: 'Toeslag', en: 'Bonus' },
  added: 'major',
  removed: 'major',
  parts: {
    title: reading('titel', 'title'),
    amount: deciding('bedrag', 'amount'),
    when: deciding('voorwaarde', 'condition'),
    prorated: deciding('naar rato', 'prorated'),
    blocks: deciding('bij bouwblokken', 'with building blocks'),
    group: deciding('groep', 'group'),
    assumption: reading('aanname', 'assumption'),
  },
};

type Terms = Omit<Valuation, 'blocks' | 'bonuses' | 'proration'> & {
  readonly hours: boolean;
  readonly months: boolean;
  readonly source: unknown;
  readonly assumption: unknown;
};

const terms: ItemKind<Terms> = {
  area: 'valuation',
  name: { nl: 'Waardering', en: 'Valuation' },
  added: 'minor',
  removed: 'major',
  parts: {
    baseHours: deciding('basisuren', 'base hours'),
    hours: deciding('verrekening van uren', 'proration of hours'),
    months: deciding('verrekening van maanden', 'proration of months'),
    countableBeforeStart: deciding('meetellen voor de start', 'countable before the start'),
    cumulation: deciding('stapeling van toeslagen', 'cumulation of bonuses'),
    source: reading('bron van de verrekening', 'source of the proration'),
    assumption: reading('aanname bij de verrekening', 'assumption of the proration'),
  },
};

/** A proof holds no step back: it is asked, and a person looks at it. */
const proof: ItemKind<Evidence> = {
  area: 'evidence',
  name: { nl: 'Bewijsstuk', en: 'Evidence' },
  added: 'minor',
  removed: 'minor',
  parts: {
    title: reading('titel', 'title'),
    for: noticed('gevraagd bij', 'asked for'),
    periods: noticed('perioden', 'periods'),
    note: reading('toelichting', 'note'),
  },
};

const words: ItemKind<Text> = {
  area: 'text',
  name: { nl: 'Tekst', en: 'Text' },
  added: 'patch',
  removed: 'patch',
  parts: { nl: reading('Nederlands', 'Dutch'), en: reading('Engels', 'English') },
};

/** A test decides nothing, whatever it says. */
const test: ItemKind<PackTest> = {
  area: 'test',
  name: { nl: 'Test', en: 'Test' },
  added: 'patch',
  removed: 'patch',
  parts: {
    title: reading('titel', 'title'),
    kind: reading('soort', 'kind'),
    date: reading('datum', 'date'),
    input: reading('invoer', 'input'),
    expected: reading('verwacht', 'expected'),
    standing: reading('grond', 'standing'),
    source: reading('bron', 'source'),
  },
};

/** What is different in what is owed, in what contributions are worth, in what must prove it, in own words, and in the tests. */
export function figureChanges(before: Pack, after: Pack): Change[] {
  const [was, is] = [before.valuation, after.valuation];
  return [
    ...itemChanges(byId(before.obligations), byId(after.obligations), obligation),
    ...itemChanges(termsOf(was), termsOf(is), terms),
    // A valuation that came or went as a whole is one change, not one for each of its blocks.
    ...(was && is ? itemChanges(byId(was.blocks), byId(is.blocks), block) : []),
    ...(was && is ? itemChanges(byId(was.bonuses), byId(is.bonuses), bonus) : []),
    ...itemChanges(byId(before.evidence), byId(after.evidence), proof),
    ...itemChanges(before.texts, after.texts, words),
    ...itemChanges(byId(before.tests), byId(after.tests), test),
  ];
}

function byId<T extends { readonly id: string }>(items: readonly T[]): (readonly [string, T])[] {
  return items.map((item) => [item.id, item] as const);
}

function termsOf(valuation: Valuation | undefined): (readonly [string, Terms])[] {
  if (!valuation) return [];
  const { proration, baseHours, countableBeforeStart, cumulation } = valuation;
  const { hours, months, source, assumption } = proration;
  const before = countableBeforeStart === undefined ? {} : { countableBeforeStart };
  return [['valuation.yaml', { baseHours, ...before, cumulation, hours, months, source, assumption }]];
}
