import { type Command } from 'commander';

/** The `audit` command, that all commands about the audit log are under; made by whoever asks first. */
export function auditGroup(program: Command): Command {
  const existing = program.commands.find((command) => command.name() === 'audit');
  return existing ?? program.command('audit').description('logboek: wie wat met de administratie deed');
}
