import { type Command } from 'commander';
import { addressLine, unaddressedLine } from '../../output/addresses.js';
import { at } from '../../workplace.js';
import { addressesGroup } from './group.js';

/** `samenwerkt addresses list`: who has an address, and who has mail coming and has none. */
export function addressesList(program: Command): void {
  addressesGroup(program)
    .command('list')
    .description('het adresboek, en de namen die er nog niet in staan')
    .action((_options: object, command: Command) =>
      at(command, async ({ ledger: { addresses }, organisation, language }) => {
        for (const address of await addresses.list(organisation)) console.log(addressLine(address));
        for (const name of await addresses.missing(organisation)) console.log(unaddressedLine(name, language));
      }),
    );
}
