import { sumOf, type OwedChange, type ObligationTotal } from '@samenwerkt/engine';

/** What all partnerships judged owe under one of the packs. */
interface ObligationSum {
  /** In euro, exact, as decimal text. */
  readonly amount: string;
  /** Partnerships of which the obligation is, at least in part, an amount. */
  readonly partnerships: number;
  /** Partnerships with an obligation that is no amount. */
  readonly duties: number;
}

/** Obligations under the packs that the partnerships are pinned to, and under the candidate. */
export interface ObligationSums {
  readonly before: ObligationSum;
  readonly after: ObligationSum;
  /** Partnerships of which the obligation differs. */
  readonly changed: number;
  /** Partnerships with an obligation that cannot be worked out; what is known of them is in the amounts. */
  readonly unknownBefore: number;
  readonly unknownAfter: number;
}

/** Adds up the obligations of partnership after partnership. */
export class ObligationTally {
  private readonly before = new Side();
  private readonly after = new Side();
  private changed = 0;

  add({ before, after, changed }: OwedChange): void {
    this.before.add(before);
    this.after.add(after);
    this.changed += changed ? 1 : 0;
  }

  sums(): ObligationSums {
    const { before, after, changed } = this;
    return {
      before: before.sum(),
      after: after.sum(),
      changed,
      unknownBefore: before.unknown,
      unknownAfter: after.unknown,
    };
  }
}

/** The obligations under one of the two packs. */
class Side {
  unknown = 0;
  private amount = sumOf([]);
  private partnerships = 0;
  private duties = 0;

  add({ amount, duties, unknown }: ObligationTotal): void {
    if (amount !== undefined) {
      this.amount = sumOf([this.amount, amount]);
      this.partnerships += 1;
    }
    this.duties += duties > 0 ? 1 : 0;
    this.unknown += unknown ? 1 : 0;
  }

  sum(): ObligationSum {
    const { amount, partnerships, duties } = this;
    return { amount, partnerships, duties };
  }
}
