import { HistoryUnplayable, SEAL_EVENT, type RecordedEvent } from '@samenwerkt/engine';
import { sha256 } from '../hashing.js';
import { type HistoryEntity } from '../entities/history.js';

/** What the hash of an event covers, beside the hash before it. */
type Sealable = Omit<HistoryEntity, 'hash' | 'organisationId'>;

/** Hash before the first event of a history. */
export const GENESIS = sha256('samenwerkt');

/** SHA-256 over the previous hash and every recorded part of the event. */
export function eventHash(previous: string, row: Sealable): string {
  return sha256(
    JSON.stringify([
      previous,
      row.partnershipId,
      row.sequence,
      row.at,
      row.actorId,
      row.actorRoles,
      row.event,
      row.data,
      row.packName,
      row.packVersion,
      row.packDigest,
      row.lifecycleId,
      row.lifecycleVersion,
      row.lifecycleHash,
      row.semantics,
    ]),
  );
}

/** A place where the chain does not hold. */
export interface Break {
  /** Sequence of the event whose hash does not fit, or that is missing. */
  readonly sequence: number;
  readonly kind: 'changed' | 'missing';
  /** Hash as stored; absent for a missing event. */
  readonly stored?: string;
  /** Hash as computed from the content. */
  readonly computed?: string;
  /** Whether a later event put this very break on record. */
  readonly acknowledged: boolean;
}

/** What came of walking a chain. */
export interface ChainReport {
  readonly intact: boolean;
  readonly events: number;
  /** Hash of the last event. */
  readonly head: string;
  readonly breaks: readonly Break[];
}

/** Most missing events that are named one by one for one gap: a damaged sequence number must not fill the memory. */
const MOST_MISSING = 100;

/** Where a history ends according to its partnership. */
interface End {
  readonly version: number;
  readonly headHash: string;
}

/**
 * Walks a whole history, in order, and reports every break.
 * @param end with it, events that are missing after the last one are found too
 */
export function verifyChain(rows: readonly HistoryEntity[], end?: End): ChainReport {
  const seals = acknowledgements(rows);
  const breaks: Break[] = [];
  let previous = GENESIS;
  let expected = 1;
  for (const row of rows) {
    breaks.push(...missing(expected, row.sequence));
    const computed = eventHash(previous, row);
    if (computed !== row.hash) {
      const acknowledged = seals.has(`${row.sequence} ${row.hash} ${computed}`);
      breaks.push({ sequence: row.sequence, kind: 'changed', stored: row.hash, computed, acknowledged });
    }
    previous = row.hash;
    expected = row.sequence + 1;
  }
  if (end && end.headHash !== previous) breaks.push(...missing(expected, end.version + 1));
  return { intact: breaks.every(({ acknowledged }) => acknowledged), events: rows.length, head: previous, breaks };
}

function missing(from: number, to: number): Break[] {
  const length = Math.max(0, Math.min(to - from, MOST_MISSING));
  return Array.from({ length }, (_, i) => ({ sequence: from + i, kind: 'missing', acknowledged: false }));
}

/** Breaks that are on record, as `sequence stored computed`. */
function acknowledgements(rows: readonly HistoryEntity[]): Set<string> {
  const sealed = rows.filter(({ event }) => event === SEAL_EVENT).flatMap(({ data }) => sealedBreaks(data));
  return new Set(sealed.map(({ sequence, stored, computed }) => `${sequence} ${stored} ${computed}`));
}

function sealedBreaks(data: string): readonly Pick<Break, 'sequence' | 'stored' | 'computed'>[] {
  try {
    const { breuken } = JSON.parse(data) as { breuken?: unknown };
    return Array.isArray(breuken) ? breuken.filter((one): one is Break => typeof one === 'object' && one !== null) : [];
  } catch {
    return [];
  }
}

/** The event as the engine knows it. @throws HistoryUnplayable when its data cannot be read */
export function toRecordedEvent(row: HistoryEntity): RecordedEvent {
  return {
    sequence: row.sequence,
    event: row.event,
    data: dataOf(row),
    actor: {
      id: row.actorId,
      roles: (row.actorRoles === '' ? [] : row.actorRoles.split(' ')) as RecordedEvent['actor']['roles'],
    },
    at: row.at,
    pack: { name: row.packName, version: row.packVersion, digest: row.packDigest },
    lifecycle: { id: row.lifecycleId, version: row.lifecycleVersion, hash: row.lifecycleHash },
    semantics: row.semantics,
  };
}

function dataOf({ sequence, data }: HistoryEntity): RecordedEvent['data'] {
  try {
    return JSON.parse(data) as RecordedEvent['data'];
  } catch {
    throw new HistoryUnplayable(sequence, {
      nl: 'de gegevens van de gebeurtenis zijn onleesbaar',
      en: 'the data of the event cannot be read',
    });
  }
}

/** The event as a row, without its hash. */
export function toRow(
  organisationId: string,
  partnershipId: string,
  event: RecordedEvent,
): Omit<HistoryEntity, 'hash'> {
  return {
    partnershipId,
    sequence: event.sequence,
    organisationId,
    event: event.event,
    data: JSON.stringify(event.data),
    actorId: event.actor.id,
    actorRoles: event.actor.roles.join(' '),
    at: event.at,
    packName: event.pack.name,
    packVersion: event.pack.version,
    packDigest: event.pack.digest,
    lifecycleId: event.lifecycle.id,
    lifecycleVersion: event.lifecycle.version,
    lifecycleHash: event.lifecycle.hash,
    semantics: event.semantics,
  };
}
