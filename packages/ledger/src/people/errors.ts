import { type Text } from '@samenwerkt/engine';
import { LedgerError } from '../errors.js';

/** Address and password do not belong together, or there is no such person; which of the two is not told. */
export class SignInFailed extends LedgerError {
  readonly code = 'sign-in-failed';

  constructor() {
    super({
      nl: 'E-mailadres en wachtwoord horen niet bij elkaar. Probeer het opnieuw, of vraag een nieuw wachtwoord aan.',
      en: 'Email address and password do not belong together. Try again, or ask for a new password.',
    });
  }
}

/** Too many failures from here; trying again helps after a while. */
export class TooManyAttempts extends LedgerError {
  readonly code = 'too-many-attempts';

  constructor(readonly retryAfterSeconds: number) {
    super({
      nl: `Te veel mislukte pogingen vanaf dit adres. Wacht ${retryAfterSeconds} seconden en probeer het dan opnieuw.`,
      en: `Too many failed attempts from this address. Wait ${retryAfterSeconds} seconds and try again.`,
    });
  }
}

/** The link was used, has expired, was replaced, or never was one. */
export class LinkUnusable extends LedgerError {
  readonly code = 'link-unusable';

  constructor() {
    super({
      nl: 'Deze link werkt niet (meer): hij is gebruikt, verlopen of vervangen. Vraag een nieuwe aan op de aanmeldpagina, of aan de beheerder.',
      en: 'This link does not work (any more): it was used, has expired or was replaced. Ask for a new one on the sign-in page, or ask the administrator.',
    });
  }
}

/** An organisation without an administrator could let nobody in any more. */
export class LastAdministrator extends LedgerError {
  readonly code = 'last-administrator';

  constructor() {
    super({
      nl: 'Dit is de laatste actieve beheerder. Maak eerst iemand anders beheerder.',
      en: 'This is the last active administrator. Make somebody else administrator first.',
    });
  }
}

/** Only who has the role may give or take it. */
export class RoleNotYours extends LedgerError {
  readonly code = 'role-not-yours';

  constructor(role: string) {
    super({
      nl: `De rol ${role} kan alleen worden gegeven of genomen door wie haar zelf heeft. Vraag het een ${role}, of gebruik: samenwerkt people invite`,
      en: `The role ${role} can only be given or taken by who has it. Ask a ${role}, or use: samenwerkt people invite`,
    });
  }
}

/** Somebody who is blocked cannot be invited. */
export class PersonBlocked extends LedgerError {
  readonly code = 'person-blocked';

  constructor() {
    super({
      nl: 'Deze persoon is geblokkeerd. Hef dat eerst op.',
      en: 'This person is blocked. Lift that first.',
    });
  }
}

/** What is said of something that is not there for this organisation. */
export const PERSON: Text = { nl: 'persoon', en: 'person' };
