import { type Text } from '@samenwerkt/engine';
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

const REFUSALS = {
  kind: {
    nl: 'Alleen PDF, PNG en JPEG worden bewaard; wat een bestand is, zegt zijn inhoud. Sla het op als PDF.',
    en: 'Only PDF, PNG and JPEG are kept; what a file is, its content says. Save it as PDF.',
  },
  size: {
    nl: 'Het bestand is groter dan 5 MB. Verklein het, bijvoorbeeld door minder fijn te scannen.',
    en: 'The file is larger than 5 MB. Make it smaller, by scanning less finely for example.',
  },
  many: {
    nl: 'Er zijn al tien bestanden bij dit bewijs. Haal er een weg, of voeg ze samen.',
    en: 'There are ten files with this evidence already. Remove one, or join them.',
  },
} as const satisfies Readonly<Record<string, Text>>;

/** A file that is not kept as evidence. */
export class EvidenceFileRefused extends LedgerError {
  readonly code = 'evidence-file-refused';

  constructor(readonly reason: keyof typeof REFUSALS) {
    super(REFUSALS[reason]);
  }
}

/** A file that was removed: its key is destroyed, and nobody can read it any more. */
export class EvidenceFileGone extends LedgerError {
  readonly code = 'evidence-file-gone';

  constructor(id: string, because: string) {
    super({
      nl: `Bestand ${id} is verwijderd: ${because}. Het is niet terug te halen.`,
      en: `File ${id} was removed: ${because}. It cannot be brought back.`,
    });
  }
}
