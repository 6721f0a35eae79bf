import { type PackRef, type Text } from '@samenwerkt/engine';
import { type Database } from '../database/database.js';
import { all, first, sql } from '../database/work.js';

/** Something of a rule pack that ends, with what a calendar tells of it. */
export interface OpenPackMoment {
  /** Of its reminder. */
  readonly id: string;
  readonly kind: string;
  readonly occurrence: string;
  /** What ends. */
  readonly title: Text;
  /** Role that is told. */
  readonly to: string;
  /** Local date, ISO: the last day on which it still holds. */
  readonly dueOn: string;
  /** Instant at which it was last changed. */
  readonly changedAt: string;
  readonly pack: PackRef;
}

/** A moment that is open, with what a calendar tells of it. */
export interface OpenMoment {
  readonly partnership: string;
  /** Title of the partnership. */
  readonly title: string;
  readonly kind: string;
  readonly occurrence: string;
  /** Local date, ISO. */
  readonly dueOn: string;
  /** Sequence of the event that set it: higher each time it is set anew. */
  readonly setBy: number;
  /** Instant of that event. */
  readonly setAt: string;
  readonly pack: Pick<PackRef, 'name' | 'version'>;
}

/** A moment that somebody was told of and that was called off since: an agenda strikes it out. */
export interface CalledOffMoment extends Pick<OpenMoment, 'partnership' | 'title' | 'kind' | 'occurrence' | 'dueOn'> {
  /** What was asked. */
  readonly what: Text;
  /** Role that was told first. */
  readonly to: string;
  /** Sequence of the event that called it off. */
  readonly revision: number;
  /** Instant of that event. */
  readonly changedAt: string;
}

interface Row extends Omit<OpenMoment, 'pack'> {
  readonly packName: string;
  readonly packVersion: string;
}

const OPEN = sql<Row>(
  `SELECT t.partnership_id AS partnership, p.title, t.kind, t.occurrence, t.due_on AS "dueOn", t.set_by AS "setBy",
     h.at AS "setAt", p.pack_name AS "packName", p.pack_version AS "packVersion"
   FROM timer t
   JOIN partnership p ON p.id = t.partnership_id
   JOIN history h ON h.partnership_id = t.partnership_id AND h.sequence = t.set_by
   WHERE t.organisation_id = @organisation AND t.state = 'open'
   ORDER BY t.due_on, t.id LIMIT @limit`,
);
const OPEN_OF_PACKS = sql<Omit<OpenPackMoment, 'title' | 'pack'> & { why: string }>(
  `SELECT id, kind, occurrence, recipient AS "to", due_on AS "dueOn", updated_at AS "changedAt", why FROM reminder
   WHERE organisation_id = @organisation AND partnership_id IS NULL AND closed_by IS NULL AND state <> 'skipped'
   ORDER BY due_on, id LIMIT @limit`,
);
/** As long as nothing came in its place: the event that called it off is the one that closed it. */
const CALLED_OFF = sql<Omit<CalledOffMoment, 'what'> & { why: string }>(
  `SELECT r.partnership_id AS partnership, p.title, r.kind, r.occurrence, r.due_on AS "dueOn", r.recipient AS "to",
     r.revision, r.created_at AS "changedAt", r.why
   FROM reminder r
   JOIN partnership p ON p.id = r.partnership_id
   JOIN timer t ON t.partnership_id = r.partnership_id AND t.kind = r.kind AND t.occurrence = r.occurrence
     AND t.state = 'closed' AND t.closed_by = r.revision
   WHERE r.organisation_id = @organisation AND r.purpose = 'calledOff' AND r.step = 0
   ORDER BY r.created_at DESC, r.id DESC LIMIT @limit`,
);
const NAME = sql<{ name: string }>('SELECT name FROM organisation WHERE id = @organisation');

/** The moments of an organisation, as its calendar shows them. */
export class Moments {
  constructor(private readonly database: Database) {}

  /** The open moments, earliest first; what is overdue is among them. */
  async open(organisation: string, limit: number): Promise<OpenMoment[]> {
    const rows = await this.database.read(() => all(OPEN, { organisation, limit }));
    return rows.map(({ packName, packVersion, ...row }) => ({
      ...row,
      pack: { name: packName, version: packVersion },
    }));
  }

  /** What somebody was told of and was called off since, latest first. */
  async calledOff(organisation: string, limit: number): Promise<CalledOffMoment[]> {
    const rows = await this.database.read(() => all(CALLED_OFF, { organisation, limit }));
    return rows.map(({ why, kind, ...row }) => {
      const { title } = JSON.parse(why) as { title?: Text };
      return { ...row, kind, what: title ?? { nl: kind, en: kind } };
    });
  }

  /** What of the organisation's packs ends, earliest first, until a newer version has what takes its place. */
  async openOfPacks(organisation: string, limit: number): Promise<OpenPackMoment[]> {
    const rows = await this.database.read(() => all(OPEN_OF_PACKS, { organisation, limit }));
    return rows.map(({ why, ...row }) => {
      const { title, pack } = JSON.parse(why) as Pick<OpenPackMoment, 'title' | 'pack'>;
      return { ...row, title, pack };
    });
  }

  /** What the organisation is called; empty when nobody knows it. */
  async organisationName(organisation: string): Promise<string> {
    return (await this.database.read(() => first(NAME, { organisation })))?.name ?? '';
  }
}
