import { LOCAL_ACTOR } from '@samenwerkt/ledger';
import { type Command } from 'commander';
import { at } from '../../workplace.js';
import { addressesGroup } from './group.js';

/** `samenwerkt addresses remove`: from now on the coordinator of the partnership gets that mail. */
export function addressesRemove(program: Command): void {
  addressesGroup(program)
    .command('remove <naam>')
    .description('haal een adres weg')
    .action((name: string, _options: object, command: Command) =>
      at(command, async ({ ledger, organisation, language }) => {
        await ledger.addresses.remove(organisation, name, LOCAL_ACTOR);
        console.log(language === 'nl' ? `Adres van ${name} weggehaald.` : `Address of ${name} removed.`);
      }),
    );
}
