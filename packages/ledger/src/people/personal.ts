/** What says who somebody is. Read and written here and nowhere else, so that encrypting it is a change to this file. */
interface Personal {
  readonly name: string;
  readonly email: string;
}

/** How it stands in the table `person`. */
interface PersonalColumns extends Personal {
  /** What an address is looked for by: the same for every way of writing it. */
  readonly emailKey: string;
}

/** As it is written. */
export function toColumns({ name, email }: Personal): PersonalColumns {
  return { name: name.trim(), email: email.trim(), emailKey: emailKey(email) };
}

/** As it was meant. */
export function fromColumns({ name, email }: Personal): Personal {
  return { name, email };
}

/** Capitals make no other address. */
export function emailKey(email: string): string {
  return email.trim().normalize('NFC').toLowerCase();
}
