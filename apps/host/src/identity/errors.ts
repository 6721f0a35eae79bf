import { ACTIONS, roleTitle, type Action } from '@samenwerkt/access';
import { RequestError } from '../http/errors.js';

/** Nobody is signed in, or not any more. */
export class NotSignedIn extends RequestError {
  constructor() {
    super(
      'not-signed-in',
      401,
      {
        nl: 'Meld u aan: POST /api/v1/session, of op /aanmelden. Een programma stuurt Authorization: Bearer met een API-token. Een sessie of token kan zijn verlopen of ingetrokken.',
        en: 'Sign in: POST /api/v1/session, or at /aanmelden. A program sends Authorization: Bearer with an API token. A session or token may have expired or been withdrawn.',
      },
      [],
      { 'www-authenticate': 'Bearer realm="samenwerkt"' },
    );
  }
}

/** Who asks has none of the roles that may. */
export class RoleMissing extends RequestError {
  constructor(action: Action) {
    const { title, roles } = ACTIONS[action];
    const list = (language: 'nl' | 'en') => roles.map((role) => `${role} (${roleTitle(role)[language]})`).join(', ');
    super('role-missing', 403, {
      nl: `"${title.nl}" mag alleen met een van deze rollen: ${list('nl')}. Vraag het iemand met die rol, of vraag de beheerder om de rol.`,
      en: `"${title.en}" is only for these roles: ${list('en')}. Ask somebody with that role, or ask the administrator for the role.`,
    });
  }
}

/** The owner of the API token may, but the token was not given for it. */
export class ScopeMissing extends RequestError {
  constructor(action: Action) {
    const { title, inPerson } = ACTIONS[action];
    super(
      'scope-missing',
      403,
      inPerson === true
        ? {
            nl: `"${title.nl}" kan niet met een API-token; meld u aan.`,
            en: `"${title.en}" cannot be done with an API token; sign in.`,
          }
        : {
            nl: `Dit API-token is niet gegeven voor ${action} ("${title.nl}"). Maak een token dat dat wel mag.`,
            en: `This API token was not given for ${action} ("${title.en}"). Make a token that may.`,
          },
    );
  }
}

/** A page elsewhere may be behind the request. */
export class OriginForeign extends RequestError {
  constructor() {
    super('origin-foreign', 403, {
      nl: 'Dit verzoek komt van een andere website en is niet uitgevoerd. Open Samenwerkt zelf en probeer het daar.',
      en: 'This request comes from another website and was not carried out. Open Samenwerkt itself and try it there.',
    });
  }
}

/** A request that changes something does not carry the session's token against requests from elsewhere. */
export class CsrfTokenMissing extends RequestError {
  constructor() {
    super('csrf-token-missing', 403, {
      nl: 'Stuur de kop X-CSRF-Token mee, met csrfToken uit GET /session.',
      en: 'Send the header X-CSRF-Token, with csrfToken from GET /session.',
    });
  }
}
