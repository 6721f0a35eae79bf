import { differs, type MigrationPreview, type Text } from '@samenwerkt/engine';
import { type RehearsedMove } from '../writer/commands.js';

/** A partnership that would not be moved, and why. */
export interface NotMoved {
  readonly partnership: string;
  readonly title: string;
  readonly code: string;
  readonly reason: Text;
}

/** What a move of a selection would come to; nothing is recorded. */
export interface Survey {
  readonly selected: number;
  /** Partnerships that would be moved, and those of them for which something changes, by what it is. */
  readonly counts: {
    readonly movable: number;
    readonly obligationChanged: number;
    readonly newlyBlocked: number;
    readonly noLongerBlocked: number;
    readonly warningsChanged: number;
    readonly datesMoved: number;
    /** Partnerships that are on the pack already. */
    readonly present: number;
    readonly refused: number;
  };
  /** The first hundred for which something changes. */
  readonly differing: readonly RehearsedMove[];
  /** The first hundred that would not be moved. */
  readonly refused: readonly NotMoved[];
}

/** Most shown of each kind, and most text for all of them: a hostile pack can have very long rules. */
const MOST_SHOWN = 100;
const MOST_TEXT = 4_000_000;

type Counted = Exclude<keyof Survey['counts'], 'movable' | 'present' | 'refused'>;

/** What counts as which change. */
const CHANGES: Readonly<Record<Counted, (preview: MigrationPreview) => boolean>> = {
  obligationChanged: ({ obligations }) => obligations.some(({ changed }) => changed),
  newlyBlocked: ({ events }) => events.some(({ blocks }) => blocks.length > 0),
  noLongerBlocked: ({ events }) => events.some(({ lifted }) => lifted.length > 0),
  warningsChanged: ({ events }) => events.some((one) => one.appeared.length + one.disappeared.length > 0),
  datesMoved: ({ timers }) => timers.added.length + timers.removed.length + timers.moved.length > 0,
};

/** Adds up what rehearsals say; what it holds does not grow with the number of partnerships. */
export class Tally {
  private readonly counts: Record<keyof Survey['counts'], number> = {
    ...{ movable: 0, obligationChanged: 0, newlyBlocked: 0, noLongerBlocked: 0, warningsChanged: 0, datesMoved: 0 },
    ...{ present: 0, refused: 0 },
  };
  private readonly differing: RehearsedMove[] = [];
  private readonly refused: NotMoved[] = [];
  private text = 0;

  add(move: RehearsedMove): void {
    const { preview } = move;
    this.counts.movable += 1;
    for (const [name, holds] of Object.entries(CHANGES)) if (holds(preview)) this.counts[name as Counted] += 1;
    if (!differs(preview) || this.differing.length >= MOST_SHOWN || this.text >= MOST_TEXT) return;
    this.text += JSON.stringify(preview).length;
    this.differing.push(move);
  }

  present(): void {
    this.counts.present += 1;
  }

  refuse(one: NotMoved): void {
    this.counts.refused += 1;
    if (this.refused.length < MOST_SHOWN) this.refused.push(one);
  }

  survey(selected: number): Survey {
    const { counts, differing, refused } = this;
    return { selected, counts, differing, refused };
  }
}
