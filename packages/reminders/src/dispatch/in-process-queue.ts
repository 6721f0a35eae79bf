import { type Clock } from '../channels/channel.js';
import { PACE, type Pace, type Queue, type Timers, type Wake } from './queue.js';

interface Settings {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly pace?: Pace;
  /** Told what the work threw. */
  readonly onFailure: (error: unknown) => void;
}

const SECOND = 1000;

/**
 * A queue in the memory of this process, for one machine. Once a second it looks what is due by the clock it was given,
 * so that a clock that jumps is followed. When the process dies nothing is lost: the next one is offered it again.
 */
export class InProcessQueue implements Queue {
  readonly name = 'in-process';
  private readonly moments = new Map<string, string>();
  private readonly running = new Map<string, Promise<void>>();
  private readonly pace: Pace;
  private work: ((id: string) => Promise<void>) | undefined;
  private begun = 0;
  private readonly stop: () => void;

  constructor(private readonly settings: Settings) {
    this.pace = settings.pace ?? PACE;
    this.stop = settings.timers.every(SECOND, () => {
      this.begun = 0;
      this.callDue();
    });
  }

  async offer(waiting: readonly Wake[]): Promise<readonly string[]> {
    const unknown = waiting.filter(({ id }) => !this.moments.has(id) && !this.running.has(id));
    for (const { id, nextTryAt } of waiting) this.moments.set(id, nextTryAt);
    this.callDue();
    return unknown.map(({ id }) => id);
  }

  start(work: (id: string) => Promise<void>): void {
    this.work = work;
    this.callDue();
  }

  async readiness(): Promise<undefined> {
    return undefined;
  }

  async depth(): Promise<{ waiting: number; delayed: number }> {
    const now = this.settings.clock();
    const waiting = [...this.moments.values()].filter((moment) => moment <= now).length;
    return { waiting, delayed: this.moments.size - waiting };
  }

  async close(): Promise<void> {
    this.stop();
    this.work = undefined;
    await Promise.all(this.running.values());
  }

  private callDue(): void {
    const { work } = this;
    if (!work) return;
    const now = this.settings.clock();
    for (const [id, moment] of this.moments) {
      if (this.running.size >= this.pace.atOnce || this.begun >= this.pace.perSecond) return;
      if (moment > now || this.running.has(id)) continue;
      this.moments.delete(id);
      this.begun++;
      this.running.set(id, this.call(work, id));
    }
  }

  private async call(work: (id: string) => Promise<void>, id: string): Promise<void> {
    try {
      await work(id);
    } catch (error) {
      this.settings.onFailure(error);
    } finally {
      this.running.delete(id);
      this.callDue();
    }
  }
}
