import { type Work } from '../database/work.js';
import { type Vault } from '../privacy/vault.js';

/** What says who somebody is. Sealed and opened here and nowhere else. */
interface Personal {
  readonly name: string;
  readonly email: string;
}

/** How it stands in the table `person`. */
interface PersonalColumns extends Personal {
  /** What an address is looked for by: the same for every way of writing it, and unreadable. */
  readonly emailKey: string;
}

/** A row of `person` with what is needed to read it. */
export interface SealedPersonal extends Personal {
  readonly id: string;
  /** The key of the person, sealed with that of the installation; null once it is destroyed. */
  readonly wrapped: string | null;
}

/** Kept in the place of an address that was erased: no two are the same, and none is found. */
const ERASED_KEY = 'erased:';

/** As it is written: sealed with the key of this person, which is made when there is none yet. @throws SubjectErased */
export function* sealed(
  vault: Vault,
  { organisation, id }: { readonly organisation: string; readonly id: string },
  { name, email }: Personal,
): Work<PersonalColumns> {
  return {
    name: yield* vault.seal(organisation, id, name.trim()),
    email: yield* vault.seal(organisation, id, email.trim()),
    emailKey: emailIndex(vault, email),
  };
}

/** As it was meant; undefined once it is erased. @throws SealBroken */
export function opened(vault: Vault, { id, name, email, wrapped }: SealedPersonal): Personal | undefined {
  const plain = vault.opened(id, wrapped, name);
  return plain === undefined ? undefined : { name: plain, email: vault.opened(id, wrapped, email) ?? '' };
}

/** As it is written of somebody whose key is destroyed. */
export function erasedColumns(id: string): PersonalColumns {
  return { name: '', email: '', emailKey: ERASED_KEY + id };
}

/**
 * What an address is looked for by. Whoever signs in does not say for which organisation, so it is the same in all of this
 * installation, and says nothing in any other.
 */
export function emailIndex(vault: Vault, email: string): string {
  return vault.indexEverywhere('email', emailKey(email));
}

/** Capitals make no other address. */
function emailKey(email: string): string {
  return email.trim().normalize('NFC').toLowerCase();
}
