import { type Schemas } from '../../api/queries.js';
import { blank, read, type Faults, type FieldSchema, type Typed } from '../../form/model.js';
import { t } from '../../i18n/translate.js';

type Facts = Schemas['ContractFacts'];
type Contribution = NonNullable<Schemas['WhatIfDto']['contributions']>[number];

/** Most packs in one question: as many as the API takes. */
export const MOST_PACKS = 5;

/** What the address keeps of a question, each as text. */
export interface Asked {
  /** `name@version`, with commas between them. */
  readonly pakketten?: string;
  /** ISO date. */
  readonly op?: string;
  /** Facts of the contract, as JSON. */
  readonly contract?: string;
  /** Contributions, as JSON. */
  readonly bijdragen?: string;
}

/** Facts that rules read. A reference and a title are asked of every contract, and say nothing about what it comes to. */
export function contractSchema(): FieldSchema {
  const properties: Readonly<Record<Exclude<keyof Facts, 'kenmerk' | 'titel'>, FieldSchema>> = {
    waarde: { type: 'string', format: 'euro', title: t('if.waarde') },
    soort: { type: 'string', enum: ['werk', 'dienst', 'levering'], title: t('if.soort') },
    categorie: { type: 'string', maxLength: 200, title: t('if.categorie') },
    start: { type: 'string', format: 'date', title: t('if.start') },
    einde: { type: 'string', format: 'date', title: t('if.einde') },
    loonsom: { type: 'string', format: 'euro', title: t('if.loonsom') },
    arbeidsaandeel: { type: 'string', format: 'procent', title: t('if.arbeidsaandeel') },
    verlenging: { type: 'string', maxLength: 200, title: t('if.verlenging') },
    procedure: { type: 'string', maxLength: 200, title: t('if.procedure') },
  };
  return { type: 'object', required: ['waarde', 'soort', 'categorie'], properties };
}

/** @param blocks ids of the blocks of the chosen packs */
export function contributionsSchema(blocks: readonly string[]): FieldSchema {
  const amount = (title: string): FieldSchema => ({ type: 'string', format: 'uren', title });
  const properties: Readonly<Partial<Record<keyof Contribution, FieldSchema>>> = {
    block: { type: 'string', enum: blocks, title: t('if.block') },
    urenPerWeek: amount(t('if.urenPerWeek')),
    maanden: amount(t('if.maanden')),
    leeftijd: { type: 'integer', title: t('if.leeftijd') },
    vastContract: { type: 'boolean', title: t('if.vastContract') },
    personen: amount(t('if.personen')),
    uren: amount(t('if.uren')),
    bedrag: { type: 'string', format: 'euro', title: t('if.bedrag') },
  };
  return { type: 'array', title: t('if.contribution'), items: { type: 'object', required: ['block'], properties } };
}

export function packsOf({ pakketten = '' }: Asked): string[] {
  return pakketten.split(',').filter(Boolean).slice(0, MOST_PACKS);
}

/** What was typed, as it stands in the address: nothing is kept of a field that is empty. */
export function typedOf(text: string | undefined, schema: FieldSchema): Typed {
  if (text === undefined) return blank(schema);
  try {
    const kept = JSON.parse(text) as Typed;
    if (Array.isArray(kept))
      return kept.map((one: Typed) => ({ ...(blank(schema.items ?? {}) as object), ...(one as object) }));
    return { ...(blank(schema) as object), ...(kept as object) };
  } catch {
    return blank(schema);
  }
}

/** Typed as text again, without what is empty. */
export function kept(typed: Typed): string | undefined {
  const text = JSON.stringify(typed, (_name, value: unknown) => (value === '' ? undefined : value));
  return text === '{}' || text === '[]' ? undefined : text;
}

/** The question to the API; or undefined with what is wrong with what was typed. */
export function questionOf(asked: Asked): { readonly body?: Schemas['WhatIfDto']; readonly faults: Faults } {
  const contract = contractSchema();
  const found = read(contract, typedOf(asked.contract, contract), '/contract');
  const list = contributionsSchema([]);
  const given = read(list, typedOf(asked.bijdragen, list), '/contributions');
  const facts = (found.value ?? {}) as Record<string, unknown>;
  const missing = (contract.required ?? []).filter((name) => facts[name] === undefined);
  const faults = {
    ...Object.fromEntries(missing.map((name) => [`/contract/${name}`, t('form.required')])),
    ...found.faults,
    ...given.faults,
  };
  const packs = packsOf(asked).map((one) => {
    const [name = '', version] = one.split('@');
    return { name, ...(version !== undefined && { version }) };
  });
  if (Object.keys(faults).length > 0 || packs.length === 0) return { faults };
  return {
    faults,
    body: {
      contract: { ...facts, kenmerk: 'wat-als', titel: t('if.title') } as Facts,
      packs,
      ...(asked.op !== undefined && { date: asked.op }),
      ...(given.value !== undefined && { contributions: given.value as Contribution[] }),
    },
  };
}
