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

/** Nobody finds their way among so many. */
export class TooManyViews extends LedgerError {
  readonly code = 'too-many-views';

  constructor(most: number) {
    super({
      nl: `U bewaart al ${most} weergaven. Verwijder er eerst een die u niet meer gebruikt.`,
      en: `You keep ${most} views already. Remove one that you no longer use first.`,
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

/** The password was right; a code from the authenticator app, or a recovery code, is still to come. */
export class CodeNeeded extends LedgerError {
  readonly code = 'code-needed';

  /** @param step token with which the code is given; goes to the browser alone */
  constructor(readonly step: string) {
    super({
      nl: 'Geef nu de code uit uw authenticator-app, of een herstelcode: POST /session/code, of op /aanmelden/code.',
      en: 'Now give the code from your authenticator app, or a recovery code: POST /session/code, or at /aanmelden/code.',
    });
  }
}

/** The password was right, and the organisation asks a code of this person, who has none set up yet. */
export class CodeSetUpNeeded extends LedgerError {
  readonly code = 'code-set-up-needed';

  /** @param step token with which it is set up; goes to the browser alone */
  constructor(readonly step: string) {
    super({
      nl: 'Uw organisatie vraagt bij uw rol een code bij het aanmelden. Stel die eerst in op /aanmelden/code.',
      en: 'Your organisation asks a code of your role when you sign in. Set it up first at /aanmelden/code.',
    });
  }
}

/** The code is wrong, too old, or was used before; which of these is not told. */
export class CodeWrong extends LedgerError {
  readonly code = 'code-wrong';

  constructor() {
    super({
      nl: 'Deze code klopt niet, is verlopen of is al gebruikt. Wacht op de volgende code en controleer of de klok van uw telefoon gelijk loopt.',
      en: 'This code is wrong, has expired or was used already. Wait for the next code, and check that the clock of your phone is right.',
    });
  }
}

/** Between password and code too much time went by, or there was no password. */
export class SignInStepGone extends LedgerError {
  readonly code = 'sign-in-step-gone';

  constructor() {
    super({
      nl: 'Het aanmelden duurde te lang. Begin opnieuw met uw e-mailadres en wachtwoord.',
      en: 'Signing in took too long. Start again with your email address and password.',
    });
  }
}

/** A code at sign-in is on already, or is not. */
export class SecondFactorState extends LedgerError {
  readonly code = 'second-factor-state';

  constructor(on: boolean) {
    super(
      on
        ? {
            nl: 'De code bij het aanmelden staat al aan. Zet die eerst uit.',
            en: 'The code at sign-in is on already. Turn it off first.',
          }
        : {
            nl: 'De code bij het aanmelden staat niet aan, of het instellen is nog niet begonnen.',
            en: 'The code at sign-in is not on, or setting it up has not begun.',
          },
    );
  }
}

/** The organisation requires a code of somebody with this role. */
export class SecondFactorRequired extends LedgerError {
  readonly code = 'second-factor-required';

  constructor() {
    super({
      nl: 'Uw organisatie vraagt bij uw rol een code bij het aanmelden; die kan niet uit. Vraag de beheerder om hem te wissen als u een andere telefoon heeft.',
      en: 'Your organisation asks a code of your role when you sign in; it cannot be turned off. Ask the administrator to reset it when you have another phone.',
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

/** Blocked here, whatever another party says of them. */
export class AccountBlocked extends LedgerError {
  readonly code = 'account-blocked';

  constructor() {
    super({
      nl: 'Uw account is hier geblokkeerd. Vraag de beheerder.',
      en: 'Your account is blocked here. Ask the administrator.',
    });
  }
}

/** A provider vouches for somebody who is not known here and may not come in unasked. */
export class IdentityUnknown extends LedgerError {
  readonly code = 'identity-unknown';

  constructor() {
    super({
      nl: 'U bent hier nog niet bekend. Vraag de beheerder om u toegang te geven.',
      en: 'You are not known here yet. Ask the administrator for access.',
    });
  }
}

/** Somebody here has the address already, and the provider may not link by address. */
export class IdentityTaken extends LedgerError {
  readonly code = 'identity-taken';

  constructor() {
    super({
      nl: 'Er is hier al een account met uw e-mailadres, dat niet aan deze aanbieder is gekoppeld. Meld u aan met uw wachtwoord, of vraag de beheerder.',
      en: 'There is an account with your email address here, which is not linked to this provider. Sign in with your password, or ask the administrator.',
    });
  }
}

/** What a provider says of somebody gives them no role, and nobody here did. */
export class IdentityWithoutRole extends LedgerError {
  readonly code = 'identity-without-role';

  constructor() {
    super({
      nl: 'U bent herkend, maar u heeft hier geen rol. Vraag de beheerder om een rol, of om de juiste groep bij de aanbieder.',
      en: 'You were recognised, but you have no role here. Ask the administrator for a role, or for the right group at the provider.',
    });
  }
}

/** The roles that a provider and people here gave do not go together. */
export class IdentityRolesClash extends LedgerError {
  readonly code = 'identity-roles-clash';

  constructor({ nl, en }: Text) {
    super({
      nl: `Uw rollen gaan niet samen: ${nl} Vraag de beheerder.`,
      en: `Your roles do not go together: ${en} Ask the administrator.`,
    });
  }
}

/** A sign-in by a provider that was not begun in this browser, took too long, or was finished already. */
export class ProviderSignInGone extends LedgerError {
  readonly code = 'provider-sign-in-gone';

  constructor() {
    super({
      nl: 'Deze aanmelding is niet in deze browser begonnen, duurde te lang, of is al gebruikt. Begin opnieuw.',
      en: 'This sign-in was not begun in this browser, took too long, or was used already. Start again.',
    });
  }
}

/** What is said of something that is not there for this organisation. */
export const PERSON: Text = { nl: 'persoon', en: 'person' };
