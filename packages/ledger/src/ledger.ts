import 'reflect-metadata';
import { type Activity } from './activity.js';
import { Audit } from './audit/audit.js';
import { Moments } from './calendar/moments.js';
import { CalendarTokens } from './calendar/tokens.js';
import { WorkList } from './calendar/work-list.js';
import { systemClock, type Clock } from './clock.js';
import { type Database } from './database/database.js';
import { openPostgres } from './database/postgres.js';
import { openSqlite } from './database/sqlite.js';
import { sql, change } from './database/work.js';
import { EvidenceFiles } from './evidence/evidence-files.js';
import { Attestations } from './evidence/attestations.js';
import { Handovers } from './handovers/handovers.js';
import { Caretaker } from './integrity/caretaker.js';
import { Histories } from './integrity/history.js';
import { Leases } from './leases/leases.js';
import { RunLeases } from './leases/run-leases.js';
import { type LedgerLocation } from './location.js';
import { Organisations } from './organisations.js';
import { PackMigrations } from './pack-migrations/pack-migrations.js';
import { PackRegistry } from './packs/pack-registry.js';
import { PackShelf } from './packs/pack-shelf.js';
import { Contracts } from './queries/contracts.js';
import { Partnerships } from './queries/partnerships.js';
import { RecentChanges } from './queries/recent-changes.js';
import { ApiTokens } from './people/api-tokens.js';
import { Identities } from './people/identities.js';
import { AccountLetters } from './people/letters.js';
import { OneTimeLinks } from './people/links.js';
import { People } from './people/people.js';
import { ProviderSignIns } from './people/provider-sign-ins.js';
import { SavedViews } from './people/saved-views.js';
import { SecondFactor } from './people/second-factor.js';
import { Sessions } from './people/sessions.js';
import { SignIn } from './people/sign-in.js';
import { Addresses } from './reminders/addresses.js';
import { DispatchDesk } from './reminders/dispatch-desk.js';
import { MissingReminders } from './reminders/missing-reminders.js';
import { Reminders } from './reminders/reminders.js';
import { DataSubjects } from './privacy/data-subjects.js';
import { installationKey } from './privacy/installation-key.js';
import { sealAtStart } from './privacy/seal-at-start.js';
import { PrivacySettings } from './privacy/privacy-settings.js';
import { Retention } from './privacy/retention.js';
import { SubjectRights } from './privacy/subject-rights.js';
import { isSealed, openVault, type Vault } from './privacy/vault.js';
import { Regressions } from './regressions/regressions.js';
import { PartnershipWriter } from './writer/partnership-writer.js';

export interface LedgerOptions extends LedgerLocation {
  readonly clock?: Clock;
}

/** The truth: everything the product remembers, and the only way to change it. */
export interface Ledger {
  /** Who did what to the administration; acts add their own lines. */
  readonly audit: Audit;
  readonly shelf: PackShelf;
  readonly registry: PackRegistry;
  readonly writer: PartnershipWriter;
  readonly partnerships: Partnerships;
  readonly contracts: Contracts;
  readonly histories: Histories;
  readonly caretaker: Caretaker;
  readonly regressions: Regressions;
  readonly packMigrations: PackMigrations;
  readonly reminders: Reminders;
  /** Where dispatchers get their work. */
  readonly dispatch: DispatchDesk;
  readonly leases: Leases;
  /** Moments from before there were reminders. */
  readonly missingReminders: MissingReminders;
  /** Where mail for roles, functions and people goes. */
  readonly addresses: Addresses;
  readonly calendarTokens: CalendarTokens;
  readonly moments: Moments;
  readonly workList: WorkList;
  readonly recentChanges: RecentChanges;
  /** Where personal data is sealed, so that it can be erased. */
  readonly vault: Vault;
  /** Whom histories name: names for references, and who they are. */
  readonly subjects: DataSubjects;
  /** Who saw what proves the events of partnerships. */
  readonly attestations: Attestations;
  /** Files of it, where an organisation keeps them. */
  readonly evidenceFiles: EvidenceFiles;
  /** To find, hand over and erase what is on record of somebody. */
  readonly subjectRights: SubjectRights;
  /** What organisations chose about the people in their administration. */
  readonly privacySettings: PrivacySettings;
  /** Erases people when the term of their organisation is over. */
  readonly retention: Retention;
  readonly handovers: Handovers;
  readonly organisations: Organisations;
  /** Who may do something here, and as what. */
  readonly people: People;
  readonly sessions: Sessions;
  readonly signIn: SignIn;
  /** Codes beside a password. */
  readonly secondFactor: SecondFactor;
  /** People as other parties know them. */
  readonly identities: Identities;
  /** Who went to another party to sign in, and is to come back. */
  readonly providerSignIns: ProviderSignIns;
  readonly oneTimeLinks: OneTimeLinks;
  /** Letters about accounts that wait to be sent. */
  readonly accountLetters: AccountLetters;
  readonly apiTokens: ApiTokens;
  /** Views of lists that people keep. */
  readonly savedViews: SavedViews;
  readonly clock: Clock;
  /** What this process did, for those who keep it running; read from memory. */
  activity(): Activity;
  /** Adds the organisation when it is not known yet. */
  ensureOrganisation(id: string, name: string): Promise<void>;
  /** Whether the database answers. */
  isAlive(): Promise<boolean>;
  /** Finishes what waits, then closes the database. */
  close(): Promise<void>;
}

const ADD_ORGANISATION = sql(
  'INSERT INTO organisation (id, name, created_at) VALUES (@id, @name, @at) ON CONFLICT (id) DO NOTHING',
);

/** Opens the ledger, brings its tables up to date and prepares the writer. @throws DatabaseUnreachable, SecretKeyMissing, SecretKeyInvalid, SecretKeyLost, SecretKeyWrong */
export async function openLedger({ file, url, secretKey = {}, clock = systemClock }: LedgerOptions): Promise<Ledger> {
  const database = url === undefined ? await openSqlite(file) : await openPostgres(url);
  const vault = await vaultOf(database, { file, url, secretKey }, clock);
  const audit = new Audit(database, clock);
  const shelf = new PackShelf(database, audit, clock);
  const subjects = new DataSubjects(database, vault, clock);
  const writer = new PartnershipWriter(database, shelf, subjects, audit, clock);
  const histories = new Histories(database.dataSource);
  const runLeases = new RunLeases(database, clock);
  const regressions = new Regressions({ database, shelf, audit, leases: runLeases, clock });
  const partnerships = new Partnerships(database, writer, subjects);
  const packMigrations = new PackMigrations({
    ...{ database, writer, shelf, partnerships, audit, clock },
    leases: runLeases,
  });
  const leases = new Leases(database);
  const retention = new Retention({ database, vault, audit, leases, clock });
  return {
    audit,
    vault,
    subjects,
    attestations: new Attestations({ database, histories, shelf, subjects, vault, audit, clock }),
    evidenceFiles: new EvidenceFiles({ database, vault, audit, clock }),
    subjectRights: new SubjectRights({ database, subjects, vault, audit, clock }),
    shelf,
    registry: new PackRegistry({ database, shelf, vault, audit, clock }),
    writer,
    histories,
    regressions,
    packMigrations,
    clock,
    partnerships,
    contracts: new Contracts(database, audit, clock),
    caretaker: new Caretaker(database, writer, shelf, clock),
    reminders: new Reminders({ database, subjects, audit, clock }),
    dispatch: new DispatchDesk(database, clock),
    leases,
    privacySettings: new PrivacySettings({ database, audit, clock }),
    retention,
    missingReminders: new MissingReminders(database, shelf, clock),
    addresses: new Addresses({ database, subjects, audit, clock }),
    calendarTokens: new CalendarTokens({ database, vault, audit, clock }),
    moments: new Moments(database),
    workList: new WorkList(database, subjects),
    recentChanges: new RecentChanges(database, subjects),
    handovers: new Handovers({ database, partnerships, writer, subjects, audit }),
    organisations: new Organisations(database, { vault, audit }, clock),
    people: new People({ database, vault, audit, clock }),
    sessions: new Sessions(database, audit, clock),
    signIn: new SignIn({ database, vault, audit, clock }),
    secondFactor: new SecondFactor({ database, vault, audit, clock }),
    identities: new Identities({ database, vault, audit, clock }),
    providerSignIns: new ProviderSignIns(database, clock),
    oneTimeLinks: new OneTimeLinks(database, vault, audit, clock),
    accountLetters: new AccountLetters(database, vault, clock),
    apiTokens: new ApiTokens(database, audit, clock),
    savedViews: new SavedViews(database, clock),
    activity: () => ({ ...database.activity(), ...writer.tally }),
    ensureOrganisation: async (id, name) => {
      await database.write(() => change(ADD_ORGANISATION, { id, name, at: clock() }));
    },
    isAlive: () => database.isAlive(),
    close: async () => {
      retention.close();
      // All at once: from now on no command is taken, also while work in the background comes to its end.
      await Promise.all([writer.close(), regressions.close(), packMigrations.close()]);
      await database.close();
    },
  };
}

/** The vault of a database, with everything sealed that is to be; the database is closed again when its key is not there. */
async function vaultOf(database: Database, location: LedgerLocation, clock: Clock): Promise<Vault> {
  try {
    const key = installationKey(location.secretKey ?? {}, location, !(await isSealed(database)));
    const vault = await openVault(database, key, clock);
    await sealAtStart(database, vault);
    return vault;
  } catch (error) {
    await database.close();
    throw error;
  }
}
