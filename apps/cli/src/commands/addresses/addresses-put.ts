import { LOCAL_ACTOR } from '@samenwerkt/ledger';
import { type Command } from 'commander';
import { addressLine } from '../../output/addresses.js';
import { at } from '../../workplace.js';
import { addressesGroup } from './group.js';

interface Options {
  /** The ledger says what is wrong with another language. */
  readonly language: 'nl' | 'en';
}

/** `samenwerkt addresses put`: adds an address, or takes the place of the one there was. */
export function addressesPut(program: Command): void {
  addressesGroup(program)
    .command('put <naam> <mailadres>')
    .description('leg vast waar post voor een rol, functie of persoon heen gaat')
    .option('--language <taal>', 'taal van de berichten: nl of en', 'nl')
    .action((name: string, email: string, { language }: Options, command: Command) =>
      at(command, async ({ ledger, organisation }) =>
        console.log(addressLine(await ledger.addresses.put(organisation, { name, email, language }, LOCAL_ACTOR))),
      ),
    );
}
