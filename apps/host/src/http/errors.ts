import { type Text } from '@samenwerkt/engine';

/** A fault in one part of a request. */
export interface FieldError {
  /** JSON pointer into the body, or the name of a parameter. */
  readonly path: string;
  readonly code: string;
  readonly message: Text;
}

/** A request that cannot be understood, with a stable code and what to do about it. */
export class RequestError extends Error {
  constructor(
    readonly code: string,
    readonly status: number,
    readonly text: Text,
    readonly errors: readonly FieldError[] = [],
    /** Headers of the answer beside the usual ones. */
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(text.en);
    this.name = new.target.name;
  }
}

/** The body is not JSON. */
export class JsonUnreadable extends RequestError {
  constructor(reason: string) {
    super('json-unreadable', 400, {
      nl: `De inhoud is geen geldige JSON: ${reason}. Verbeter de inhoud en stuur opnieuw.`,
      en: `The body is not valid JSON: ${reason}. Mend the body and send it again.`,
    });
  }
}

/** A body was expected, if only an empty object. */
export class JsonExpected extends RequestError {
  constructor() {
    super('json-expected', 415, {
      nl: 'Stuur de inhoud als application/json, desnoods {}.',
      en: 'Send the body as application/json, if only {}.',
    });
  }
}

/** The body is nested deeper than anything this API knows. */
export class JsonTooDeep extends RequestError {
  constructor(limit: number) {
    super('json-too-deep', 400, {
      nl: `De inhoud is dieper genest dan ${limit} niveaus; zo diep gaat geen enkel verzoek hier.`,
      en: `The body is nested deeper than ${limit} levels; no request here goes that deep.`,
    });
  }
}

/** The request names another host than this machine: a page elsewhere may be behind it. */
export class HostNotLocal extends RequestError {
  constructor(host: string) {
    super('host-not-local', 421, {
      nl: `Dit adres bedient alleen deze computer; "${host}" hoort daar niet bij. Gebruik http://localhost of http://127.0.0.1.`,
      en: `This address serves this machine only; "${host}" is not it. Use http://localhost or http://127.0.0.1.`,
    });
  }
}
