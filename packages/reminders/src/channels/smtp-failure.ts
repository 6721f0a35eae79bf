import { DeliveryFailed, type FailureCode } from './delivery-failed.js';

/** What nodemailer says of an error, as far as it is used here. */
interface MailError {
  readonly message: string;
  readonly code?: string;
  /** What Node called it: `ECONNREFUSED`, `DEPTH_ZERO_SELF_SIGNED_CERT`. */
  readonly originalCode?: string;
  readonly command?: string;
  readonly response?: string;
  /** The server rejected for good (5xx) or for now (4xx); absent when the server said nothing. */
  readonly permanent?: boolean;
}

/** Failures that are told apart by nodemailer's code alone. */
const BY_CODE: ReadonlyMap<string | undefined, FailureCode> = new Map([
  ['ETIMEDOUT', 'mail-server-slow'],
  ['ETLS', 'mail-server-insecure'],
  ['EAUTH', 'mail-sign-in-refused'],
  ['ENOAUTH', 'mail-sign-in-refused'],
]);

/** What a 5xx refers to. Only the recipient and the message are refused for good; the sender is a setting. */
const REFUSED_FOR_GOOD: ReadonlyMap<string | undefined, FailureCode> = new Map([
  ['RCPT TO', 'mail-recipient-refused'],
  ['MAIL FROM', 'mail-sender-refused'],
  ['DATA', 'mail-refused'],
]);

const deliveryCodes: readonly (string | undefined)[] = ['EENVELOPE', 'EMESSAGE'];

/**
 * An error of nodemailer as a failed delivery. Sign-in, sender and certificate are settings: whoever mends them should
 * not have to revive every message of that morning, so those are temporary.
 */
export function smtpFailure(error: unknown): DeliveryFailed {
  const { response, message } = error as MailError;
  return new DeliveryFailed(codeOf(error as MailError), { answer: response ?? message, cause: error });
}

function codeOf({ code, originalCode = '', command, permanent }: MailError): FailureCode {
  if (/CERT|ALTNAME/.test(originalCode)) return 'mail-server-insecure';
  const byCode = BY_CODE.get(code);
  if (byCode) return byCode;
  if (!deliveryCodes.includes(code)) return 'mail-server-unreachable';
  return (permanent ? REFUSED_FOR_GOOD.get(command) : undefined) ?? 'mail-deferred';
}
