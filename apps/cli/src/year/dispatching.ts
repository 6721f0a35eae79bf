import { setTimeout as pause } from 'node:timers/promises';
import { randomUUID } from 'node:crypto';
import { type Ledger } from '@samenwerkt/ledger';
import {
  courier,
  Dispatcher,
  emlChannel,
  InProcessQueue,
  QueueUnreachable,
  systemTimers,
  type Channel,
  type Message,
  type Queue,
  type Timers,
} from '@samenwerkt/reminders';
import { UsageFault } from '../output/failure.js';
import { ORGANISATION } from './stage.js';
import { type FastClock } from './fast-clock.js';

/** Something that went out. */
export interface Post {
  readonly message: Message;
  /** Name of its file in the folder of mail. */
  readonly file: string;
}

/** The dispatcher of the product under a fast clock. */
export interface Mailroom {
  readonly queueName: string;
  /**
   * Settles when everything that is due has gone out, or has failed and waits for its next try.
   * @returns what went out since the last time, in the order of the references of the contracts
   * @throws UsageFault when nothing moved for half a minute
   */
  settle(): Promise<Post[]>;
  close(): Promise<void>;
}

/** What the dispatcher of the story works with. */
interface Settings {
  readonly ledger: Ledger;
  readonly clock: FastClock;
  /** Folder in which the mail is put. */
  readonly outbox: string;
  /** `redis://…`; undefined for a queue in the memory of this process. */
  readonly redis: string | undefined;
}

/** As often as a timer may go off in real time, in milliseconds. */
const SHORTEST = 20;
/** Real milliseconds: between two looks, and without anything that moves. */
const LOOK = 5;
const PATIENCE = 30_000;

/** Opens it; it delivers from now on. @throws UsageFault when Redis does not answer, ChannelMisconfigured */
export async function openMailroom(settings: Settings): Promise<Mailroom> {
  const { ledger, clock, outbox } = settings;
  const now = () => clock.now();
  const posts: Post[] = [];
  const channel = overheard(
    emlChannel({ folder: outbox, from: 'Gemeente Merwedam <noreply@merwedam.example>' }, now),
    posts,
  );
  const queue = patient(await openQueue(settings), clock);
  const dispatcher = new Dispatcher({
    ledger,
    queue,
    courier: courier(ledger, [channel], {
      host: 'merwedam.example',
      pageOf: (id) => `https://merwedam.example/partnerschappen/${id}`,
      packPageOf: ({ name, version }) => `https://merwedam.example/regelpakketten/${name}/${version}`,
    }),
    clock: now,
    id: 'demo',
    timers: systemTimers,
    random: () => 0.5,
  });
  dispatcher.start();
  return {
    queueName: queue.name,
    settle: async () => {
      await settled(dispatcher, ledger);
      return posts.splice(0).sort((a, b) => orderOf(a).localeCompare(orderOf(b)));
    },
    close: () => dispatcher.close(),
  };
}

/** The channel as it is, and a note of what it took. */
function overheard(channel: Channel, posts: Post[]): Channel {
  return {
    name: channel.name,
    send: async (message, options) => {
      const delivered = await channel.send(message, options);
      posts.push({ message, file: delivered.reference ?? '' });
      return delivered;
    },
  };
}

/** A queue whose work waits until the clock stands still: a lease of two minutes would otherwise be over before it began. */
function patient(queue: Queue, clock: FastClock): Queue {
  return {
    name: queue.name,
    offer: (waiting) => queue.offer(waiting),
    start: (work) => queue.start((id) => clock.stands().then(() => work(id))),
    readiness: () => queue.readiness(),
    depth: () => queue.depth(),
    close: () => queue.close(),
  };
}

async function openQueue({ clock, redis }: Settings): Promise<Queue> {
  const now = () => clock.now();
  if (redis === undefined) return new InProcessQueue({ clock: now, timers: fastTimers(clock), onFailure: silent });
  // A queue of its own: an installation that uses the same Redis neither sees it nor is seen.
  const kind = `demo-${randomUUID()}`;
  const { BullMqQueue } = await import('@samenwerkt/reminders/redis');
  const queue = new BullMqQueue({
    url: redis,
    clock: now,
    kind,
    clockSpeed: clock.factor,
    temporary: true,
    onFailure: silent,
  });
  if (await answers(queue)) return queue;
  await queue.close();
  throw new UsageFault(
    'Redis antwoordt niet. Start er een (docker run -p 6379:6379 redis:7-alpine) en noem hem met --redis redis://127.0.0.1:6379, of laat --redis en REDIS_URL weg: dan is de wachtrij in dit proces.',
    'Redis does not answer. Start one (docker run -p 6379:6379 redis:7-alpine) and name it with --redis redis://127.0.0.1:6379, or leave out --redis and REDIS_URL: then the queue is in this process.',
  );
}

async function answers(queue: Queue): Promise<boolean> {
  for (let waited = 0; waited < 3000; waited += 50) {
    try {
      await queue.depth();
      return true;
    } catch (error) {
      if (!(error instanceof QueueUnreachable)) throw error;
      await pause(50);
    }
  }
  return false;
}

/** Timers that go off as often as the clock makes them, within reason. */
function fastTimers(clock: FastClock): Timers {
  return {
    ...systemTimers,
    every: (milliseconds, act) => systemTimers.every(Math.max(SHORTEST, milliseconds / clock.factor), act),
  };
}

async function settled(dispatcher: Dispatcher, ledger: Ledger): Promise<void> {
  let [moved, before] = [performance.now(), ''];
  for (;;) {
    await dispatcher.scan();
    for (let look = 0; look < 40; look++) {
      // In this order: what waits no longer when the first is read is at least being sent when the second is.
      const late = await ledger.dispatch.late();
      const { counts } = await ledger.reminders.health(ORGANISATION);
      if (late.count === 0 && counts.sending === 0) return;
      const standing = JSON.stringify([late, counts]);
      if (standing !== before) [moved, before] = [performance.now(), standing];
      await pause(LOOK);
    }
    if (performance.now() - moved > PATIENCE) throw stuck((await dispatcher.health()).lastFailure);
  }
}

function stuck(failure: string | null): UsageFault {
  const why = failure === null ? '' : ` (${failure})`;
  return new UsageFault(
    `Er gaat al een halve minuut niets meer uit${why}. Kijk of Redis nog draait, en of de schijf niet vol is.`,
    `Nothing has gone out for half a minute${why}. See whether Redis still runs, and whether the disk is full.`,
  );
}

function orderOf({ message: { about } }: Post): string {
  return `${about.kenmerk} ${about.kind} ${about.occurrence} ${about.step} ${about.role} ${about.revision}`;
}

/** A Redis that is down complains at every attempt; what it holds up shows when nothing goes out any more. */
function silent(): void {
  // Nothing to do: the table of reminders knows what is still to go out.
}
