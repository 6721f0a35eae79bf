import { bsnProblem, findBsn, ROLES, type DataProblem } from '@samenwerkt/engine';
import { type Audit, type AuditRecord } from '../audit/audit.js';
import { type Clock } from '../clock.js';
import { type Database } from '../database/database.js';
import { all, change, sql, type Work } from '../database/work.js';
import { DataInvalid, NotFound } from '../errors.js';
import { ERASED, type DataSubjects } from '../privacy/data-subjects.js';
import { mailedNames, unaddressed, type Unaddressed } from './unaddressed.js';

/** Where mail for a role, function or person goes, and the language it is in. */
export interface Address {
  /** A role (`coordinator`), or a function or person as partnerships have it on record (`Coördinator Inkoop`). */
  readonly name: string;
  readonly email: string;
  readonly language: 'nl' | 'en';
}

const LIST = sql<Address>(
  'SELECT name, email, language FROM address WHERE organisation_id = @organisation ORDER BY name',
);
const PUT = sql(
  `INSERT INTO address (organisation_id, name, email, language, updated_at)
   VALUES (@organisation, @name, @email, @language, @at)
   ON CONFLICT (organisation_id, name) DO UPDATE
   SET email = excluded.email, language = excluded.language, updated_at = excluded.updated_at`,
);
const REMOVE = sql('DELETE FROM address WHERE organisation_id = @organisation AND name = @name');

const oneAddress = /^[^\s<>()[\]"@,;:\\\p{Cc}]{1,64}@[^\s<>()[\]"@,;:\\\p{Cc}]{1,255}$/u;

interface Parts {
  readonly database: Database;
  readonly subjects: DataSubjects;
  readonly audit: Audit;
  readonly clock: Clock;
}

/** The address book of each organisation, until people have accounts of their own. */
export class Addresses {
  constructor(private readonly parts: Parts) {}

  /** All of an organisation's, by name. */
  list(organisation: string): Promise<Address[]> {
    return this.parts.database.read(() => all(LIST, { organisation }));
  }

  /** Names that open reminders and partnerships have on record and that have no address. Who was erased is not among them. */
  async missing(organisation: string): Promise<Unaddressed[]> {
    const book = await this.list(organisation);
    const named = await this.parts.database.read(() => mailedNames(organisation));
    const shown = await this.parts.subjects.shown(organisation, named, 'nl');
    return unaddressed(
      shown.filter(({ name }) => name !== ERASED.nl),
      book.map(({ name }) => name),
    );
  }

  /**
   * Adds an address, or takes the place of the one there was for that name.
   * @returns the entry as it is kept
   * @throws DataInvalid
   */
  async put(organisation: string, { name, email, language }: Address, actor: string): Promise<Address> {
    const entry = { name: name.trim(), email: email.trim(), language };
    const problems = problemsOf(entry);
    if (problems.length > 0) throw new DataInvalid(problems);
    await this.parts.database.write(() => this.kept(organisation, entry, actor));
    return entry;
  }

  /** @throws NotFound */
  async remove(organisation: string, name: string, actor: string): Promise<void> {
    await this.parts.database.write(() => this.removed(organisation, name.trim(), actor));
  }

  private *kept(organisation: string, entry: Address, actor: string): Work<void> {
    yield* change(PUT, { organisation, ...entry, at: this.parts.clock() });
    yield* this.record('address.put', organisation, entry.name, actor);
  }

  private *removed(organisation: string, name: string, actor: string): Work<void> {
    if ((yield* change(REMOVE, { organisation, name })) === 0)
      throw new NotFound({ nl: 'adres voor', en: 'address for' }, name);
    yield* this.record('address.removed', organisation, name, actor);
  }

  /** The line can never be changed, so whoever is not a role is in it by reference. */
  private *record(action: AuditRecord['action'], organisation: string, name: string, actor: string): Work<void> {
    const isRole = (ROLES as readonly string[]).includes(name);
    const id = isRole ? name : yield* this.parts.subjects.referenceFor(organisation, name);
    yield* this.parts.audit.record({ organisation, actor, action, subject: { kind: 'address', id } });
  }
}

const CHECKS: readonly (DataProblem & { readonly isRight: (address: Address) => boolean })[] = [
  {
    path: 'name',
    code: 'required',
    isRight: ({ name }) => name !== '' && name.length <= 200,
    message: {
      nl: 'noem een rol, functie of persoon in hooguit 200 tekens.',
      en: 'name a role, function or person in 200 characters at most.',
    },
  },
  {
    ...bsnProblem('name'),
    isRight: ({ name }) => findBsn(name) === undefined,
  },
  {
    ...bsnProblem('email'),
    isRight: ({ email }) => findBsn(email) === undefined,
  },
  {
    path: 'email',
    code: 'format',
    isRight: ({ email }) => oneAddress.test(email),
    message: {
      nl: 'is geen mailadres; geef er één als naam@gemeente.nl.',
      en: 'is not a mail address; give one such as name@municipality.nl.',
    },
  },
  {
    path: 'language',
    code: 'enum',
    isRight: ({ language }) => ['nl', 'en'].includes(language),
    message: { nl: 'kies nl of en.', en: 'choose nl or en.' },
  },
];

function problemsOf(address: Address): DataProblem[] {
  return CHECKS.filter(({ isRight }) => !isRight(address)).map(({ path, code, message }) => ({ path, code, message }));
}
