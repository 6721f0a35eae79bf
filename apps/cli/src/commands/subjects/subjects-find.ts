import { type Command } from 'commander';
import { at } from '../../workplace.js';
import { subjectsGroup } from './group.js';

/** `samenwerkt subjects find`: who is named in partnerships. */
export function subjectsFind(program: Command): void {
  subjectsGroup(program)
    .command('find [naam]')
    .description('wie in partnerschappen genoemd wordt; met een deel van de naam: wie zo heet')
    .action((name: string | undefined, _options: object, command: Command) =>
      at(command, async ({ ledger, organisation, language }) => {
        const found = await ledger.subjectRights.find(organisation, name);
        for (const one of found) console.log(`${one.id}  ${one.name}  (${one.createdAt.slice(0, 10)})`);
        if (found.length === 0) console.log(language === 'nl' ? 'Niemand gevonden.' : 'Nobody found.');
      }),
    );
}
