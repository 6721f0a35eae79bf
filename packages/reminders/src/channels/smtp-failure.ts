import { DeliveryFailed, type FailureCode } from './delivery-failed.js';

/** What nodemailer says of an error, as far as it is used here. */
interface MailError {
  readonly code?: string;
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
  const { code, command, response, permanent } = error as MailError;
  const details = { ...(response !== undefined && { answer: response }), cause: error };
  return new DeliveryFailed(codeOf({ code, command, permanent }), details);
}

function codeOf({
  code,
  command,
  permanent,
}: { [key in 'code' | 'command']: string | undefined } & { permanent: boolean | undefined }): FailureCode {
  const byCode = BY_CODE.get(code);
  if (byCode) return byCode;
  if (!deliveryCodes.includes(code)) return 'mail-server-unreachable';
  return (permanent ? REFUSED_FOR_GOOD.get(command) : undefined) ?? 'mail-deferred';
}
