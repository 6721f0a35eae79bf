import { type Command } from 'commander';

/** The `reminders` command, that all commands about reminders are under; made by whoever asks first. */
export function remindersGroup(program: Command): Command {
  const existing = program.commands.find((command) => command.name() === 'reminders');
  return (
    existing ?? program.command('reminders').description('herinneringen: wat er uitgaat, waarom, en wat ervan werd')
  );
}
