import { type Ledger } from '../ledger.js';
import { type Person } from '../people/person.js';
import { type PersonFields } from '../people/person-checks.js';
import { HERE } from './workbench.js';

/** Whoever set this up: may give every role. */
export const FOUNDER = { id: 'test', roles: ['beheerder', 'systeembeheerder'] } as const;

/** Long enough, and nobody's name. */
export const PASSWORD = 'vier losse woorden samen';

export const PLACE = { address: '192.0.2.1', program: 'Proef/1.0' };

/** Somebody who was invited and has not answered yet. */
export function invite(ledger: Ledger, fields: Partial<PersonFields> = {}, organisation = HERE): Promise<Person> {
  const { roles = ['coordinator'], email = 'Sanne@merwedam.example' } = fields;
  return ledger.people.invite(organisation, { name: 'Sanne de Wit', language: 'nl', ...fields, email, roles }, FOUNDER);
}

/** Somebody who has chosen a password. */
export async function member(
  ledger: Ledger,
  fields: Partial<PersonFields> = {},
  organisation = HERE,
  password = PASSWORD,
): Promise<Person> {
  const { id } = await invite(ledger, fields, organisation);
  const { token } = await ledger.oneTimeLinks.mint(organisation, id, 'invitation');
  await ledger.oneTimeLinks.use(token, password);
  return ledger.people.get(organisation, id);
}
