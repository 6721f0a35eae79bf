import { PERSON_ROLES, type PersonRole } from '@samenwerkt/access';
import { LOCAL_ACTOR, NotFound, type Ledger, type Person } from '@samenwerkt/ledger';
import { type Command } from 'commander';
import { at } from '../../workplace.js';
import { peopleGroup } from './group.js';

interface Options {
  readonly email: string;
  readonly name: string;
  readonly role: readonly string[];
  readonly supplier?: string;
  readonly url?: string;
}

/** Whoever reaches the database may give every role. */
const BY = { id: LOCAL_ACTOR, roles: PERSON_ROLES.map(({ id }): PersonRole => id) };

/** `samenwerkt people invite`: somebody can sign in; also the first administrator, when nobody can yet. */
export function peopleInvite(program: Command): void {
  peopleGroup(program)
    .command('invite')
    .description(
      'nodig iemand uit; geeft een link om een wachtwoord te kiezen, en mailt er een. Nog eens: een nieuwe link',
    )
    .requiredOption('--email <adres>', 'waarmee iemand zich aanmeldt')
    .requiredOption('--name <naam>', 'hoe iemand heet')
    .requiredOption('--role <rol...>', `een of meer van: ${PERSON_ROLES.map(({ id }) => id).join(', ')}`)
    .option('--supplier <id>', 'leverancier, bij de rol opdrachtnemer')
    .option('--url <adres>', 'adres van het product (of PUBLIC_URL)')
    .action((options: Options, command: Command) =>
      at(
        command,
        async ({ ledger, organisation, language }) => {
          const { person, again } = await invited(ledger, organisation, options, language);
          const { token, endsAt } = await ledger.oneTimeLinks.mint(organisation, person.id, 'invitation');
          const base = options.url ?? process.env.PUBLIC_URL ?? `http://localhost:${process.env.PORT ?? '3000'}`;
          const roles = person.roles.map(({ role }) => role).join(', ');
          const nl = `${person.name} (${roles}) ${again ? 'was er al; rollen en naam zijn gelaten' : 'is uitgenodigd'}. Wachtwoord kiezen, één keer en tot ${endsAt}:`;
          const en = `${person.name} (${roles}) ${again ? 'was there already; roles and name were left' : 'has been invited'}. Choose a password, once and until ${endsAt}:`;
          console.log({ nl, en }[language]);
          console.log(`${base.replace(/\/+$/, '')}/aanmelden/uitnodiging/${token}`);
        },
        true,
      ),
    );
}

async function invited(
  ledger: Ledger,
  organisation: string,
  { email, name, role, supplier }: Options,
  language: 'nl' | 'en',
): Promise<{ person: Person; again: boolean }> {
  try {
    const person = await ledger.people.byEmail(organisation, email);
    await ledger.people.inviteAgain(organisation, person.id, BY);
    return { person, again: true };
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
    const fields = { email, name, language, roles: role, supplier };
    return { person: await ledger.people.invite(organisation, fields, BY), again: false };
  }
}
