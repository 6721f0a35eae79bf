import { secondsBetween } from '@samenwerkt/calendar';
import { type Command } from 'commander';
import { healthLines } from '../../output/reminders.js';
import { at } from '../../workplace.js';
import { remindersGroup } from './group.js';

/** `samenwerkt reminders health`: how many there are in each state, and what is late. */
export function remindersHealth(program: Command): void {
  remindersGroup(program)
    .command('health')
    .description('hoe het staat: aantallen per staat, en wat te laat is')
    .action((_options: object, command: Command) =>
      at(command, async ({ ledger, organisation, language }) => {
        const health = await ledger.reminders.health(organisation);
        const { since } = health.late;
        const lag = since === null ? 0 : secondsBetween(since, ledger.clock());
        for (const line of healthLines(health, lag, language)) console.log(line);
      }),
    );
}
