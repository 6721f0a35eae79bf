import { addDays } from '@samenwerkt/calendar';
import { type PackRef } from '@samenwerkt/engine';
import { type Database } from '../database/database.js';
import { all, first, sql, type Work } from '../database/work.js';
import { type DataSubjects } from '../privacy/data-subjects.js';
import { scopeOf, type Within } from '../queries/scope.js';
import { OVER } from '../queries/over.js';
import { literal } from '../queries/literal.js';

/** What a work list can be narrowed by; all given conditions hold together. */
interface WorkFilter {
  /** Local dates (ISO): due from this one, and up to and including that one. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  /** Kind of moment, such as `gesprek`. */
  readonly kind?: string | undefined;
  /** Not of this kind. */
  readonly except?: string | undefined;
  readonly phase?: string | undefined;
  /** Name of a rule pack. */
  readonly pack?: string | undefined;
  /** Name of the coordinator as it was given. */
  readonly coordinator?: string | undefined;
  /** Part of the title of the partnership or of the name of the supplier. */
  readonly text?: string | undefined;
}

/** Where a page ended. */
export interface WorkPlace {
  /** Local date (ISO). */
  readonly dueOn: string;
  readonly id: string;
}

/** Something to do by a date. */
export interface WorkItem extends WorkPlace {
  readonly kind: string;
  readonly occurrence: string;
  readonly partnership: string;
  readonly title: string;
  readonly supplier: string | null;
  readonly phase: string;
  readonly coordinator: string | null;
  readonly pack: Pick<PackRef, 'name' | 'version'>;
}

/** How much there is to do. */
interface WorkCounts {
  /** Due before today, today, within seven days after it, and later. */
  readonly overdue: number;
  readonly today: number;
  readonly week: number;
  readonly later: number;
  /** Partnerships that are not over, by phase. */
  readonly phases: readonly { readonly phase: string; readonly count: number }[];
}

type Row = Omit<WorkItem, 'pack'> & { readonly packName: string; readonly packVersion: string };

const ITEMS = sql<Row>(
  `SELECT t.id, t.due_on AS "dueOn", t.kind, t.occurrence, p.id AS partnership, p.title, s.name AS supplier, p.phase,
     p.coordinator, p.pack_name AS "packName", p.pack_version AS "packVersion"
   FROM timer t JOIN partnership p ON p.id = t.partnership_id LEFT JOIN supplier s ON s.id = p.supplier_id
   WHERE t.organisation_id = @organisation AND t.state = 'open' AND (t.due_on, t.id) > (@afterDate, @afterId)
     AND t.due_on >= @from AND t.due_on <= @until
     AND (@kind = '' OR t.kind = @kind) AND t.kind <> @except AND (@phase = '' OR p.phase = @phase) AND (@pack = '' OR p.pack_name = @pack)
     AND (@supplier = '' OR p.supplier_id = @supplier)
     AND (@coordinator = '' OR p.coordinator = @coordinator OR p.coordinator = @reference)
     AND (@text = '' OR folded(p.title) LIKE folded(@text) ESCAPE '\\' OR folded(s.name) LIKE folded(@text) ESCAPE '\\'
       OR EXISTS (SELECT 1 FROM contract c WHERE c.id = p.contract_id AND folded(c.kenmerk) LIKE folded(@text) ESCAPE '\\'))
   ORDER BY t.due_on, t.id LIMIT @limit`,
);
const COUNTS = sql<Omit<WorkCounts, 'phases'>>(
  `SELECT CAST(coalesce(sum(CASE WHEN t.due_on < @today THEN 1 ELSE 0 END), 0) AS INTEGER) AS overdue,
     CAST(coalesce(sum(CASE WHEN t.due_on = @today THEN 1 ELSE 0 END), 0) AS INTEGER) AS today,
     CAST(coalesce(sum(CASE WHEN t.due_on > @today AND t.due_on <= @week THEN 1 ELSE 0 END), 0) AS INTEGER) AS week,
     CAST(coalesce(sum(CASE WHEN t.due_on > @week THEN 1 ELSE 0 END), 0) AS INTEGER) AS later
   FROM timer t JOIN partnership p ON p.id = t.partnership_id
   WHERE t.organisation_id = @organisation AND t.state = 'open' AND (@supplier = '' OR p.supplier_id = @supplier)`,
);
const PHASES = sql<{ phase: string; count: number }>(
  `SELECT phase, CAST(count(*) AS INTEGER) AS count FROM partnership
   WHERE organisation_id = @organisation AND phase <> '${OVER}' AND (@supplier = '' OR supplier_id = @supplier)
   GROUP BY phase ORDER BY phase`,
);

/** The open moments of all partnerships as work to be done. */
export class WorkList {
  constructor(
    private readonly database: Database,
    private readonly subjects: DataSubjects,
  ) {}

  /** One page, earliest first; what is overdue comes first of all. */
  async page(within: Within, filter: WorkFilter, limit: number, after?: WorkPlace): Promise<WorkItem[]> {
    const { organisation, supplier = '' } = scopeOf(within);
    const { from = '', until = '9999-12-31', kind = '', except = '', phase = '', pack = '', text } = filter;
    const narrowed = { from, until, kind, except, phase, pack, text: text === undefined ? '' : `%${literal(text)}%` };
    const place = { afterDate: after?.dueOn ?? '', afterId: after?.id ?? '' };
    const { subjects } = this;
    const rows = await this.database.read(function* (): Work<Row[]> {
      const { coordinator: name } = filter;
      const forms = name === undefined ? [] : yield* subjects.formsOf(organisation, name);
      const who = { coordinator: forms[0] ?? '', reference: forms[1] ?? forms[0] ?? '' };
      return yield* all(ITEMS, { organisation, supplier, ...narrowed, ...who, ...place, limit });
    });
    return rows.map(({ packName: name, packVersion: version, ...row }) => ({ ...row, pack: { name, version } }));
  }

  /** @param today local date (ISO) */
  counts(within: Within, today: string): Promise<WorkCounts> {
    const { organisation, supplier = '' } = scopeOf(within);
    return this.database.read(function* () {
      const counted = yield* first(COUNTS, { organisation, supplier, today, week: addDays(today, 7) });
      const phases = yield* all(PHASES, { organisation, supplier });
      return { ...(counted ?? { overdue: 0, today: 0, week: 0, later: 0 }), phases };
    });
  }
}
