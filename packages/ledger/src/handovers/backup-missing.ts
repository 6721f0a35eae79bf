import { LedgerError } from '../errors.js';

/** Work is to go to a back-up who is not there. */
export class BackupMissing extends LedgerError {
  readonly code = 'backup-missing';

  constructor() {
    super({
      nl: 'Er is geen back-up vastgelegd. Draag dit partnerschap over aan iemand die u noemt.',
      en: 'No back-up is on record. Hand this partnership over to somebody you name.',
    });
  }
}
