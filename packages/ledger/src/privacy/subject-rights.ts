import { type Audit } from '../audit/audit.js';
import { type Clock } from '../clock.js';
import { type Database } from '../database/database.js';
import { all, change, first, lock, sql, type Work } from '../database/work.js';
import { NotFound } from '../errors.js';
import { accountsNamed, eraseAccount, mustBeErasable } from '../people/erase-account.js';
import { type PersonState } from '../people/person.js';
import { type ByWhom } from '../people/person-rights.js';
import { type DataSubject, type DataSubjects } from './data-subjects.js';
import { eraseSubject, lineAbout } from './erase-subject.js';
import { AccountInPerson, SubjectErased } from './errors.js';
import { mustBeReason } from './reason.js';
import { referenceTo, replaced } from './references.js';
import { type Vault } from './vault.js';

/** One event that names somebody. */
interface Mention {
  readonly partnership: string;
  /** Title of the partnership. */
  readonly title: string;
  readonly sequence: number;
  readonly event: string;
  /** Instant (ISO, UTC). */
  readonly at: string;
  readonly lifecycle: string;
  /** Where in the data of the event, as JSON pointers. */
  readonly fields: readonly string[];
}

/** Everything that is on record about somebody: what they get when they ask for it (GDPR, article 15). */
export interface SubjectAccess {
  readonly subject: { readonly id: string; readonly name: string | null; readonly createdAt: string };
  readonly mentions: readonly Mention[];
  /** Reminders that are or were addressed to them by name. */
  readonly reminders: readonly {
    readonly id: string;
    readonly partnership: string;
    readonly kind: string;
    readonly dueAt: string;
    readonly state: string;
    readonly sentAt: string | null;
  }[];
  /** What they attested to have seen, as proof of an event. */
  readonly evidence: readonly {
    readonly partnership: string;
    readonly title: string;
    /** Number in the history of the event. */
    readonly sequence: number;
    readonly kind: string;
    readonly seenOn: string;
  }[];
  /** Their entries in the address book. */
  readonly addresses: readonly { readonly name: string; readonly email: string }[];
  /** Accounts of that name. */
  readonly accounts: readonly {
    readonly id: string;
    readonly email: string;
    readonly state: PersonState;
    readonly roles: readonly string[];
    readonly createdAt: string;
  }[];
}

/** To erase somebody: who asks it, and why; kept beside the moment, so never with the name. */
interface EraseSubject {
  readonly by: ByWhom;
  readonly reason: string;
  /** Whether somebody does it who signed in: no token erases an account. */
  readonly inPerson: boolean;
}

/** What came of it. */
interface Erased {
  readonly id: string;
  /** Instant (ISO, UTC). */
  readonly erasedAt: string;
  /** How many entries of the address book went with it. */
  readonly addresses: number;
  /** How many accounts of that name were erased with it. */
  readonly accounts: number;
}

const SUBJECT = { nl: 'persoon', en: 'data subject' };

const FOUND = sql<{ createdAt: string; erasedAt: string | null; name: string | null }>(
  `SELECT created_at AS "createdAt", erased_at AS "erasedAt", name FROM data_subject
   WHERE id = @id AND organisation_id = @organisation`,
);
const PARTNERSHIPS = sql<{ id: string }>(
  'SELECT id FROM partnership WHERE organisation_id = @organisation AND id > @after ORDER BY id LIMIT @limit',
);
const MENTIONS = sql<Omit<Mention, 'fields'> & { data: string }>(
  `SELECT h.partnership_id AS partnership, p.title, h.sequence, h.event, h.at, h.lifecycle_id AS lifecycle, h.data
   FROM history AS h JOIN partnership AS p ON p.id = h.partnership_id
   WHERE h.organisation_id = @organisation AND h.partnership_id > @after AND h.partnership_id <= @until
     AND h.data LIKE @reference
   ORDER BY h.partnership_id, h.sequence`,
);
const REMINDERS = sql<SubjectAccess['reminders'][number]>(
  `SELECT id, partnership_id AS partnership, kind, due_at AS "dueAt", state, sent_at AS "sentAt" FROM reminder
   WHERE organisation_id = @organisation AND recipient = @recipient ORDER BY due_at, id`,
);
const EVIDENCE = sql<SubjectAccess['evidence'][number]>(
  `SELECT a.partnership_id AS partnership, p.title, a.sequence, a.kind, a.seen_on AS "seenOn"
   FROM attestation AS a JOIN partnership AS p ON p.id = a.partnership_id
   WHERE a.organisation_id = @organisation AND a.seen_by = @seenBy ORDER BY a.seen_on, a.id`,
);
const ADDRESSES = sql<{ name: string; email: string }>(
  'SELECT name, email FROM address WHERE organisation_id = @organisation ORDER BY name',
);
const LOCK = sql('SELECT 1 FROM organisation WHERE id = @organisation');
const FORGET_ADDRESS = sql('DELETE FROM address WHERE organisation_id = @organisation AND name = @name');

/** Partnerships whose histories are looked through in one go, so that others get their turn. */
const PAGE = 500;

interface Parts {
  readonly database: Database;
  readonly subjects: DataSubjects;
  readonly vault: Vault;
  readonly audit: Audit;
  readonly clock: Clock;
}

/** What somebody may ask about what is on record of them: to find it, to have it, and to have it erased. */
export class SubjectRights {
  constructor(private readonly parts: Parts) {}

  /** Everybody whose name holds this text; everybody without one. In the order in which they were first named. */
  find(organisation: string, name = ''): Promise<DataSubject[]> {
    return this.parts.database.read(() => this.parts.subjects.named(organisation, name));
  }

  /**
   * Everything that refers to somebody; of somebody who was erased, where they stood. That it was read is put on record first.
   * @throws NotFound
   */
  async access(organisation: string, id: string, actorId: string): Promise<SubjectAccess> {
    const { audit } = this.parts;
    const { createdAt } = await this.parts.database.write(function* () {
      const found = yield* existing(organisation, id);
      yield* audit.record({ ...lineAbout(organisation, id, actorId), action: 'data-subject.exported' });
      return found;
    });
    const name = await this.nameOf(organisation, id);
    const mentions: Mention[] = [];
    for (let after = ''; ;) {
      const page = await this.parts.database.read(() => mentioned(organisation, id, after));
      mentions.push(...page.mentions);
      if (page.last === undefined) break;
      after = page.last;
    }
    const rest = await this.parts.database.read(() => besideHistories(this.parts.vault, organisation, id, name));
    return { subject: { id, name: name ?? null, createdAt }, mentions, ...rest };
  }

  /**
   * Erases somebody: their key is destroyed, so that the name is gone wherever it stands. Histories keep their references,
   * and their chains hold. Their entries in the address book and their account go too: the same name is the same person
   * there as well. Cannot be undone.
   * @throws NotFound, DataInvalid, SubjectErased when it was done before, AccountInPerson, LastAdministrator and RoleNotYours for the account
   */
  async erase(organisation: string, id: string, { by, reason, inPerson }: EraseSubject): Promise<Erased> {
    mustBeReason(reason);
    const name = await this.nameOf(organisation, id);
    const { parts } = this;
    const { vault, audit } = parts;
    const at = parts.clock();
    return parts.database.write(function* () {
      const { erasedAt } = yield* existing(organisation, id);
      if (erasedAt !== null) throw new SubjectErased(id);
      const addresses = yield* addressesOf(organisation, name);
      yield* lock(LOCK, { organisation });
      const accounts = name === undefined ? [] : yield* accountsNamed(vault, organisation, name);
      if (accounts.length > 0 && !inPerson) throw new AccountInPerson();
      yield* mustBeErasable(organisation, accounts, by);
      yield* eraseSubject({ vault, audit }, { organisation, id, actorId: by.id, reason, at });
      for (const address of addresses) yield* change(FORGET_ADDRESS, { organisation, name: address.name });
      for (const account of accounts) yield* eraseAccount(parts, { organisation, id: account.id, by, reason, at });
      return { id, erasedAt: at, addresses: addresses.length, accounts: accounts.length };
    });
  }

  private nameOf(organisation: string, id: string): Promise<string | undefined> {
    return this.parts.database.read(() => nameIn(this.parts.vault, organisation, id));
  }
}

function* nameIn(vault: Vault, organisation: string, id: string): Work<string | undefined> {
  const { name } = yield* existing(organisation, id);
  return name === null ? undefined : yield* vault.open(organisation, { subject: id, sealed: name });
}

function* existing(organisation: string, id: string) {
  const found = yield* first(FOUND, { organisation, id });
  if (!found) throw new NotFound(SUBJECT, id);
  return found;
}

/** The mentions in the next so many histories. @returns `last` undefined at the end */
function* mentioned(
  organisation: string,
  id: string,
  after: string,
): Work<{ mentions: Mention[]; last: string | undefined }> {
  const page = yield* all(PARTNERSHIPS, { organisation, after, limit: PAGE });
  const until = page.at(-1)?.id;
  if (until === undefined) return { mentions: [], last: undefined };
  const rows = yield* all(MENTIONS, { organisation, after, until, reference: `%${referenceTo(id)}%` });
  const mentions = rows.map(({ data, ...row }) => ({ ...row, fields: [...fieldsOf(JSON.parse(data), id)] }));
  return { mentions, last: until };
}

function* besideHistories(
  vault: Vault,
  organisation: string,
  id: string,
  name: string | undefined,
): Work<Pick<SubjectAccess, 'reminders' | 'evidence' | 'addresses' | 'accounts'>> {
  const reminders = yield* all(REMINDERS, { organisation, recipient: referenceTo(id) });
  const evidence = yield* all(EVIDENCE, { organisation, seenBy: referenceTo(id) });
  const people = name === undefined ? [] : yield* accountsNamed(vault, organisation, name);
  const accounts = people.map((one) => ({
    ...{ id: one.id, email: one.email, state: one.state, createdAt: one.createdAt },
    roles: one.roles.map(({ role }) => role),
  }));
  return { reminders, evidence, addresses: yield* addressesOf(organisation, name), accounts };
}

/** The address book is looked up by names, whatever their case. */
function* addressesOf(organisation: string, name: string | undefined): Work<{ name: string; email: string }[]> {
  if (name === undefined) return [];
  const book = yield* all(ADDRESSES, { organisation });
  return book.filter((entry) => entry.name.trim().toLowerCase() === name.toLowerCase());
}

/** JSON pointers to the texts that refer to somebody. */
function* fieldsOf(value: unknown, id: string, path = ''): Generator<string> {
  if (typeof value === 'string') {
    if (value !== replaced(value, (found) => (found === id ? '' : undefined))) yield path;
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, part] of Object.entries(value)) yield* fieldsOf(part, id, `${path}/${name}`);
  }
}
