import { type OwedChange, type Partnership, type Regression } from '@samenwerkt/engine';
import { ObligationTally, type ObligationSums } from './obligation-tally.js';

/** Why a partnership could not be judged again. */
const LEFT_OUT = ['quarantined', 'unplayable', 'packUnavailable', 'otherLifecycle'] as const;
export type LeftOut = (typeof LEFT_OUT)[number];

/** A partnership that would have gone another way, or the same way with other warnings. */
export interface Differing extends Regression {
  readonly partnership: string;
  /** Reference of its contract. */
  readonly kenmerk: string;
  readonly title: string;
  /** What it owes under the two packs; only when that differs. */
  readonly obligation?: Pick<OwedChange, 'before' | 'after'>;
}

/** What a regression found so far. */
export interface Findings {
  /** Partnerships judged from start to end. */
  readonly judged: number;
  /** Partnerships not judged, by reason. */
  readonly leftOut: Readonly<Record<LeftOut, number>>;
  /** Partnerships with an event that would have been refused, and such events. */
  readonly refused: { readonly partnerships: number; readonly events: number };
  /** Partnerships that would have gone the same way, with other warnings, and such events in all partnerships. */
  readonly warned: { readonly partnerships: number; readonly events: number };
  /** The first five hundred that would have gone another way, oldest partnership first. */
  readonly refusals: readonly Differing[];
  /** The first five hundred of those that would only have had other warnings. */
  readonly warnings: readonly Differing[];
  /** Absent in what was found before obligations were compared. */
  readonly obligation?: ObligationSums;
  /** The first five hundred that would have gone the very same way, with another obligation. */
  readonly otherObligations: readonly Differing[];
}

/** What is on record of a run; one from before obligations were compared has none. */
export function findingsIn(json: string): Findings {
  return { otherObligations: [], ...(JSON.parse(json) as Omit<Findings, 'otherObligations'>) };
}

/** Most partnerships shown of each kind, and most text for all of them: a hostile pack can have very long rules. */
const MOST_SHOWN = 500;
const MOST_TEXT = 4_000_000;

/** Adds up what is found; what it holds does not grow with the number of histories. */
export class Tally {
  private judged = 0;
  private readonly leftOut = Object.fromEntries(LEFT_OUT.map((reason) => [reason, 0])) as Record<LeftOut, number>;
  private readonly refused = { partnerships: 0, events: 0 };
  private readonly warned = { partnerships: 0, events: 0 };
  private readonly refusals: Differing[] = [];
  private readonly warnings: Differing[] = [];
  private readonly otherObligations: Differing[] = [];
  private readonly sums = new ObligationTally();
  private text = 0;

  add({ id, contract }: Partnership, regression: Regression, { before, after, changed }: OwedChange): void {
    this.judged += 1;
    this.refused.events += regression.refused;
    this.warned.events += regression.warned;
    this.sums.add({ before, after, changed });
    const shown = this.listFor(regression, changed);
    if (!shown || shown.length >= MOST_SHOWN || this.text >= MOST_TEXT) return;
    const obligation = changed ? { obligation: { before, after } } : {};
    const entry = { partnership: id, kenmerk: contract.kenmerk, title: contract.titel, ...regression, ...obligation };
    this.text += JSON.stringify(entry).length;
    shown.push(entry);
  }

  leaveOut(reason: LeftOut): void {
    this.leftOut[reason] += 1;
  }

  findings(): Findings {
    const { judged, leftOut, refused, warned, refusals, warnings, otherObligations } = this;
    return { judged, leftOut, refused, warned, refusals, warnings, obligation: this.sums.sums(), otherObligations };
  }

  /** Counts what differs most, and gives the list to show it in; undefined when nothing differs. */
  private listFor({ refused, warned }: Regression, obligationChanged: boolean): Differing[] | undefined {
    if (refused > 0) {
      this.refused.partnerships += 1;
      return this.refusals;
    }
    if (warned > 0) {
      this.warned.partnerships += 1;
      return this.warnings;
    }
    return obligationChanged ? this.otherObligations : undefined;
  }
}
