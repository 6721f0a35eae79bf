import { type DataProblem, type Refusal, type Text } from '@samenwerkt/engine';

/** An error of the ledger with a stable code and a text in both languages that says what to do. */
export abstract class LedgerError extends Error {
  abstract readonly code: string;

  constructor(readonly text: Text) {
    super(text.en);
    this.name = new.target.name;
  }
}

/** The database at the configured address does not answer, or not as it should. */
export class DatabaseUnreachable extends LedgerError {
  readonly code = 'database-unreachable';

  constructor(cause: unknown) {
    const why = cause instanceof Error ? cause.message || String((cause as { code?: unknown }).code) : String(cause);
    super({
      nl: `De database antwoordt niet: ${why}. Controleer adres, naam en wachtwoord in DATABASE_URL en of PostgreSQL draait.`,
      en: `The database does not answer: ${why}. Check address, name and password in DATABASE_URL and whether PostgreSQL runs.`,
    });
    this.cause = cause;
  }
}

/** `DATABASE_URL` is not the address of a PostgreSQL database. It may hold a password, so it is not repeated. */
export class DatabaseUrlInvalid extends LedgerError {
  readonly code = 'database-url-invalid';

  constructor() {
    super({
      nl: 'DATABASE_URL is geen adres van een PostgreSQL-database; schrijf postgres://gebruiker:wachtwoord@host:5432/naam, of laat haar weg voor SQLite.',
      en: 'DATABASE_URL is not the address of a PostgreSQL database; write postgres://user:password@host:5432/name, or leave it out for SQLite.',
    });
  }
}

/** The reminder is where nothing of the kind can be done with it any more. */
export class ReminderNotOpen extends LedgerError {
  readonly code = 'reminder-not-open';

  constructor(
    readonly id: string,
    state: Text,
    act: Text,
  ) {
    super({
      nl: `Herinnering ${id} is ${state.nl}; ${act.nl} kan dan niet. Haal haar opnieuw op: er kan intussen iets mee gebeurd zijn.`,
      en: `Reminder ${id} is ${state.en}; ${act.en} is not possible then. Fetch it again: something may have happened to it meanwhile.`,
    });
  }
}

/** Something happened to the reminder after somebody looked at it. */
export class ReminderChanged extends LedgerError {
  readonly code = 'reminder-changed';

  constructor(readonly id: string) {
    super({
      nl: `Herinnering ${id} is intussen veranderd en daarom met rust gelaten. Bekijk haar opnieuw en beslis dan.`,
      en: `Reminder ${id} has changed meanwhile and was therefore left alone. Look at it again and decide then.`,
    });
  }
}

/** A reminder cannot be moved to a moment that is over. */
export class ReminderMomentPast extends LedgerError {
  readonly code = 'reminder-moment-past';

  constructor(dueAt: string) {
    super({
      nl: `${dueAt} is al voorbij. Kies een moment dat nog komt, of gebruik opnieuw proberen om haar nu te versturen.`,
      en: `${dueAt} is over. Choose a moment that is to come, or use trying again to send it now.`,
    });
  }
}

/** More reminders than one act can be done on. */
export class RemindersTooMany extends LedgerError {
  readonly code = 'reminders-too-many';

  constructor(most: number) {
    super({
      nl: `De selectie telt meer dan ${most} herinneringen. Maak haar kleiner, bijvoorbeeld per soort of per maand.`,
      en: `The selection holds more than ${most} reminders. Make it smaller, by kind or by month for example.`,
    });
  }
}

/** No calendar has this token, or it was withdrawn. The token is a secret, so it is not repeated. */
export class CalendarUnknown extends LedgerError {
  readonly code = 'calendar-unknown';

  constructor() {
    super({
      nl: 'Deze agenda bestaat niet, of haar adres is ingetrokken. Vraag de beheerder om een nieuw adres.',
      en: 'This calendar does not exist, or its address was withdrawn. Ask the administrator for a new address.',
    });
  }
}

/** The organisation has no such partnership, contract, supplier or pack. */
export class NotFound extends LedgerError {
  readonly code = 'not-found';

  constructor(what: Text, key: string) {
    super({
      nl: `Er is geen ${what.nl} ${key}. Kijk het kenmerk na in de lijst.`,
      en: `There is no ${what.en} ${key}. Check the reference in the list.`,
    });
  }
}

/** The partnership is there, but had not begun on the day asked about. */
export class NotYetBegun extends LedgerError {
  readonly code = 'not-yet-begun';

  constructor(date: string) {
    super({
      nl: `Op ${date} was dit partnerschap nog niet begonnen. Vraag een latere dag.`,
      en: `On ${date} this partnership had not begun yet. Ask for a later day.`,
    });
  }
}

/** The reference fits more than one. */
export class Ambiguous extends LedgerError {
  readonly code = 'ambiguous';

  constructor(reference: string, ids: readonly string[]) {
    super({
      nl: `${reference} past op meer partnerschappen; noem er een bij zijn id: ${ids.join(', ')}`,
      en: `${reference} fits several partnerships; name one by its id: ${ids.join(', ')}`,
    });
  }
}

/** Somebody else was first: the partnership has another version than the one the command was based on. */
export class VersionConflict extends LedgerError {
  readonly code = 'version-conflict';

  constructor(
    readonly expected: number,
    readonly current: number,
  ) {
    super({
      nl: `Het partnerschap is intussen gewijzigd: versie ${current} in plaats van ${expected}. Haal het opnieuw op en kijk of het nog klopt.`,
      en: `The partnership has changed meanwhile: version ${current} instead of ${expected}. Fetch it again and see whether it still holds.`,
    });
  }
}

/** The idempotency key was used before for something else. */
export class IdempotencyConflict extends LedgerError {
  readonly code = 'idempotency-conflict';

  constructor(key: string) {
    super({
      nl: `Idempotency-Key ${key} is al gebruikt voor een ander verzoek. Gebruik een nieuwe sleutel.`,
      en: `Idempotency-Key ${key} was used before for another request. Use a new key.`,
    });
  }
}

/** The rules, the lifecycle or the data stand in the way; the refusal holds every reason. */
export class EventRefused extends LedgerError {
  readonly code: string;

  constructor(readonly refusal: Refusal) {
    super(refusal.message);
    this.code = {
      unknownEvent: 'unknown-event',
      eventNotPossible: 'event-not-possible',
      dataInvalid: 'data-invalid',
      notAllowed: 'not-allowed',
      partnershipDone: 'partnership-done',
      packNotForLifecycle: 'pack-not-for-lifecycle',
      alreadyOnPack: 'already-on-pack',
    }[refusal.cause];
  }
}

/** The facts of a contract, or another thing to record, are not right. */
export class DataInvalid extends LedgerError {
  readonly code = 'data-invalid';

  constructor(readonly problems: readonly DataProblem[]) {
    super({
      nl: 'De gegevens kloppen niet; verbeter de genoemde velden.',
      en: 'The data is not right; mend the fields named.',
    });
  }
}

/** The organisation has such a thing already. */
export class AlreadyExists extends LedgerError {
  readonly code = 'already-exists';

  constructor(what: Text, key: string) {
    super({
      nl: `${what.nl} ${key} bestaat al. Gebruik de bestaande, of kies een ander kenmerk.`,
      en: `${what.en} ${key} exists already. Use the existing one, or choose another reference.`,
    });
  }
}

/** The partnership was found damaged and is set apart until it is rebuilt. */
export class PartnershipQuarantined extends LedgerError {
  readonly code = 'partnership-quarantined';

  constructor(
    readonly id: string,
    readonly reason: string,
  ) {
    super({
      nl: `Partnerschap ${id} is apart gezet: ${reason}. Herstel het met: samenwerkt rebuild ${id}`,
      en: `Partnership ${id} is quarantined: ${reason}. Mend it with: samenwerkt rebuild ${id}`,
    });
  }
}

/** The pack a partnership is pinned to is not there. */
export class PackUnavailable extends LedgerError {
  readonly code = 'pack-unavailable';

  constructor(name: string, version: string) {
    super({
      nl: `Regelpakket ${name} ${version} is niet geladen. Zet het in de map met regelpakketten en start opnieuw.`,
      en: `Rule pack ${name} ${version} is not loaded. Put it in the folder of rule packs and start again.`,
    });
  }
}

/** A policy regression of the organisation is running; one at a time. */
export class RegressionRunning extends LedgerError {
  readonly code = 'regression-running';

  constructor(readonly id: string) {
    super({
      nl: `Er loopt al een regressie: ${id}. Wacht tot die klaar is, of stop die eerst.`,
      en: `A regression is running already: ${id}. Wait until it is done, or stop it first.`,
    });
  }
}

/** Partnerships of the organisation are being moved to another pack; one run at a time. */
export class PackMigrationRunning extends LedgerError {
  readonly code = 'pack-migration-running';

  constructor(readonly id: string) {
    super({
      nl: `Er worden al partnerschappen overgezet: ${id}. Wacht tot dat klaar is, of stop het eerst.`,
      en: `Partnerships are being moved already: ${id}. Wait until that is done, or stop it first.`,
    });
  }
}

/** More partnerships than can be moved in one go. */
export class SelectionTooLarge extends LedgerError {
  readonly code = 'selection-too-large';

  constructor(most: number) {
    super({
      nl: `De selectie telt meer dan ${most} partnerschappen. Maak haar kleiner, bijvoorbeeld per fase of per coördinator.`,
      en: `The selection holds more than ${most} partnerships. Make it smaller, by phase or by coordinator for example.`,
    });
  }
}

/** The chain of a history is broken; rebuilding would paper over it. */
export class ChainBroken extends LedgerError {
  readonly code = 'chain-broken';

  constructor(
    id: string,
    readonly sequences: readonly number[],
  ) {
    const where = sequences.join(', ');
    super({
      nl: `De keten van ${id} is verbroken bij gebeurtenis ${where}. Zet een back-up terug, of leg het vast met --accept-break "reden".`,
      en: `The chain of ${id} is broken at event ${where}. Restore a backup, or put it on record with --accept-break "reason".`,
    });
  }
}

/** The ledger was closed while the command waited; it has not been carried out. */
export class LedgerClosed extends LedgerError {
  readonly code = 'ledger-closed';

  constructor() {
    super({
      nl: 'De administratie wordt afgesloten; dit is niet vastgelegd. Probeer het na de herstart opnieuw.',
      en: 'The ledger is closing; this was not recorded. Try again after the restart.',
    });
  }
}

/**
 * A history could not be taken over. Not a `LedgerError`: by now something has been written, and the transaction must
 * roll back.
 */
export class TakeOverFailed extends Error {
  readonly code = 'take-over-failed';

  constructor(
    readonly contract: string,
    readonly event: string,
    override readonly cause: unknown,
  ) {
    super(`${contract}: ${event}: ${explanation(cause)}`);
    this.name = 'TakeOverFailed';
  }
}

function explanation(cause: unknown): string {
  if (!(cause instanceof EventRefused)) return cause instanceof Error ? cause.message : String(cause);
  const { message, problems, reasons } = cause.refusal;
  const faults = problems.map(({ path, message: text }) => `${path} ${text.nl}`);
  const blocks = reasons
    .filter(({ severity }) => severity === 'block')
    .map(({ id, message: text }) => `${id} ${text.nl}`);
  return [message.nl, ...faults, ...blocks].join(' ');
}
