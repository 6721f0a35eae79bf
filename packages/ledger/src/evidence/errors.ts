import { LedgerError } from '../errors.js';

/** An attestation was withdrawn before. */
export class AttestationWithdrawn extends LedgerError {
  readonly code = 'attestation-withdrawn';

  constructor(id: string) {
    super({
      nl: `Bewijs ${id} is al ingetrokken. Leg opnieuw vast wat er gezien is.`,
      en: `Evidence ${id} was withdrawn already. Record anew what was seen.`,
    });
  }
}
