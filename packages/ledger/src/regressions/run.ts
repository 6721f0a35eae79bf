import {
  EngineError,
  obligationChange,
  PackInvalid,
  PackNotForLifecycle,
  PositionUnreadable,
  retrial,
  type Policy,
} from '@samenwerkt/engine';
import { type PartnershipEntity } from '../entities/partnership.js';
import { PackUnavailable } from '../errors.js';
import { toRecordedEvent } from '../integrity/chain.js';
import { Tally, type LeftOut } from './findings.js';
import { type HistoriesByPage, type Scope } from './histories-by-page.js';
import { type PinnedPacks } from './pinned-packs.js';

/** Longest that judging holds up everything else in the process, in milliseconds. */
const SLICE = 5;

/** What a run needs. */
interface Work {
  readonly scope: Scope;
  readonly candidate: Policy;
  readonly histories: HistoriesByPage;
  /** The packs that events were recorded under. */
  readonly pinned: PinnedPacks;
  /** Puts progress on record; false when the run was stopped by somebody else. */
  save(run: Run): Promise<boolean>;
}

/** One regression at work: judges history after history, in slices between which everything else gets its turn. */
export class Run {
  /** Partnerships that are through, and events judged. */
  done = 0;
  events = 0;
  readonly tally = new Tally();
  private asked = false;
  private sliceEnds = 0;
  private nextSave: number;

  /** @param saveEvery how often progress is put on record, in milliseconds */
  constructor(
    private readonly work: Work,
    private readonly saveEvery = 1000,
  ) {
    this.nextSave = performance.now() + saveEvery;
  }

  /** Ends the run at its next pause. */
  stop(): void {
    this.asked = true;
  }

  async play(): Promise<'done' | 'stopped'> {
    const { histories, scope } = this.work;
    for await (const page of histories.partnerships(scope)) {
      for (const row of page) if (!(await this.judge(row))) return 'stopped';
    }
    return 'done';
  }

  /** @returns false when the run is to stop; a history that is half judged does not count */
  private async judge({ id, quarantinedAt }: Pick<PartnershipEntity, 'id' | 'quarantinedAt'>): Promise<boolean> {
    const { histories, scope, candidate, pinned } = this.work;
    if (quarantinedAt !== null) return this.leaveOut('quarantined');
    const trial = retrial(candidate, (ref) => pinned.of(ref));
    try {
      for await (const rows of histories.history(scope.organisation, id)) {
        const events = rows.map(toRecordedEvent);
        await pinned.know(events.map(({ pack }) => pack));
        for (const event of events) {
          if ((this.asked || performance.now() >= this.sliceEnds) && !(await this.pause())) return false;
          trial.next(event);
        }
      }
      const partnership = trial.partnership();
      if (!partnership) return this.leaveOut('unplayable');
      this.tally.add(
        partnership,
        trial.outcome(),
        obligationChange(partnership, pinned.of(partnership.pack), candidate),
      );
    } catch (error) {
      return this.leaveOut(reasonOf(error));
    }
    this.events += trial.outcome().events;
    this.done += 1;
    return true;
  }

  private async leaveOut(reason: LeftOut): Promise<boolean> {
    this.tally.leaveOut(reason);
    this.done += 1;
    return performance.now() < this.sliceEnds || this.pause();
  }

  /** Everything else gets its turn. @returns false when the run is to stop */
  private async pause(): Promise<boolean> {
    await new Promise((resolve) => setImmediate(resolve));
    if (!this.asked && performance.now() >= this.nextSave) {
      if (!(await this.work.save(this))) return false;
      this.nextSave = performance.now() + this.saveEvery;
    }
    this.sliceEnds = performance.now() + SLICE;
    return !this.asked;
  }
}

/** Why a history cannot be judged again. @throws what is no property of the history */
function reasonOf(error: unknown): LeftOut {
  if (error instanceof PackNotForLifecycle) return 'otherLifecycle';
  if (error instanceof PackUnavailable || error instanceof PackInvalid) return 'packUnavailable';
  if (error instanceof EngineError || error instanceof PositionUnreadable) return 'unplayable';
  throw error;
}
