import { setTimeout as pause } from 'node:timers/promises';
import { secondsAfter, secondsBetween } from '@samenwerkt/calendar';

/** Seconds in a day of the clock, so that its speed can be given in days for each real second. */
const DAY = 24 * 3600;

/**
 * A clock that runs faster than the real one from one moment to the next, and stands still there until it is sent on. So
 * what happens at a moment has happened before time goes on, however slow the machine: at any speed a year is the same.
 */
export class FastClock {
  private until: string;
  private since = 0;
  private running: Promise<boolean> = Promise.resolve(true);

  /**
   * @param from instant (ISO, UTC) at which it stands
   * @param daysPerSecond its days in one real second; above 0
   */
  constructor(
    private from: string,
    private readonly daysPerSecond: number,
  ) {
    this.until = from;
  }

  /** How many times faster than the real clock it runs. */
  get factor(): number {
    return this.daysPerSecond * DAY;
  }

  /** The moment it is, as an instant (ISO, UTC) with milliseconds. */
  now(): string {
    if (this.from === this.until) return this.until;
    const run = ((performance.now() - this.since) / 1000) * this.factor;
    const now = secondsAfter(this.from, run);
    return now < this.until ? now : this.until;
  }

  /**
   * Runs on to a moment; settles once it stands there. Earlier than now, it stays where it is.
   * @param signal stops it where it is at that moment
   * @returns whether it got there
   */
  reach(moment: string, signal: AbortSignal): Promise<boolean> {
    this.running = this.run(moment, signal);
    return this.running;
  }

  /** Settles when it stands still, for work that reads it twice and takes it for a clock on the wall. */
  async stands(): Promise<void> {
    await this.running;
  }

  private async run(moment: string, signal: AbortSignal): Promise<boolean> {
    const now = this.now();
    const left = secondsBetween(now, moment) / this.factor;
    if (left <= 0 || signal.aborted) return !signal.aborted;
    [this.from, this.until, this.since] = [now, moment, performance.now()];
    await pause(left * 1000, undefined, { signal }).catch(() => undefined);
    this.from = this.until = signal.aborted ? this.now() : moment;
    return !signal.aborted;
  }
}
