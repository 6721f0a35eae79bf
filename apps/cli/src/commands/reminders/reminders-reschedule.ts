import { atLocalTime } from '@samenwerkt/calendar';
import { type Command } from 'commander';
import { actOn, REASON, type ActOptions } from './act-on.js';
import { remindersGroup } from './group.js';

interface Options extends ActOptions {
  readonly date: string;
  readonly time: string;
}

/** `samenwerkt reminders reschedule`: it goes out at another moment; the date it is about stays. */
export function remindersReschedule(program: Command): void {
  remindersGroup(program)
    .command('reschedule <herinnering>')
    .description('verzet een herinnering naar een ander moment; de uiterste datum verandert niet')
    .requiredOption('--date <datum>', 'datum in Nederland, bijvoorbeeld 2026-03-31')
    .option('--time <tijd>', 'tijd in Nederland', '09:00')
    .requiredOption(...REASON)
    .action((id: string, options: Options, command: Command) =>
      actOn(command, id, { act: 'reschedule', dueAt: atLocalTime(options.date, options.time) }, options),
    );
}
