import { PERSON_ROLES, type PersonRole } from '@samenwerkt/access';
import { LOCAL_ACTOR } from '@samenwerkt/ledger';
import { type Command } from 'commander';
import { at } from '../../workplace.js';
import { peopleGroup } from './group.js';

/** Whoever reaches the database may do it for everybody. */
const BY = { id: LOCAL_ACTOR, roles: PERSON_ROLES.map(({ id }): PersonRole => id) };

/** `samenwerkt people erase`: destroys the key of an account; where histories name somebody is for `subjects erase`. */
export function peopleErase(program: Command): void {
  peopleGroup(program)
    .command('erase')
    .description('wis een account, voorgoed; wie in partnerschappen genoemd wordt, wist u met subjects erase')
    .requiredOption('--email <adres>', 'waarmee iemand zich aanmeldt')
    .requiredOption('--reason <tekst>', 'waarom; wordt bewaard, dus nooit de naam')
    .action(({ email, reason }: { email: string; reason: string }, command: Command) =>
      at(command, async ({ ledger, organisation, language }) => {
        const { id } = await ledger.people.byEmail(organisation, email);
        await ledger.people.erase(organisation, id, reason, BY);
        const nl = `Account ${id} is gewist; alle aanmeldingen, API-tokens en agenda-adressen ervan zijn beëindigd.`;
        const en = `Account ${id} is erased; all its sessions, API tokens and calendar addresses have ended.`;
        console.log({ nl, en }[language]);
      }),
    );
}
