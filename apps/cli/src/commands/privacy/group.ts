import { type Command } from 'commander';

/** The `privacy` command, that all commands about how long names are kept are under; made by whoever asks first. */
export function privacyGroup(program: Command): Command {
  const existing = program.commands.find((command) => command.name() === 'privacy');
  return (
    existing ??
    program.command('privacy').description('bewaartermijn van namen, en het minimum voor cijfers over groepen')
  );
}
