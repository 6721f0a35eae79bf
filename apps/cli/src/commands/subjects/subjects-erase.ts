import { LOCAL_ACTOR } from '@samenwerkt/ledger';
import { type Command } from 'commander';
import { at } from '../../workplace.js';
import { subjectsGroup } from './group.js';

/** `samenwerkt subjects erase`: destroys the key of somebody's name. */
export function subjectsErase(program: Command): void {
  subjectsGroup(program)
    .command('erase <id>')
    .description('wis iemand, voorgoed; de geschiedenis blijft kloppen')
    .requiredOption('--reason <tekst>', 'waarom; wordt bewaard, dus nooit de naam')
    .action((id: string, { reason }: { reason: string }, command: Command) =>
      at(command, async ({ ledger, organisation, language }) => {
        const { addresses } = await ledger.subjectRights.erase(organisation, id, { actorId: LOCAL_ACTOR, reason });
        console.log(
          language === 'nl'
            ? `Gewist; ${addresses} mailadres(sen) uit het adresboek. Overal staat voortaan [gewist].`
            : `Erased; ${addresses} address(es) out of the address book. From now on it reads [erased] everywhere.`,
        );
      }),
    );
}
