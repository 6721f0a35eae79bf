import { PERSON_ROLES, type PersonRole } from '@samenwerkt/access';
import { LOCAL_ACTOR } from '@samenwerkt/ledger';
import { type Command } from 'commander';
import { at } from '../../workplace.js';
import { peopleGroup } from './group.js';

/** Whoever reaches the database may do it for everybody. */
const BY = { id: LOCAL_ACTOR, roles: PERSON_ROLES.map(({ id }): PersonRole => id) };

/** `samenwerkt people reset-code`: the way out for the last administrator who lost phone and recovery codes. */
export function peopleResetCode(program: Command): void {
  peopleGroup(program)
    .command('reset-code')
    .description('wis de code bij het aanmelden van iemand die telefoon en herstelcodes kwijt is')
    .requiredOption('--email <adres>', 'waarmee iemand zich aanmeldt')
    .action(({ email }: { email: string }, command: Command) =>
      at(
        command,
        async ({ ledger, organisation, language }) => {
          const { id, name } = await ledger.people.byEmail(organisation, email);
          await ledger.secondFactor.reset(organisation, id, BY);
          const nl = `De code van ${name} is gewist; alle aanmeldingen van die persoon zijn beëindigd.`;
          const en = `The code of ${name} was reset; all sessions of that person have ended.`;
          console.log({ nl, en }[language]);
        },
        true,
      ),
    );
}
