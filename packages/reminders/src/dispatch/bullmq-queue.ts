import { type Text } from '@samenwerkt/engine';
import { Queue as BullQueue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { type Clock } from '../channels/channel.js';
import { addJobs, inQueue } from './bullmq-jobs.js';
import { PACE, type Pace, type Queue, type Wake } from './queue.js';
import { QueueUnreachable, redisPolicy, redisUrl, SILENT, within } from './redis.js';

/** Name in Redis of the queue of messages. */
export const MAIL_QUEUE = 'mail';

interface Settings {
  /** `redis://host:6379` or `rediss://…`. */
  readonly url: string;
  readonly clock: Clock;
  /** Kind of work; each has a queue, and a pace, of its own. */
  readonly kind?: string;
  readonly pace?: Pace;
  /** How many times faster than the real one the clock runs, for a simulation: Redis itself waits in real time. 1 by default. */
  readonly clockSpeed?: number;
  /** Whether the queue is taken out of Redis when it closes, for one that nobody goes on with. */
  readonly temporary?: boolean;
  /** Told what the work threw, and what Redis complains of. */
  readonly onFailure: (error: unknown) => void;
}

/**
 * A queue in Redis, shared by all processes. It holds ids and nothing else, for a day ahead at most, and forgets a job as
 * soon as it ran: whether to try again is the table's to say. Nothing here waits for a Redis that is down.
 */
export class BullMqQueue implements Queue {
  readonly name = 'redis';
  private readonly connection: Redis;
  private readonly kind: string;
  private readonly pace: Pace;
  private readonly clockSpeed: number;
  private queue: BullQueue | undefined;
  private worker: Worker | undefined;
  /** The worker's: it must wait for Redis to come back, where the other connection must not. */
  private waiting: Redis | undefined;
  private work: ((id: string) => Promise<void>) | undefined;
  private isThere: (() => void) | undefined;
  private closing = false;

  /** @throws ChannelMisconfigured */
  constructor(private readonly settings: Settings) {
    this.kind = settings.kind ?? MAIL_QUEUE;
    this.pace = settings.pace ?? PACE;
    this.clockSpeed = settings.clockSpeed ?? 1;
    this.connection = new Redis(redisUrl(settings.url), {
      maxRetriesPerRequest: null,
      enableOfflineQueue: false,
      connectTimeout: 2000,
      retryStrategy: (times) => Math.min(times * 100, 2000),
    });
    this.connection.on('error', settings.onFailure);
    this.connection.on('ready', () => {
      this.open();
      if (!this.closing) this.isThere?.();
    });
  }

  async offer(waiting: readonly Wake[]): Promise<readonly string[]> {
    const queue = this.reachable();
    const now = this.settings.clock();
    const there = await within(inQueue(this.connection, queue, waiting, now));
    const missing = waiting.filter((_, i) => there[i] !== 'there');
    await within(addJobs(queue, missing, { now, clockSpeed: this.clockSpeed }));
    return waiting.filter((_, i) => there[i] === 'missing').map(({ id }) => id);
  }

  start(work: (id: string) => Promise<void>, isThere?: () => void): void {
    [this.work, this.isThere] = [work, isThere];
    if (this.queue) this.employ(work);
  }

  async readiness(): Promise<Text | undefined> {
    try {
      this.reachable();
      return redisPolicy(await within(this.connection.info('memory')));
    } catch {
      return SILENT;
    }
  }

  async depth(): Promise<{ waiting: number; delayed: number }> {
    const {
      waiting = 0,
      prioritized = 0,
      delayed = 0,
    } = await within(this.reachable().getJobCounts('waiting', 'prioritized', 'delayed'));
    return { waiting: waiting + prioritized, delayed };
  }

  async close(): Promise<void> {
    this.closing = true;
    // The worker first: it finishes what it does. With Redis gone it cannot say so there, and is let go.
    const down = this.connection.status !== 'ready';
    await within(Promise.resolve(this.worker?.close(down)), CLOSING).catch(() => undefined);
    if (this.settings.temporary === true && !down)
      await within(Promise.resolve(this.queue?.obliterate({ force: true }))).catch(this.settings.onFailure);
    await within(Promise.resolve(this.queue?.close())).catch(() => undefined);
    // What it still waits for in Redis fails with this, so that nothing keeps the process.
    this.waiting?.disconnect();
    this.connection.disconnect();
  }

  /** Only once Redis answers: what is made before that waits for ever when Redis was down at the start. */
  private open(): void {
    if (this.queue || this.closing) return;
    this.queue = new BullQueue(this.kind, { connection: this.connection, skipMetasUpdate: true });
    this.queue.on('error', this.settings.onFailure);
    if (this.work) this.employ(this.work);
  }

  private employ(work: (id: string) => Promise<void>): void {
    if (this.worker) return;
    this.waiting = this.connection.duplicate({ enableOfflineQueue: true });
    this.waiting.on('error', this.settings.onFailure);
    this.worker = new Worker<{ id: string }>(this.kind, ({ data }) => work(data.id), {
      connection: this.waiting,
      concurrency: this.pace.atOnce,
      limiter: { max: this.pace.perSecond, duration: Math.ceil(1000 / this.clockSpeed) },
      maxStalledCount: 0,
    });
    this.worker.on('error', this.settings.onFailure);
    this.worker.on('failed', (_job, error) => this.settings.onFailure(error));
  }

  /** @throws QueueUnreachable */
  private reachable(): BullQueue {
    if (!this.queue || this.connection.status !== 'ready') throw new QueueUnreachable();
    return this.queue;
  }
}

/** Longest that deliveries under way, or a Redis that went away just now, may hold up the end, in milliseconds. */
const CLOSING = 10_000;
