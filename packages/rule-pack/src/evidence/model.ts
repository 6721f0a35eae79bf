import { type Source, type Text } from '../model.js';

/** A stretch of time in which a proof is asked. */
export interface EvidencePeriod {
  /** ISO date, inclusive. */
  readonly from: string;
  /** ISO date, exclusive: on this day it is no longer asked. Left out when it has no end. */
  readonly until?: string;
  readonly source: Source;
  /** What of this period is assumed and not sourced, in words. */
  readonly assumption?: string;
}

/** Something that proves what a supplier says it did, one item of `evidence.yaml`. */
export interface Evidence {
  /** camelCase, unique within the pack. */
  readonly id: string;
  readonly title: Text;
  /** What it is asked for; at least one block or event. */
  readonly for: {
    /** Ids of blocks of `valuation.yaml`. */
    readonly blocks?: readonly string[];
    /** Ids of events of the pack's lifecycles. */
    readonly events?: readonly string[];
  };
  /** In order of date, without overlap; at least one. */
  readonly periods: readonly EvidencePeriod[];
  /** What somebody who must give it wants to know besides. */
  readonly note?: Text;
}

/** A proof that is asked on a date. */
export interface AskedEvidence extends EvidencePeriod {
  readonly id: string;
  readonly title: Text;
  readonly note?: Text;
}
