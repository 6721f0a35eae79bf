import { RequestError } from './errors.js';

const FORM = /^[\x21-\x7e]{1,200}$/;

/** The `Idempotency-Key` header, checked; nothing when it was not sent. */
export function idempotencyKey(header: string | undefined): { idempotencyKey?: string } {
  if (header === undefined) return {};
  if (!FORM.test(header)) {
    throw new RequestError('idempotency-key-invalid', 400, {
      nl: 'Idempotency-Key moet 1 tot 200 zichtbare tekens zijn, zonder spaties; een UUID voldoet.',
      en: 'Idempotency-Key must be 1 to 200 visible characters without spaces; a UUID will do.',
    });
  }
  return { idempotencyKey: header };
}
