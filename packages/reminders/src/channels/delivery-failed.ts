import { type Text } from '@samenwerkt/engine';
import { oneLine } from '../message/one-line.js';

/** Temporary: trying again may help. Permanent: it will not, until somebody changes something. */
type FailureKind = 'temporary' | 'permanent';

/** Every way in which a delivery can fail, with what to do about it. */
const FAILURES = {
  aborted: {
    kind: 'temporary',
    text: { nl: 'Het versturen is afgebroken.', en: 'Sending was stopped.' },
  },
  'recipient-without-address': {
    kind: 'permanent',
    text: {
      nl: 'De ontvanger heeft geen mailadres. Vul het aan en probeer opnieuw.',
      en: 'The recipient has no mail address. Add it and retry.',
    },
  },
  'mail-server-unreachable': {
    kind: 'temporary',
    text: {
      nl: 'De mailserver is niet bereikbaar of de verbinding brak. Blijft dit, controleer dan SMTP_URL.',
      en: 'The mail server cannot be reached, or the connection broke. If this lasts, check SMTP_URL.',
    },
  },
  'mail-server-slow': {
    kind: 'temporary',
    text: { nl: 'De mailserver antwoordt niet op tijd.', en: 'The mail server does not answer in time.' },
  },
  'mail-server-insecure': {
    kind: 'temporary',
    text: {
      nl: 'Er kwam geen beveiligde verbinding met de mailserver tot stand. Controleer zijn certificaat en SMTP_URL.',
      en: 'No secure connection with the mail server could be made. Check its certificate and SMTP_URL.',
    },
  },
  'mail-sign-in-refused': {
    kind: 'temporary',
    text: {
      nl: 'De mailserver weigert de aanmelding. Controleer naam en wachtwoord in SMTP_URL.',
      en: 'The mail server refuses the sign-in. Check name and password in SMTP_URL.',
    },
  },
  'mail-sender-refused': {
    kind: 'temporary',
    text: {
      nl: 'De mailserver weigert de afzender. Controleer MAIL_FROM.',
      en: 'The mail server refuses the sender. Check MAIL_FROM.',
    },
  },
  'mail-deferred': {
    kind: 'temporary',
    text: { nl: 'De mailserver neemt het bericht nu niet aan.', en: 'The mail server does not take the message now.' },
  },
  'mail-recipient-refused': {
    kind: 'permanent',
    text: {
      nl: 'De mailserver weigert de ontvanger. Controleer het mailadres.',
      en: 'The mail server refuses the recipient. Check the mail address.',
    },
  },
  'mail-refused': {
    kind: 'permanent',
    text: { nl: 'De mailserver weigert het bericht.', en: 'The mail server refuses the message.' },
  },
  'outbox-not-writable': {
    kind: 'temporary',
    text: {
      nl: 'Het bericht kon niet in de map met mail worden geschreven. Controleer rechten en schijfruimte.',
      en: 'The message could not be written to the folder of mail. Check permissions and disk space.',
    },
  },
  'webhook-unreachable': {
    kind: 'temporary',
    text: {
      nl: 'Het webhookadres is niet bereikbaar of de verbinding brak.',
      en: 'The webhook address cannot be reached, or the connection broke.',
    },
  },
  'webhook-slow': {
    kind: 'temporary',
    text: { nl: 'Het webhookadres antwoordt niet op tijd.', en: 'The webhook address does not answer in time.' },
  },
  'webhook-busy': {
    kind: 'temporary',
    text: { nl: 'De ontvanger van de webhook vraagt te wachten.', en: 'The receiver of the webhook asks to wait.' },
  },
  'webhook-failing': {
    kind: 'temporary',
    text: { nl: 'De ontvanger van de webhook heeft een storing.', en: 'The receiver of the webhook is failing.' },
  },
  'webhook-redirects': {
    kind: 'permanent',
    text: {
      nl: 'Het webhookadres verwijst door, en dat wordt niet gevolgd. Stel het uiteindelijke adres in.',
      en: 'The webhook address redirects, which is not followed. Configure the final address.',
    },
  },
  'webhook-refused': {
    kind: 'permanent',
    text: {
      nl: 'De ontvanger van de webhook weigert het bericht. Controleer adres en sleutel.',
      en: 'The receiver of the webhook refuses the message. Check address and secret.',
    },
  },
  'webhook-address-private': {
    kind: 'permanent',
    text: {
      nl: 'Het webhookadres ligt in een besloten netwerk. Kies een openbaar adres, of laat het netwerk uitdrukkelijk toe.',
      en: 'The webhook address is in a private network. Choose a public one, or allow that network explicitly.',
    },
  },
} as const satisfies Record<string, { kind: FailureKind; text: Text }>;

/** Stable name of what went wrong. */
export type FailureCode = keyof typeof FAILURES;

/** With these the other side may have the message: it was being handed over, and no answer came. */
const WITHOUT_ANSWER: readonly FailureCode[] = [
  ...(['aborted', 'mail-server-slow', 'mail-server-unreachable', 'webhook-slow', 'webhook-unreachable'] as const),
];

/** What Node calls a connection that never came about: nothing can have arrived. */
const NEVER_CONNECTED: readonly unknown[] = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'];

/** More is not needed to see what is wrong, and the other side must not fill the ledger. */
const longestAnswer = 200;

interface Details {
  /** What the other side said. */
  readonly answer?: string;
  readonly retryAfterSeconds?: number;
  readonly cause?: unknown;
}

/** A message did not go out. The words say what to do; the answer of the other side stands behind them. */
export class DeliveryFailed extends Error {
  readonly kind: FailureKind;
  readonly text: Text;
  /** How long the other side asks to wait, in seconds. */
  readonly retryAfterSeconds?: number;
  /** Whether nobody knows if the message arrived. */
  readonly mayHaveArrived: boolean;

  constructor(
    readonly code: FailureCode,
    { answer = '', retryAfterSeconds, cause }: Details = {},
  ) {
    const said = oneLine(answer, longestAnswer);
    const { nl, en } = FAILURES[code].text;
    const text = { nl: said ? `${nl} Antwoord: ${said}` : nl, en: said ? `${en} Answer: ${said}` : en };
    super(text.en, { cause });
    this.name = 'DeliveryFailed';
    this.kind = FAILURES[code].kind;
    this.text = text;
    this.mayHaveArrived = WITHOUT_ANSWER.includes(code) && connected(cause);
    if (retryAfterSeconds !== undefined) this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** Whether something had begun when it went wrong. @param cause what was thrown; undefined when nothing was tried */
function connected(cause: unknown): boolean {
  if (!(typeof cause === 'object' && cause !== null)) return false;
  const { code, originalCode } = cause as { code?: unknown; originalCode?: unknown };
  return ![code, originalCode].some((one) => NEVER_CONNECTED.includes(one));
}
