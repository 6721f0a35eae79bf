import { DateInvalid } from '@samenwerkt/calendar';
import { EngineError, PackInvalid, PositionUnreadable } from '@samenwerkt/engine';
import { PackArchiveRefused } from '@samenwerkt/intake';
import { DataInvalid, EventRefused, LedgerError, TooManyAttempts, VersionConflict } from '@samenwerkt/ledger';
import { BadRequestException, HttpException } from '@nestjs/common';
import { presentReason } from '../partnerships/present-reason.js';
import { packExtensions } from '../rule-packs/problem.js';
import { RequestError, type FieldError } from './errors.js';
import { type Language } from './language.js';

/** An answer of type `application/problem+json` (RFC 9457). */
interface Problem {
  /** Stable identification of the kind of problem. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly errors?: readonly { readonly path: string; readonly code: string; readonly detail: string }[];
  readonly [extension: string]: unknown;
}

/** HTTP status of each kind of error of ledger and engine. */
const STATUS: Readonly<Record<string, number>> = {
  'not-found': 404,
  'not-yet-begun': 404,
  ambiguous: 409,
  'version-conflict': 409,
  'idempotency-conflict': 409,
  'already-exists': 409,
  'too-many-views': 409,
  'last-administrator': 409,
  'person-blocked': 409,
  'regression-running': 409,
  'pack-migration-running': 409,
  'pack-state-conflict': 409,
  'pack-immutable': 409,
  'pack-changed': 409,
  'pack-pinned': 409,
  'reminder-changed': 409,
  'reminder-not-open': 409,
  'subject-erased': 409,
  'calendar-unknown': 404,
  'unknown-event': 422,
  'event-not-possible': 422,
  'data-invalid': 422,
  'not-allowed': 422,
  'pack-not-for-lifecycle': 422,
  'already-on-pack': 422,
  'partnership-done': 422,
  'selection-too-large': 422,
  'reminders-too-many': 422,
  'reminder-moment-past': 422,
  'advice-too-wide': 422,
  'block-unknown': 422,
  'nothing-to-propose': 422,
  'open-unknown': 422,
  'pack-version-not-higher': 422,
  'pack-not-publishable': 422,
  'four-eyes-needed': 403,
  'pack-not-published': 422,
  'pack-ended': 422,
  'pack-archive-refused': 422,
  'retention-not-chosen': 409,
  'attestation-withdrawn': 409,
  'evidence-file-refused': 422,
  'evidence-file-gone': 404,
  'sign-in-failed': 401,
  'code-needed': 401,
  'code-set-up-needed': 401,
  'sign-in-step-gone': 401,
  'code-wrong': 422,
  'second-factor-state': 409,
  'second-factor-required': 409,
  'account-blocked': 403,
  'identity-unknown': 403,
  'identity-without-role': 403,
  'identity-roles-clash': 403,
  'identity-taken': 409,
  'provider-sign-in-gone': 400,
  'role-not-yours': 403,
  'account-in-person': 403,
  'link-unusable': 404,
  'too-many-attempts': 429,
  'date-invalid': 400,
  'partnership-quarantined': 423,
  'lifecycle-mismatch': 423,
  'position-unreadable': 423,
  'pack-unavailable': 503,
  'ledger-closed': 503,
};

const TITLES: Readonly<Record<number, Record<Language, string>>> = {
  400: { nl: 'Verzoek niet begrepen', en: 'Request not understood' },
  401: { nl: 'Niet aangemeld', en: 'Not signed in' },
  403: { nl: 'Niet toegestaan', en: 'Not permitted' },
  404: { nl: 'Niet gevonden', en: 'Not found' },
  405: { nl: 'Methode niet mogelijk', en: 'Method not possible' },
  409: { nl: 'Intussen gewijzigd', en: 'Changed meanwhile' },
  413: { nl: 'Verzoek te groot', en: 'Request too large' },
  415: { nl: 'Soort inhoud niet bekend', en: 'Unknown kind of content' },
  421: { nl: 'Verkeerd adres', en: 'Wrong address' },
  422: { nl: 'Niet toegestaan', en: 'Not allowed' },
  423: { nl: 'Apart gezet', en: 'Quarantined' },
  429: { nl: 'Te veel achter elkaar', en: 'Too many in a row' },
  503: { nl: 'Even niet beschikbaar', en: 'Unavailable for a moment' },
};

const INTERNAL = {
  nl: 'Er ging iets mis in het programma; er is niets vastgelegd. Probeer het opnieuw, en meld het als het blijft.',
  en: 'Something went wrong in the program; nothing was recorded. Try again, and report it if it stays.',
};

/** What of an error the world may see, in one language. Errors that nobody foresaw show nothing of themselves. */
export function toProblem(error: unknown, language: Language): Problem {
  if (error instanceof EventRefused)
    return { ...known(error.code, error.text[language], language), ...refusal(error, language) };
  if (error instanceof VersionConflict)
    return { ...known(error.code, error.text[language], language), currentVersion: error.current };
  if (error instanceof DataInvalid)
    return { ...known(error.code, error.text[language], language), errors: fields(error.problems, language) };
  if (error instanceof LedgerError || error instanceof EngineError || error instanceof PositionUnreadable)
    return { ...known(error.code, error.text[language], language), ...packExtensions(error, language) };
  if (error instanceof PackArchiveRefused)
    return { ...known(error.code, error.text[language], language), reason: error.reason };
  if (error instanceof RequestError)
    return {
      ...problem(error.code, error.status, error.text[language], language),
      ...(error.errors.length > 0 ? { errors: fields(error.errors, language) } : {}),
    };
  if (error instanceof PackInvalid)
    return { ...problem('pack-invalid', 422, error.text[language], language), problems: error.problems };
  if (error instanceof DateInvalid) return known('date-invalid', error.text[language], language);
  if (error instanceof BadRequestException || error instanceof HttpException)
    return problem('http', error.getStatus(), BY_STATUS[error.getStatus()]?.[language] ?? error.message, language);
  return fromFastify(error, language) ?? problem('internal', 500, INTERNAL[language], language);
}

/** Headers that go with an error, beside those of every answer. */
export function headersOf(error: unknown): Readonly<Record<string, string>> {
  if (error instanceof TooManyAttempts) return { 'retry-after': String(error.retryAfterSeconds) };
  return error instanceof RequestError ? error.headers : {};
}

function known(code: string, detail: string, language: Language): Problem {
  return problem(code, STATUS[code] ?? 500, detail, language);
}

function problem(code: string, status: number, detail: string, language: Language): Problem {
  const title = TITLES[status]?.[language] ?? (language === 'nl' ? 'Fout' : 'Error');
  return { type: `urn:samenwerkt:problem:${code}`, title, status, detail };
}

function refusal(
  { refusal: { cause, possible, problems, reasons } }: EventRefused,
  language: Language,
): Partial<Problem> {
  return {
    ...(problems.length > 0 ? { errors: fields(problems, language) } : {}),
    ...(reasons.length > 0 ? { reasons: reasons.map((reason) => presentReason(reason, language)) } : {}),
    ...(cause === 'unknownEvent' || cause === 'eventNotPossible' ? { possible } : {}),
  };
}

function fields(errors: readonly FieldError[], language: Language): Problem['errors'] {
  return errors.map(({ path, code, message }) => ({ path, code, detail: message[language] }));
}

const FASTIFY = {
  FST_ERR_CTP_BODY_TOO_LARGE: {
    nl: 'De inhoud is te groot: hoogstens 1 MB, een archief van een regelpakket 6 MB, een bestand bij bewijs 5 MB, een contractenbestand 20 MB. Stuur minder tegelijk.',
    en: 'The body is too large: at most 1 MB, the archive of a rule pack 6 MB, a file of evidence 5 MB, a file of contracts 20 MB. Send less at a time.',
  },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: {
    nl: 'Stuur de inhoud als application/json.',
    en: 'Send the body as application/json.',
  },
  FST_ERR_CTP_EMPTY_JSON_BODY: {
    nl: 'De inhoud is leeg; stuur een JSON-object.',
    en: 'The body is empty; send a JSON object.',
  },
} satisfies Record<string, Record<Language, string>>;

/** What Nest makes of Fastify's errors says only the status. */
const BY_STATUS: Readonly<Record<number, Record<Language, string>>> = { 413: FASTIFY.FST_ERR_CTP_BODY_TOO_LARGE };

function fromFastify(error: unknown, language: Language): Problem | undefined {
  const { code, statusCode, message } = (error ?? {}) as { code?: unknown; statusCode?: unknown; message?: unknown };
  if (typeof code !== 'string' || typeof statusCode !== 'number' || statusCode >= 500) return undefined;
  const name = code
    .replace(/^FST_ERR_/, '')
    .toLowerCase()
    .replaceAll('_', '-');
  return problem(
    name,
    statusCode,
    (FASTIFY as Readonly<Record<string, Record<Language, string>>>)[code]?.[language] ?? String(message),
    language,
  );
}
