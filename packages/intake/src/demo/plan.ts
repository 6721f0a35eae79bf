/** A step of a plan: an event, when it needs to be said on which day, and where it differs from the sample. */
export interface PlannedStep {
  readonly event: string;
  /** ISO date; otherwise three weeks after the step before. */
  readonly on?: string;
  readonly gegevens?: Readonly<Record<string, unknown>>;
}

/** Reports and conversations every quarter, and a statement every year, up to a day. */
export interface QuarterlyStep {
  readonly everyQuarterUntil: string;
}

export type Step = string | PlannedStep | QuarterlyStep;

/** Where the demo brings the partnership of one contract, and by which way. */
export interface Plan {
  readonly kenmerk: string;
  readonly pack: string;
  /** ISO date of the first event. */
  readonly begin: string;
  readonly steps: readonly Step[];
  /** Public ids of the states it ends in, in the order of the chart. */
  readonly states: readonly string[];
}
