import { type Text } from '@samenwerkt/engine';
import { RequestError } from '../http/errors.js';

/** No such provider in the settings. */
export class ProviderUnknown extends RequestError {
  constructor() {
    super('provider-unknown', 404, {
      nl: 'Deze aanbieder is hier niet ingesteld. Kies er één op de aanmeldpagina.',
      en: 'This provider is not set up here. Choose one on the sign-in page.',
    });
  }
}

/** The provider does not answer, or not as a provider does. */
export class ProviderUnavailable extends RequestError {
  constructor({ nl, en }: Text) {
    super('provider-unavailable', 503, {
      nl: `${nl} antwoordt niet. Probeer het straks opnieuw, of meld u op een andere manier aan.`,
      en: `${en} does not answer. Try again later, or sign in another way.`,
    });
  }
}

/** Whoever wanted to sign in said no at the provider, or the provider did. */
export class ProviderRefused extends RequestError {
  constructor({ nl, en }: Text, reason: string) {
    const cancelled = reason === 'access_denied';
    super('provider-refused', 401, {
      nl: cancelled ? `U heeft het aanmelden bij ${nl} afgebroken.` : `${nl} heeft u niet aangemeld (${reason}).`,
      en: cancelled ? `You cancelled signing in at ${en}.` : `${en} did not sign you in (${reason}).`,
    });
  }
}

/** What came back cannot be the provider's answer to this sign-in. */
export class ProviderAnswerInvalid extends RequestError {
  constructor({ nl, en }: Text) {
    super('provider-answer-invalid', 401, {
      nl: `Het antwoord van ${nl} hoort niet bij deze aanmelding, of is niet echt. Begin opnieuw; meld het als het blijft.`,
      en: `The answer of ${en} does not belong to this sign-in, or is not genuine. Start again; report it if it stays.`,
    });
  }
}

/** The clocks of the provider and of this server differ too much. */
export class ClocksDiffer extends RequestError {
  constructor({ nl, en }: Text) {
    super('clocks-differ', 401, {
      nl: `De klok van ${nl} en die van deze server lopen niet gelijk. Probeer het opnieuw, en meld het de beheerder van de server als het blijft.`,
      en: `The clock of ${en} and that of this server differ. Try again, and tell whoever runs the server if it stays.`,
    });
  }
}
