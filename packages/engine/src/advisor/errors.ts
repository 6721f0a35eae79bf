import { EngineError } from '../errors.js';

/** The limits leave so many forms of places to value that an answer would take too long. */
export class AdviceTooWide extends EngineError {
  readonly code = 'advice-too-wide';

  constructor(forms: number, most: number) {
    super({
      nl: `Binnen deze grenzen zijn ${forms} vormen van plaatsen te waarderen; hoogstens ${most} kan. Noem minder blokken of profielen, of maak uren of maanden smaller.`,
      en: `Within these limits ${forms} forms of places would have to be valued; at most ${most} is possible. Name fewer blocks or profiles, or narrow hours or months.`,
    });
  }
}

/** The pack does not value contributions, so nothing can be proposed under it. */
export class NothingToPropose extends EngineError {
  readonly code = 'nothing-to-propose';

  constructor(pack: string) {
    super({
      nl: `Regelpakket ${pack} heeft geen bouwblokken. Kies een pakket met bouwblokken, zoals utrecht-bouwblokken.`,
      en: `Rule pack ${pack} has no building blocks. Choose a pack that has them, such as utrecht-bouwblokken.`,
    });
  }
}

/** A limit names a block that the pack does not have. */
export class BlockUnknown extends EngineError {
  readonly code = 'block-unknown';

  constructor(block: string, known: readonly string[]) {
    super({
      nl: `Bouwblok ${block} bestaat niet in dit pakket. Kies uit: ${known.join(', ')}.`,
      en: `Building block ${block} does not exist in this pack. Choose from: ${known.join(', ')}.`,
    });
  }
}

/** What is open follows from an obligation that is not an amount, or that cannot be worked out. */
export class OpenUnknown extends EngineError {
  readonly code = 'open-unknown';

  constructor(pack: string, why: { readonly nl: string; readonly en: string }) {
    super({
      nl: `Wat open staat is onder ${pack} niet uit te rekenen: ${why.nl} Of geef het bedrag zelf, met open.`,
      en: `What is open cannot be worked out under ${pack}: ${why.en} Or give the amount yourself, as open.`,
    });
  }
}
