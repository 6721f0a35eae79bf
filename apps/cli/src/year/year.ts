import { existsSync, mkdirSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { addDays, atLocalTime } from '@samenwerkt/calendar';
import { ledgerLocation, openLedger, type Ledger } from '@samenwerkt/ledger';
import { UsageFault } from '../output/failure.js';
import { type Language } from '../workplace.js';
import { Troupe } from './acting.js';
import { closingLines } from './closing.js';
import { openMailroom, type Mailroom } from './dispatching.js';
import { FastClock } from './fast-clock.js';
import { type YearSettings } from './settings.js';
import { setStage, type Player } from './stage.js';
import { deedLines, heading, postLines } from './story.js';
import { summaryOf } from './summary.js';

/** What is needed from day to day. */
interface Running {
  readonly settings: YearSettings;
  readonly clock: FastClock;
  readonly mailroom: Mailroom;
  readonly troupe: Troupe;
  /** Goes off when somebody has seen enough. */
  readonly stop: AbortSignal;
  readonly language: Language;
}

/**
 * Plays a year of partnerships on an administration of its own, with the dispatcher, the queue and the mail of the product,
 * under a fast clock. The folder stays, so that it can be looked into; nothing else is touched.
 * @throws UsageFault
 */
export async function playYear(settings: YearSettings, language: Language): Promise<void> {
  const folder = ownFolder(settings.keep);
  const clock = new FastClock(atLocalTime(settings.from, '08:00'), settings.daysPerSecond);
  const stop = new AbortController();
  const enough = () => stop.abort();
  process.once('SIGINT', enough).once('SIGTERM', enough);
  const ledger = await openLedger({ file: ledgerLocation(folder, {}).file, clock: () => clock.now() });
  try {
    const outbox = join(folder, 'outbox');
    const mailroom = await openMailroom({ ledger, clock, outbox, redis: settings.redis });
    const players = await setStage(ledger, settings.from);
    const troupe = new Troupe(ledger, players, settings.from);
    const running = { settings, clock, mailroom, troupe, stop: stop.signal, language };
    const last = await live(running).finally(() => mailroom.close());
    await conclude({ ledger, players, outbox, folder, last }, running);
  } finally {
    await ledger.close();
    process.off('SIGINT', enough).off('SIGTERM', enough);
  }
}

/** Day after day. @returns the last day that was lived to its end, or the first one */
async function live({ settings, clock, mailroom, troupe, stop, language }: Running): Promise<string> {
  const { from, until } = settings;
  await troupe.begin();
  for (let day = from; day <= until; day = addDays(day, 1)) {
    if (!(await clock.reach(atLocalTime(day, '09:01'), stop))) return addDays(day, -1);
    const lines = (await mailroom.settle()).flatMap((post) => postLines(post, language));
    if (troupe.isBusyOn(day) && (await clock.reach(atLocalTime(day, '16:00'), stop))) {
      for (const deed of await troupe.act(day)) lines.push(...deedLines(deed, language));
      await clock.reach(atLocalTime(day, '16:01'), stop);
      for (const post of await mailroom.settle()) lines.push(...postLines(post, language));
    }
    if (lines.length > 0 && !settings.json) console.log([heading(day, language), ...lines].join('\n'));
  }
  return until;
}

/** What is left when the last day is over. */
interface Left {
  readonly ledger: Ledger;
  readonly players: readonly Player[];
  readonly outbox: string;
  readonly folder: string;
  readonly last: string;
}

async function conclude({ ledger, players, outbox, folder, last }: Left, { settings, mailroom, language }: Running) {
  const { from, until, json } = settings;
  const summary = await summaryOf(ledger, players, outbox);
  const queue = mailroom.queueName;
  const brokenOff = last < until;
  if (json) return console.log(JSON.stringify({ from, until: last, brokenOff, queue, folder, ...summary }, null, 2));
  const closing = { summary, from, until: last < from ? from : last, brokenOff, queue, folder };
  for (const line of closingLines(closing, language)) console.log(line);
}

/** A folder with nothing in it. @throws UsageFault when there is something: it may be somebody's administration */
function ownFolder(keep: string | undefined): string {
  if (keep === undefined) return mkdtempSync(join(tmpdir(), 'samenwerkt-jaar-'));
  const folder = resolve(keep);
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new UsageFault(
      `--keep ${keep}: in die map staat al iets. Noem een map die leeg is of nog niet bestaat.`,
      `--keep ${keep}: there is something in that folder. Name one that is empty or does not exist yet.`,
    );
  mkdirSync(folder, { recursive: true });
  return folder;
}
