import { join } from 'node:path';
import { ROLES, sampleData } from '@samenwerkt/engine';
import { loadPackFolder } from '@samenwerkt/intake';
import { ledgerLocation, LOCAL_ORGANISATION, openLedger, type Ledger } from '@samenwerkt/ledger';
import {
  courier,
  Dispatcher,
  InProcessQueue,
  systemTimers,
  type Channel,
  type Message,
  type Queue,
} from '@samenwerkt/reminders';
import { BullMqQueue } from '@samenwerkt/reminders/redis';
import { CONTRACT } from './client.js';
import { databaseOf } from './database.js';
import { ROOT, temporaryFolder } from './host.js';

export const HERE = LOCAL_ORGANISATION.id;
export const ACTOR = { id: 'proef', roles: ROLES };
/** So fast that no test waits for it. */
const PACE = { atOnce: 8, perSecond: 10_000 };

/** A ledger of its own, under a clock that a test sets. */
export interface Office {
  readonly ledger: Ledger;
  readonly folder: string;
  readonly time: { now: string };
  /** Opens the ledger once more, as another process does. */
  again(): Promise<Ledger>;
  /** One more process that dispatches. */
  worker(queue: Queue, channels: readonly Channel[], ledger?: Ledger): Dispatcher;
  dispose(): Promise<void>;
}

export async function openOffice(now = '2026-03-02T09:00:00.000Z'): Promise<Office> {
  const { folder, dispose } = temporaryFolder();
  const time = { now };
  const ledgers: Ledger[] = [];
  const again = async () => {
    const ledger = await openLedger({ ...ledgerLocation(folder, databaseOf(folder)), clock: () => time.now });
    ledgers.push(ledger);
    return ledger;
  };
  const ledger = await again();
  await ledger.ensureOrganisation(HERE, LOCAL_ORGANISATION.name);
  await loadPackFolder(ledger, HERE, join(ROOT, 'rule-packs'));
  let workers = 0;
  return {
    ledger,
    folder,
    time,
    again,
    worker: (queue, channels, own = ledger) =>
      new Dispatcher({
        ledger: own,
        queue,
        courier: courier(own, channels, {
          host: 'proef.example',
          pageOf: (id) => `https://proef.example/${id}`,
          packPageOf: ({ name }) => `https://proef.example/${name}`,
        }),
        clock: () => time.now,
        id: `werker-${++workers}`,
        timers: systemTimers,
        random: () => 0.5,
      }),
    dispose: async () => {
      await Promise.all(ledgers.map((one) => one.close()));
      dispose();
    },
  };
}

/** A partnership of which two people are told something so many times, and nobody of anything else. @returns ids of the reminders, two for each time */
export async function tell({ ledger }: Office, times: number): Promise<string[]> {
  const { partnership } = await ledger.writer.start({
    organisation: HERE,
    actor: ACTOR,
    lifecycle: 'stappenplan-2020',
    pack: 'basis',
    contract: { ...CONTRACT, soort: 'dienst' },
  });
  const event = 'coordinatorOverdragen';
  const data = sampleData('stappenplan-2020', event);
  for (let i = 0; i < times; i++)
    await ledger.writer.submit({ organisation: HERE, actor: ACTOR, partnership, event, data });
  const { items: all } = await ledger.reminders.page(HERE, { partnership }, 10_000);
  const [told, others] = [true, false].map((isTold) =>
    all.filter(({ kind }) => (kind === 'coordinatorOvergedragen') === isTold).map(({ id }) => id),
  ) as [string[], string[]];
  const act = { act: 'skip' } as const;
  await ledger.reminders.actOnAll({ organisation: HERE, act, actorId: 'proef', reason: 'niet in deze proef' }, others);
  return told;
}

type Options<Q extends new (settings: never) => unknown> = Partial<ConstructorParameters<Q>[0]>;

/** A queue in the memory of this process. */
export function inProcess({ time }: Pick<Office, 'time'>, options: Options<typeof InProcessQueue> = {}): Queue {
  const common = { clock: () => time.now, timers: systemTimers, pace: PACE, onFailure: () => undefined };
  return new InProcessQueue({ ...common, ...options });
}

/** A queue in a Redis; each kind is one of its own. */
export function inRedis(
  { time }: Pick<Office, 'time'>,
  url: string,
  kind = 'mail',
  options: Options<typeof BullMqQueue> = {},
): Queue {
  return new BullMqQueue({ url, clock: () => time.now, kind, pace: PACE, onFailure: () => undefined, ...options });
}

/** Moves reminders to other moments, as an administrator does. */
export async function postpone({ ledger }: Office, ids: readonly string[], dueAt: string): Promise<void> {
  const act = { act: 'reschedule', dueAt } as const;
  await ledger.reminders.actOnAll({ organisation: HERE, act, actorId: 'proef', reason: 'proef' }, ids);
}

/** A channel that remembers what it took. */
interface Recorder extends Channel {
  readonly taken: Message[];
  /** How often each message came, by its id. */
  counts(): number[];
}

/** @param before done before a message is taken; it may fail, or never end */
export function recorder(
  before: (message: Message) => Promise<void> = async () => undefined,
  name = 'proef',
): Recorder {
  const taken: Message[] = [];
  return {
    name,
    taken,
    counts: () => {
      const counts = new Map<string, number>();
      for (const { messageId } of taken) counts.set(messageId, (counts.get(messageId) ?? 0) + 1);
      return [...counts.values()];
    },
    send: async (message) => {
      await before(message);
      taken.push(message);
      return { at: '2026-03-02T09:00:00.000Z', reference: `nr ${taken.length}` };
    },
  };
}

/** How many reminders are in each state. */
export async function states(
  { ledger }: Office,
  organisation = HERE,
): Promise<Readonly<Record<string, number | undefined>>> {
  return (await ledger.reminders.health(organisation)).counts;
}

/** Waits until something is so; a test in which it never is ends with what it waited for. */
export async function until(what: string, isSo: () => Promise<boolean> | boolean): Promise<void> {
  for (let i = 0; i < 1500; i++) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`never: ${what}`);
}

/** A small generator of chance, so that a run can be repeated from its seed. */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
