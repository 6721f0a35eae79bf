import { existsSync, readdirSync } from 'node:fs';
import { type Ledger, type ReminderLine } from '@samenwerkt/ledger';
import { ORGANISATION, type Player } from './stage.js';
import { KINDS } from './story.js';

/** How the story ended, read from the ledger and the folder of mail. */
export interface Summary {
  readonly partnerships: number;
  /** Reminders and messages of all kinds that were ever planned. */
  readonly planned: number;
  readonly sent: number;
  /** Of those: later steps, to somebody else because it had not happened. */
  readonly escalated: number;
  /** Conversations that are on record as held. */
  readonly held: number;
  /** Moments that an event or another pack put on another date. */
  readonly replanned: number;
  /** Called off because it happened, or is no longer asked; and replaced by another. */
  readonly cancelled: number;
  readonly superseded: number;
  /** Still to come. */
  readonly waiting: number;
  /** Attempts that failed, whatever became of it later. */
  readonly failures: number;
  /** Sent more often than once: by the ledger, and by the message ids of the files. */
  readonly duplicates: number;
  /** Sent before their moment. */
  readonly early: number;
  /** Files of mail. */
  readonly mails: number;
  /** Events on record, and partnerships whose chain of events does not hold. */
  readonly events: number;
  readonly broken: number;
}

/** Counts what is on record. @param outbox folder of mail */
export async function summaryOf(ledger: Ledger, players: readonly Player[], outbox: string): Promise<Summary> {
  const lines = await allReminders(ledger);
  const count = (...states: readonly string[]) => lines.filter(({ state }) => states.includes(state)).length;
  const sent = lines.filter(({ state }) => state === 'sent');
  const mails = existsSync(outbox) ? readdirSync(outbox).filter((file) => file.endsWith('.eml')) : [];
  const histories = await Promise.all(players.map(({ partnership }) => historyOf(ledger, partnership, lines)));
  const total = (what: 'held' | 'replanned' | 'events' | 'broken') =>
    histories.reduce((sum, one) => sum + one[what], 0);
  return {
    partnerships: players.length,
    planned: lines.length,
    sent: sent.length,
    escalated: sent.filter(({ step, kind, purpose }) => step > 0 && KINDS.has(kind) && purpose === 'ask').length,
    held: total('held'),
    replanned: total('replanned'),
    cancelled: count('cancelled'),
    superseded: count('superseded'),
    waiting: count('planned', 'queued', 'sending', 'failed'),
    failures: lines.reduce((sum, { state, attempts }) => sum + attempts - (state === 'sent' ? 1 : 0), 0),
    duplicates: repeated(sent.map(nameOf)) + repeated(mails.map((file) => file.replace(/^[^_]*_/, ''))),
    early: sent.filter(({ sentAt, dueAt }) => sentAt === null || sentAt < dueAt).length,
    mails: mails.length,
    events: total('events'),
    broken: total('broken'),
  };
}

const PAGE = 1000;

async function allReminders(ledger: Ledger): Promise<ReminderLine[]> {
  const lines: ReminderLine[] = [];
  let page = await ledger.reminders.page(ORGANISATION, {}, PAGE);
  lines.push(...page.items);
  while (page.next) {
    page = await ledger.reminders.page(ORGANISATION, {}, PAGE, page.next);
    lines.push(...page.items);
  }
  return lines;
}

async function historyOf(ledger: Ledger, partnership: string, lines: readonly ReminderLine[]) {
  const history = await ledger.histories.all(ORGANISATION, partnership);
  const { intact, snapshotMatches } = await ledger.caretaker.verify(ORGANISATION, partnership);
  const own = lines.filter(
    ({ partnershipId, kind, purpose }) => partnershipId === partnership && KINDS.has(kind) && purpose === 'ask',
  );
  const moves = history
    .filter(({ event }) => event !== HELD)
    .flatMap(({ sequence }) =>
      [...KINDS].filter(
        (kind) =>
          own.some((line) => line.kind === kind && line.closedBy === sequence) &&
          own.some((line) => line.kind === kind && line.setBy === sequence),
      ),
    );
  return {
    held: history.filter(({ event }) => event === HELD).length,
    replanned: moves.length,
    events: history.length,
    broken: intact && snapshotMatches ? 0 : 1,
  };
}

const HELD = 'gesprekVastleggen';

function nameOf({ partnershipId, kind, occurrence, revision, purpose, step }: ReminderLine): string {
  return `${partnershipId ?? 'regelpakket'} ${kind} ${occurrence} ${revision} ${purpose} ${step}`;
}

function repeated(names: readonly string[]): number {
  return names.length - new Set(names).size;
}
