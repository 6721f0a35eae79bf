import { type Command } from 'commander';

/** The `pack` command, under which everything about making rule packs stands; made when it is not there yet. */
export function packGroup(program: Command): Command {
  const made = program.commands.find((command) => command.name() === 'pack');
  return made ?? program.command('pack').description('regelpakketten maken en nakijken');
}
