import { type FactTree, type Source, type Text } from '../model.js';

/**
 * How a block is valued: a placement by its share of a full-time year, an amount a month, an amount per person per hour,
 * the invoice itself, or by decision of the adviser.
 */
export type BlockKind = 'plaatsing' | 'maandbedrag' | 'urenPerPersoon' | 'factuur' | 'adviseur';

/** A bouwblok: one way to fill in social return. */
export interface Block {
  /** camelCase, unique within the pack. */
  readonly id: string;
  readonly title: Text;
  readonly kind: BlockKind;
  readonly targetGroup?: Text;
  /** Parameter in euro: for a full-time year, a month, or a person and hour, by kind. */
  readonly amount?: string;
  /** Parameter that must be in force for the block to exist, when it has no amount of its own. */
  readonly inForceWith?: string;
  /** Parameter: months that count at most. */
  readonly maxMonths?: string;
  /** Parameter: hours a week under which a placement does not count. */
  readonly minHours?: string;
  /** False when a placement counts whole, whatever its hours and months. */
  readonly prorated?: boolean;
  readonly assumption?: string;
}

/** What is added to a placement when its condition holds. */
export interface Bonus {
  /** camelCase, unique within the pack. */
  readonly id: string;
  readonly title: Text;
  /** Parameter in euro. */
  readonly amount: string;
  /** CEL over {@link CONTRIBUTION_FACTS} and parameters. */
  readonly when: string;
  /** Whether it is prorated like the block, or the parameter (jaNee) that says so. */
  readonly prorated: boolean | string;
  /** Ids of the placements it goes with; all of them when left out. */
  readonly blocks?: readonly string[];
  /** Of the bonuses of one group only the highest counts, for example two steps of age. */
  readonly group?: string;
  readonly assumption?: string;
}

/** `valuation.yaml`: what contributions are worth. */
export interface ValuationFile {
  /** Parameter: hours a week of a full-time contract. */
  readonly baseHours: string;
  readonly proration: {
    readonly hours: boolean;
    readonly months: boolean;
    readonly source?: Source;
    readonly assumption?: string;
  };
  /** Parameter: months before the start of the contract in which hiring counts. */
  readonly countableBeforeStart?: string;
  /** Whether bonuses add up, or only the highest counts. */
  readonly cumulation: 'sum' | 'highest';
  readonly blocks: readonly Block[];
  readonly bonuses?: readonly Bonus[];
}

/** A bonus with its condition compiled. */
export interface CompiledBonus extends Bonus {
  /** Yes, no, or the names of what the condition asks for and does not find. */
  holds(contribution: Contribution, isoDate: string): boolean | readonly string[];
}

/** A valuation that passed every check. */
export interface Valuation extends ValuationFile {
  readonly bonuses: readonly CompiledBonus[];
}

/** A quantity: decimal text with at most four decimals, or a whole number. Never a fraction in floating point. */
export type Quantity = string | number;

/**
 * What a supplier did or plans to do, without names: the block, how much of it, and what bonuses look at. Which
 * quantities are needed depends on the kind of the block.
 */
export interface Contribution {
  /** Id of the block. */
  readonly block: string;
  /** ISO date on which the person was hired. */
  readonly indienst?: string;
  readonly maanden?: Quantity;
  readonly urenPerWeek?: Quantity;
  /** How many people gave hours. */
  readonly personen?: Quantity;
  /** Hours of each of them. */
  readonly uren?: Quantity;
  /** Euro excl. btw, decimal text: invoice or costs. */
  readonly bedrag?: string;
  /** Years of age at the date of valuation. */
  readonly leeftijd?: number;
  readonly vastContract?: boolean;
  readonly statushouder?: boolean;
  readonly taalachterstand?: boolean;
  /** Level of education, 1 to 8. */
  readonly niveau?: number;
  /** Anything else a pack gives a bonus for, in words of its own. */
  readonly kenmerken?: readonly string[];
}

/** What conditions of bonuses may read. */
export const CONTRIBUTION_FACTS: FactTree = {
  leeftijd: 'int',
  vastContract: 'bool',
  statushouder: 'bool',
  taalachterstand: 'bool',
  niveau: 'int',
  indienst: 'Datum',
  kenmerken: 'list<string>',
};
