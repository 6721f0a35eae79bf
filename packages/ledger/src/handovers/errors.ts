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

/** Something was recorded after somebody looked at what would be handed over. */
export class ChangedMeanwhile extends LedgerError {
  readonly code = 'changed-meanwhile';

  constructor() {
    super({
      nl: 'Het partnerschap is intussen veranderd en daarom met rust gelaten. Bekijk het opnieuw en beslis dan.',
      en: 'The partnership has changed meanwhile and was therefore left alone. Look at it again and decide then.',
    });
  }
}
