import { type Command } from 'commander';

/** The `evidence` command, that all commands about who saw which proof are under; made by whoever asks first. */
export function evidenceGroup(program: Command): Command {
  const existing = program.commands.find((command) => command.name() === 'evidence');
  return existing ?? program.command('evidence').description('bewijs bij een partnerschap: wie het zag en wanneer');
}
