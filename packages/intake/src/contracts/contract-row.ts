/** Kind of contract in procurement law (001_6c3f9123756a8f34.txt, Handreiking Partnerships voor meer banen, p. 16-17). */
export type ContractKind = 'werk' | 'dienst' | 'levering';

/**
 * What the organisation's contract register says about one contract. Field names are the ones rules read
 * (`contract.waarde`), which is why they are Dutch.
 */
export interface ContractFacts {
  readonly kenmerk: string;
  readonly titel: string;
  readonly categorie: string;
  readonly soort: ContractKind;
  /** Whole contract value in euro, excl. btw, as decimal text with two decimals: `1440000.00`. */
  readonly waarde: string;
  /** Wage bill of the staff used for the contract in euro, decimal text with two decimals. */
  readonly loonsom?: string;
  /** Labour share in percent, decimal text: `65` or `62.5`. */
  readonly arbeidsaandeel?: string;
  /** ISO date. */
  readonly start?: string;
  /** ISO date. */
  readonly einde?: string;
  /** Extension options in words, for example `2 x 12 maanden`. */
  readonly verlenging?: string;
  /** Award procedure, for example `Europees openbaar`. */
  readonly procedure?: string;
}

/** One contract of an export, with the physical line of the file it starts on. */
export interface ContractRow {
  readonly line: number;
  readonly leverancier: string;
  readonly facts: ContractFacts;
}
