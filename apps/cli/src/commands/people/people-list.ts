import { type Person } from '@samenwerkt/ledger';
import { type Command } from 'commander';
import { at } from '../../workplace.js';
import { peopleGroup } from './group.js';

const PAGE = 100;

/** `samenwerkt people list`: who can sign in, and as what. */
export function peopleList(program: Command): void {
  peopleGroup(program)
    .command('list')
    .description('wie zich kan aanmelden, en met welke rollen')
    .action((_options: object, command: Command) =>
      at(command, async ({ ledger, organisation }) => {
        let page: Person[] = [];
        do {
          page = await ledger.people.page(organisation, PAGE, page.at(-1)?.id);
          for (const { name, email, state, roles } of page)
            console.log(`${email}  ${name}  ${state}  ${roles.map(({ role }) => role).join(', ')}`);
        } while (page.length === PAGE);
      }),
    );
}
