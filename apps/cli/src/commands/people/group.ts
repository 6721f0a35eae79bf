import { type Command } from 'commander';

/** The `people` command, that all commands about people are under; made by whoever asks first. */
export function peopleGroup(program: Command): Command {
  const existing = program.commands.find((command) => command.name() === 'people');
  return existing ?? program.command('people').description('mensen die zich kunnen aanmelden, en hun rollen');
}
