import { type Text } from '@samenwerkt/lifecycle';

/** An error of the engine with a stable code and a text in both languages that says what to do. */
export abstract class EngineError extends Error {
  abstract readonly code: string;

  constructor(readonly text: Text) {
    super(text.en);
    this.name = new.target.name;
  }
}

/** The history holds an event that is impossible where it stands: it is damaged or was not written by this engine. */
export class HistoryUnplayable extends EngineError {
  readonly code = 'history-unplayable';

  constructor(
    readonly sequence: number,
    why: Text,
  ) {
    super({
      nl: `De geschiedenis is niet na te spelen bij gebeurtenis ${sequence}: ${why.nl}. Controleer de keten en zet zo nodig een back-up terug.`,
      en: `The history cannot be replayed at event ${sequence}: ${why.en}. Verify the chain and restore a backup if need be.`,
    });
  }
}

/** The partnership was recorded under another definition of its lifecycle than this program has. */
export class LifecycleMismatch extends EngineError {
  readonly code = 'lifecycle-mismatch';

  constructor(id: string, recorded: string, present: string | undefined) {
    super({
      nl: `Levensloop ${id} is vastgelegd met kenmerk ${recorded.slice(0, 12)}, maar dit programma heeft ${present?.slice(0, 12) ?? 'die levensloop niet'}. Gebruik de versie waarmee is vastgelegd, of verhuis het partnerschap uitdrukkelijk.`,
      en: `Lifecycle ${id} was recorded with hash ${recorded.slice(0, 12)}, but this program has ${present?.slice(0, 12) ?? 'no such lifecycle'}. Use the version it was recorded with, or migrate the partnership explicitly.`,
    });
  }
}

/** The pack was not written for the lifecycle it is asked to go with. */
export class PackNotForLifecycle extends EngineError {
  readonly code = 'pack-not-for-lifecycle';

  constructor(pack: string, lifecycle: string, possible: readonly string[]) {
    super({
      nl: `Regelpakket ${pack} is niet gemaakt voor ${lifecycle}. Kies een van: ${possible.join(', ')}.`,
      en: `Rule pack ${pack} was not made for ${lifecycle}. Choose one of: ${possible.join(', ')}.`,
    });
  }
}
