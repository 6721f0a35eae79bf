import { type Command } from 'commander';

/** The `addresses` command, that all commands about the address book are under; made by whoever asks first. */
export function addressesGroup(program: Command): Command {
  const existing = program.commands.find((command) => command.name() === 'addresses');
  return existing ?? program.command('addresses').description('waar post voor rollen, functies en personen heen gaat');
}
