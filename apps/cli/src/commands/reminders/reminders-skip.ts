import { type Command } from 'commander';
import { actOn, REASON, type ActOptions } from './act-on.js';
import { remindersGroup } from './group.js';

/** `samenwerkt reminders skip`: it does not go out. */
export function remindersSkip(program: Command): void {
  remindersGroup(program)
    .command('skip <herinnering>')
    .description('sla een herinnering over: zij gaat niet uit')
    .requiredOption(...REASON)
    .action((id: string, options: ActOptions, command: Command) => actOn(command, id, { act: 'skip' }, options));
}
