import { LedgerError } from '../errors.js';

/** A sealed text was changed, or was sealed for somebody else. */
export class SealBroken extends LedgerError {
  readonly code = 'seal-broken';

  constructor(about: string) {
    super({
      nl: `Wat voor ${about} is versleuteld, is beschadigd. Zet een reservekopie van de administratie terug.`,
      en: `What is encrypted for ${about} is damaged. Restore a backup of the administration.`,
    });
  }
}

/** The installation key is needed, and not given. */
export class SecretKeyMissing extends LedgerError {
  readonly code = 'secret-key-missing';

  constructor() {
    super({
      nl: 'Met DATABASE_URL hoort een sleutel die alle processen delen: zet SECRET_KEY_FILE op een bestand, of SECRET_KEY op 32 bytes in base64 of hexadecimaal. Maak er een met: openssl rand -base64 32',
      en: 'DATABASE_URL needs a key that all processes share: set SECRET_KEY_FILE to a file, or SECRET_KEY to 32 bytes in base64 or hexadecimal. Make one with: openssl rand -base64 32',
    });
  }
}

/** The installation key cannot be read or is no key. It is a secret, so it is not repeated. */
export class SecretKeyInvalid extends LedgerError {
  readonly code = 'secret-key-invalid';

  constructor(where: string) {
    super({
      nl: `${where} bevat geen sleutel van 32 bytes in base64 of hexadecimaal, of is niet te lezen. Maak er een met: openssl rand -base64 32`,
      en: `${where} holds no key of 32 bytes in base64 or hexadecimal, or cannot be read. Make one with: openssl rand -base64 32`,
    });
  }
}

/** The administration was sealed, and the file with its key is gone. Another key is no use. */
export class SecretKeyLost extends LedgerError {
  readonly code = 'secret-key-lost';

  constructor(where: string) {
    super({
      nl: `${where} is weg, en de namen in deze administratie zijn ermee versleuteld. Zet dat bestand terug uit een reservekopie, of wijs het aan met SECRET_KEY_FILE; een nieuwe sleutel helpt niet.`,
      en: `${where} is gone, and the names in this administration are sealed with it. Restore that file from a backup, or point at it with SECRET_KEY_FILE; a new key does not help.`,
    });
  }
}

/** The administration was sealed with another installation key than this one. */
export class SecretKeyWrong extends LedgerError {
  readonly code = 'secret-key-wrong';

  constructor(where: string) {
    super({
      nl: `De sleutel in ${where} is niet die van deze administratie. Zonder de juiste sleutel zijn namen niet te lezen; zet hem terug uit een reservekopie.`,
      en: `The key in ${where} is not that of this administration. Names cannot be read without the right key; restore it from a backup.`,
    });
  }
}

/** The organisation chose no term after which people are erased. */
export class RetentionNotChosen extends LedgerError {
  readonly code = 'retention-not-chosen';

  constructor() {
    super({
      nl: 'Uw organisatie heeft geen bewaartermijn gekozen. Kies er een (eraseAfterMonths in de privacyinstellingen), of bekijk met months wat een termijn zou wissen.',
      en: 'Your organisation chose no retention term. Choose one (eraseAfterMonths in the privacy settings), or see with months what a term would erase.',
    });
  }
}

/** The personal data is destroyed; nothing can be sealed for this subject any more. */
export class SubjectErased extends LedgerError {
  readonly code = 'subject-erased';

  constructor(id: string) {
    super({
      nl: `De persoonsgegevens van ${id} zijn gewist; dat is niet terug te draaien. Leg de persoon opnieuw vast als dat mag.`,
      en: `The personal data of ${id} are erased, which cannot be undone. Record the person anew if that is allowed.`,
    });
  }
}

/** Somebody of this name has an account, and accounts are erased by somebody who signed in. */
export class AccountInPerson extends LedgerError {
  readonly code = 'account-in-person';

  constructor() {
    super({
      nl: 'Bij deze naam hoort een account, en een API-token kan geen accounts wissen. Meld u aan en wis de persoon dan.',
      en: 'This name has an account, and an API token cannot erase accounts. Sign in, and erase the person then.',
    });
  }
}
