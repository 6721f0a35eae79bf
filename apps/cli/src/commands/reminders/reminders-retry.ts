import { type Command } from 'commander';
import { actOn, REASON, type ActOptions } from './act-on.js';
import { remindersGroup } from './group.js';

/** `samenwerkt reminders retry`: what failed or was skipped goes out after all. */
export function remindersRetry(program: Command): void {
  remindersGroup(program)
    .command('retry <herinnering>')
    .description('probeer opnieuw wat mislukte of werd overgeslagen')
    .requiredOption(...REASON)
    .action((id: string, options: ActOptions, command: Command) => actOn(command, id, { act: 'retry' }, options));
}
