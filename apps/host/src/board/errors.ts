import { RequestError } from '../http/errors.js';

/** The board only shows. */
export class BoardReadOnly extends RequestError {
  constructor() {
    super('board-read-only', 405, {
      nl: 'De wachtrij is hier alleen te bekijken. Zet een herinnering opnieuw uit met POST /api/v1/reminders/{id}/retries; wie de wachtrij zelf wil wijzigen start het programma met BULL_BOARD=write.',
      en: 'The queue can only be looked at here. Send a reminder again with POST /api/v1/reminders/{id}/retries; whoever wants to change the queue itself starts the program with BULL_BOARD=write.',
    });
  }
}

/** There is nothing to show while Redis is away. */
export class QueueSilent extends RequestError {
  constructor() {
    super('queue-unreachable', 503, {
      nl: 'Redis antwoordt niet, dus de wachtrij is nu niet te zien. Er gaat niets verloren; GET /health/ready zegt wanneer het weer gaat.',
      en: 'Redis does not answer, so the queue cannot be seen now. Nothing is lost; GET /health/ready says when it is back.',
    });
  }
}
