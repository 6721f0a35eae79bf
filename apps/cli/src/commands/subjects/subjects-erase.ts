import { PERSON_ROLES, type PersonRole } from '@samenwerkt/access';
import { LOCAL_ACTOR } from '@samenwerkt/ledger';
import { type Command } from 'commander';
import { at } from '../../workplace.js';
import { subjectsGroup } from './group.js';

/** Whoever reaches the database may do it for everybody. */
const BY = { id: LOCAL_ACTOR, roles: PERSON_ROLES.map(({ id }): PersonRole => id) };

/** `samenwerkt subjects erase`: destroys the key of somebody's name. */
export function subjectsErase(program: Command): void {
  subjectsGroup(program)
    .command('erase <id>')
    .description('wis iemand, voorgoed; de geschiedenis blijft kloppen')
    .requiredOption('--reason <tekst>', 'waarom; wordt bewaard, dus nooit de naam')
    .action((id: string, { reason }: { reason: string }, command: Command) =>
      at(command, async ({ ledger, organisation, language }) => {
        const { addresses, accounts } = await ledger.subjectRights.erase(organisation, id, {
          ...{ by: BY, reason, inPerson: true },
        });
        console.log(
          language === 'nl'
            ? `Gewist; ${addresses} mailadres(sen) uit het adresboek, ${accounts} account(s). Overal staat voortaan [gewist].`
            : `Erased; ${addresses} address(es) out of the address book, ${accounts} account(s). From now on it reads [erased] everywhere.`,
        );
      }),
    );
}
