import { secondsAfter } from '@samenwerkt/calendar';
import { type Ledger } from '@samenwerkt/ledger';
import { nextTry } from '@samenwerkt/reminders';
import { type Command } from 'commander';
import { reconciledLine } from '../../output/reminders.js';
import { at } from '../../workplace.js';
import { remindersGroup } from './group.js';

/** As far ahead as waiting reminders are handed to whoever sends them. */
const DAY = 24 * 60 * 60;

/**
 * `samenwerkt reminders reconcile`: takes back what workers left, plans what was never planned, and marks what is due
 * within a day. Whoever sends
 * finds it at the next scan.
 */
export function remindersReconcile(program: Command): void {
  remindersGroup(program)
    .command('reconcile')
    .description('neem terug wat bleef liggen, en zet klaar wat binnen een dag uitgaat')
    .action((_options: object, command: Command) =>
      at(command, async ({ ledger, language }) => {
        const now = ledger.clock();
        const lost = await ledger.dispatch.reap((tries) => {
          const next = nextTry(tries, Math.random());
          return next.outcome === 'again' ? secondsAfter(now, next.afterSeconds) : undefined;
        });
        const planned = await planMissing(ledger);
        const waiting = await ledger.dispatch.queueUntil(secondsAfter(now, DAY));
        console.log(reconciledLine({ lost, planned, waiting: waiting.length }, language));
      }),
    );
}

/** Along all open moments, page by page. */
async function planMissing(ledger: Ledger): Promise<number> {
  let page = await ledger.missingReminders.plan();
  let total = page.planned;
  while (page.next) {
    page = await ledger.missingReminders.plan(page.next);
    total += page.planned;
  }
  return total;
}
