import { type PackRef } from '@samenwerkt/engine';
import { type Database } from '../database/database.js';
import { all, first, sql } from '../database/work.js';

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

  /** What the organisation is called; empty when nobody knows it. */
  async organisationName(organisation: string): Promise<string> {
    return (await this.database.read(() => first(NAME, { organisation })))?.name ?? '';
  }
}
