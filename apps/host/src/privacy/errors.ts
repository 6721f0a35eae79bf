import { RequestError } from '../http/errors.js';

/** Another term than the chosen one can be looked at, and never erases anybody. */
export class MonthsWithoutDryRun extends RequestError {
  constructor() {
    super('months-without-dry-run', 400, {
      nl: 'Met months kunt u alleen bekijken wie een andere termijn zou wissen: voeg dryRun=true toe, of laat months weg.',
      en: 'With months you can only see whom another term would erase: add dryRun=true, or leave months out.',
    });
  }
}
