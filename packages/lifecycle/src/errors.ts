import { type Text } from './model.js';

/** An error of the lifecycle with a stable code and a text in both languages that says what to do. */
abstract class LifecycleError extends Error {
  abstract readonly code: string;

  constructor(readonly text: Text) {
    super(text.en);
    this.name = new.target.name;
  }
}

/** A stored position is damaged, or names a state that this version of the lifecycle does not have. */
export class PositionUnreadable extends LifecycleError {
  readonly code = 'position-unreadable';

  constructor(lifecycle: string, why: Text) {
    super({
      nl: `De opgeslagen positie in ${lifecycle} is niet te lezen: ${why.nl}. Bouw de positie opnieuw op uit de geschiedenis, of zet een back-up terug.`,
      en: `The stored position in ${lifecycle} cannot be read: ${why.en}. Rebuild the position from the history, or restore a backup.`,
    });
  }
}

/** There is no lifecycle with that id. */
export class LifecycleUnknown extends LifecycleError {
  readonly code = 'lifecycle-unknown';

  constructor(id: string, known: readonly string[]) {
    super({
      nl: `Levensloop '${id}' bestaat niet. Kies een van: ${known.join(', ')}.`,
      en: `Lifecycle '${id}' does not exist. Choose one of: ${known.join(', ')}.`,
    });
  }
}

/** The lifecycle has no event with that id. */
export class EventUnknown extends LifecycleError {
  readonly code = 'event-unknown';

  constructor(lifecycle: string, event: string) {
    super({
      nl: `Levensloop ${lifecycle} kent geen gebeurtenis '${event}'. Kies een gebeurtenis uit de catalogus van die levensloop.`,
      en: `Lifecycle ${lifecycle} knows no event '${event}'. Choose an event from the catalogue of that lifecycle.`,
    });
  }
}
