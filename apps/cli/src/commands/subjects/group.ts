import { type Command } from 'commander';

/** The `subjects` command, that all commands about people in histories are under; made by whoever asks first. */
export function subjectsGroup(program: Command): Command {
  const existing = program.commands.find((command) => command.name() === 'subjects');
  return existing ?? program.command('subjects').description('mensen in partnerschappen: vinden, inzage geven, wissen');
}
