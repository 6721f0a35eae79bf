import { RequestError } from '../http/errors.js';

/** Only for those who keep the program running. */
export class OperatorsOnly extends RequestError {
  constructor() {
    super('operators-only', 403, {
      nl: 'Dit is alleen voor wie het programma beheert. Vraag het op vanaf de machine waar het draait, of start het programma met METRICS=open.',
      en: 'This is only for those who keep the program running. Ask for it from the machine it runs on, or start the program with METRICS=open.',
    });
  }
}
