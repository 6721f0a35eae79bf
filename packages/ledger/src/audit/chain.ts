import { sha256 } from '../hashing.js';

/** An entry as it is stored. */
export interface AuditRow {
  readonly organisation: string;
  /** From 1, without gaps, per organisation. */
  readonly sequence: number;
  /** Instant (ISO, UTC); never before that of the entry before. */
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly kind: string;
  readonly id: string;
  readonly reason: string | null;
  /** JSON. */
  readonly details: string;
  readonly hash: string;
}

/** Hash before the first entry. */
export const AUDIT_GENESIS = sha256('samenwerkt audit');

/** SHA-256 over the hash of the entry before and every part of this one. */
export function auditHash(previous: string, row: Omit<AuditRow, 'hash'>): string {
  const { organisation, sequence, at, actor, action, kind, id, reason, details } = row;
  return sha256(JSON.stringify([previous, organisation, sequence, at, actor, action, kind, id, reason, details]));
}

/** A stretch of the log that does not hold. */
export interface AuditBreak {
  /** First entry of the stretch. */
  readonly sequence: number;
  readonly kind: 'changed' | 'missing';
  /** How many entries: 1 when changed. */
  readonly count: number;
}

/** Most breaks that are named one by one. */
const MOST_BREAKS = 100;

/** Walks the log from its beginning, part by part. */
export class AuditWalk {
  readonly breaks: AuditBreak[] = [];
  entries = 0;
  head = AUDIT_GENESIS;
  private expected = 1;

  /** Goes on with the next entries, in order. */
  take(rows: readonly AuditRow[]): void {
    for (const row of rows) {
      if (row.sequence !== this.expected) this.missing(row.sequence);
      if (auditHash(this.head, row) !== row.hash) this.found({ sequence: row.sequence, kind: 'changed', count: 1 });
      this.head = row.hash;
      this.expected = row.sequence + 1;
      this.entries++;
    }
  }

  /** @param end where the log ends on record; a log without one has no entries */
  finish(end: Pick<AuditRow, 'sequence' | 'hash'> = { sequence: 0, hash: AUDIT_GENESIS }): void {
    const last = this.expected - 1;
    if (end.sequence > last) this.missing(end.sequence + 1);
    else if (end.sequence < last || end.hash !== this.head) this.found({ sequence: last, kind: 'changed', count: 1 });
  }

  private missing(until: number): void {
    this.found({ sequence: this.expected, kind: 'missing', count: until - this.expected });
  }

  private found(one: AuditBreak): void {
    if (this.breaks.length < MOST_BREAKS) this.breaks.push(one);
  }
}
