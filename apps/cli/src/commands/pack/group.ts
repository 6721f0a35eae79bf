import { type Command } from 'commander';

/** The `pack` command, that all commands about rule packs are under; made by whoever asks first. */
export function packGroup(program: Command): Command {
  const existing = program.commands.find((command) => command.name() === 'pack');
  return existing ?? program.command('pack').description('regelpakketten schrijven, nakijken en inpakken');
}
