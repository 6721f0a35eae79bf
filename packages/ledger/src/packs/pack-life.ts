import { type PackRef } from '@samenwerkt/engine';

/**
 * How far a version is. `concept`: can still be replaced or deleted, and starts nothing. `gepubliceerd`: never changes
 * again, and starts partnerships. `vervallen`: starts nothing any more; what runs under it goes on under it.
 */
export const PACK_STATES = ['concept', 'gepubliceerd', 'vervallen'] as const;
export type PackState = (typeof PACK_STATES)[number];

/** What can be done to a version, as it is put on record. */
export type PackStep = 'geladen' | 'geupload' | 'vervangen' | 'gepubliceerd' | 'ingetrokken' | 'verwijderd';

/** The states in which somebody may take a step with a version that is there. */
export const POSSIBLE: Readonly<Record<Exclude<PackStep, 'geladen' | 'geupload'>, readonly PackState[]>> = {
  vervangen: ['concept'],
  gepubliceerd: ['concept'],
  ingetrokken: ['gepubliceerd'],
  verwijderd: ['concept'],
};

/** A version that takes another's place: of the same pack, or of another. */
export type Replacement = Pick<PackRef, 'name' | 'version'>;

/** A version of a pack with its life so far. Instants are ISO in UTC, actors are ids. */
export interface ShelvedPack {
  readonly ref: PackRef;
  readonly state: PackState;
  /** When this content came, and by whom. */
  readonly loadedAt: string;
  readonly uploadedBy: string;
  readonly publishedAt: string | null;
  readonly publishedBy: string | null;
  /** ISO date, Europe/Amsterdam: the first day on which nothing can be started under it; null while it goes on. */
  readonly endsOn: string | null;
  readonly replacedBy: Replacement | null;
  /** Why it ends. */
  readonly reason: string | null;
}

/** The row of a version, without its files. */
export interface ShelvedRow {
  readonly name: string;
  readonly version: string;
  readonly digest: string;
  readonly state: 'concept' | 'gepubliceerd';
  readonly loadedAt: string;
  readonly uploadedBy: string;
  readonly publishedAt: string | null;
  readonly publishedBy: string | null;
  readonly endsOn: string | null;
  readonly replacedByName: string | null;
  readonly replacedByVersion: string | null;
  readonly reason: string | null;
}

/** A version as it stands on a day. @param date ISO date in Europe/Amsterdam */
export function shelvedOn(row: ShelvedRow, date: string): ShelvedPack {
  const { name, version, digest, state, replacedByName, replacedByVersion, ...life } = row;
  const ended = life.endsOn !== null && life.endsOn <= date;
  return {
    ...life,
    ref: { name, version, digest },
    state: state === 'gepubliceerd' && ended ? 'vervallen' : state,
    replacedBy:
      replacedByName === null || replacedByVersion === null
        ? null
        : { name: replacedByName, version: replacedByVersion },
  };
}

/** Order of versions by number, lowest first: 1.10.0 comes after 1.9.0. */
export function byVersion(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}
