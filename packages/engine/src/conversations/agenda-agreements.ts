import { latest } from '../dossier.js';
import { type AgendaBasis, type AgendaPoint } from './agenda.js';
import { openAgreements, type OpenAgreement } from './agreements.js';

/** What earlier conversations left open: what is late first, and within each the earliest date first. */
export function agreementPoints({ partnership, on }: AgendaBasis): AgendaPoint[] {
  const open = [...openAgreements(partnership)].sort(byDate);
  const isLate = ({ datum }: OpenAgreement) => datum < on;
  return [
    ...open.filter(isLate).map((one) => point(one, 'afspraakTeLaat')),
    ...open.filter((one) => !isLate(one)).map((one) => point(one, 'afspraakOpen')),
    ...withoutOwner(partnership),
  ];
}

/** The same date keeps the order in which they were agreed. */
function byDate(one: OpenAgreement, other: OpenAgreement): number {
  if (one.datum === other.datum) return 0;
  return one.datum < other.datum ? -1 : 1;
}

function point({ id, afspraak, eigenaar, datum, sinds }: OpenAgreement, kind: AgendaPoint['kind']): AgendaPoint {
  const late = kind === 'afspraakTeLaat';
  return {
    kind,
    id,
    title: { nl: afspraak, en: afspraak },
    reason: {
      nl: `Afgesproken in het gesprek van ${sinds}; ${late ? 'de datum is voorbij' : 'nog niet afgedaan'}.`,
      en: `Agreed in the conversation of ${sinds}; ${late ? 'its date has passed' : 'not settled yet'}.`,
    },
    dueOn: datum,
    owner: eigenaar,
  };
}

/** Agreements were lines of text once, without owner or date: those of the last conversation are still talked about. */
function withoutOwner({ dossier }: AgendaBasis['partnership']): AgendaPoint[] {
  const last = latest(dossier, 'monitoring', 'gesprekken');
  const lines = (last?.['afspraken'] ?? []) as readonly unknown[];
  const held = String(last?.['datum'] ?? '');
  return lines.flatMap((line, index) =>
    typeof line === 'string'
      ? [
          {
            kind: 'afspraakOpen' as const,
            id: `vorig.${index + 1}`,
            title: { nl: line, en: line },
            reason: {
              nl: `Afgesproken in het gesprek van ${held}, zonder eigenaar of datum. Leg vast wie het doet en wanneer.`,
              en: `Agreed in the conversation of ${held}, without owner or date. Record who does it and when.`,
            },
          },
        ]
      : [],
  );
}
