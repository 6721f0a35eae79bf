import { PERSON_ROLES, TOKEN_SCOPES, type PersonRole } from '@samenwerkt/access';
import { ledgerLocation, LOCAL_ORGANISATION, openLedger } from '@samenwerkt/ledger';
import { databaseOf } from './database.js';

/** Every role that one person can have: an opdrachtnemer has no other. */
const ALL_ROLES = PERSON_ROLES.map(({ id }) => id).filter((role) => role !== 'opdrachtnemer');

/** Chosen by everybody here. */
export const PASSWORD = 'vier losse woorden samen';

/** Somebody who can sign in, and a token that asks in their name. */
export interface Member {
  readonly id: string;
  readonly email: string;
  /** For everything that a token can be for. */
  readonly token: string;
}

/** Who to add. */
interface Wanted {
  readonly roles?: readonly PersonRole[];
  readonly supplier?: string;
  readonly email?: string;
  readonly organisation?: string;
}

let members = 0;

/** Adds somebody to the administration of a folder, whatever else runs on it. */
export async function addMember(dataDir: string, wanted: Wanted = {}): Promise<Member> {
  const { roles = ALL_ROLES, supplier, organisation = LOCAL_ORGANISATION.id } = wanted;
  const email = wanted.email ?? `lid-${process.pid}-${++members}@merwedam.example`;
  const ledger = await openLedger(ledgerLocation(dataDir, databaseOf(dataDir)));
  try {
    const by = { id: 'proef', roles: ALL_ROLES };
    const fields = { name: `Lid ${members}`, email, language: 'nl', roles, supplier };
    const { id } = await ledger.people.invite(organisation, fields, by);
    const link = await ledger.oneTimeLinks.mint(organisation, id, 'invitation');
    await ledger.oneTimeLinks.use(link.token, PASSWORD);
    const { token } = await ledger.apiTokens.add(id, { name: 'Proef', scopes: TOKEN_SCOPES, days: 1 });
    return { id, email, token };
  } finally {
    await ledger.close();
  }
}
