import { type HistoryRow } from '@samenwerkt/ledger';

/** A conversation as it was recorded: the newest with records, those of before that with lines of text. */
interface Recorded {
  readonly datum: string;
  readonly periode?: string;
  readonly deelnemers: readonly (string | object)[];
  readonly verslag: string;
  readonly afspraken?: readonly (string | object)[];
  readonly afgedaan?: readonly object[];
}

/** A conversation that was held. Lines of text from before there were functions and owners get the same shape. */
export function presentCheckIn({ sequence, at, actorId, data }: HistoryRow) {
  const { datum, periode, deelnemers, verslag, afspraken = [], afgedaan = [] } = JSON.parse(data) as Recorded;
  return {
    sequence,
    recordedAt: at,
    recordedBy: actorId,
    datum,
    periode: periode ?? null,
    deelnemers: deelnemers.map((one) => (typeof one === 'string' ? { functie: one } : one)),
    verslag,
    afspraken: afspraken.map((one) => (typeof one === 'string' ? { afspraak: one } : one)),
    afgedaan,
  };
}
