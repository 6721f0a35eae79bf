import { type Database } from '../database/database.js';
import { first, sql, type Work } from '../database/work.js';
import { NotFound, SelectionTooLarge } from '../errors.js';
import { type PartnershipFilter, type Partnerships } from '../queries/partnerships.js';

/** Which partnerships to move: all that fit a filter, or these. */
export type Selection =
  | { readonly filter: PartnershipFilter }
  /** Ids. */
  | { readonly partnerships: readonly string[] };

/** A partnership as it was selected. */
export interface Selected {
  readonly id: string;
  readonly version: number;
  readonly title: string;
}

/** Most partnerships in one selection. */
export const MOST_SELECTED = 10_000;

/** Partnerships read at a time. */
const PAGE = 500;

const BY_ID = sql<Selected>(
  'SELECT id, version, title FROM partnership WHERE id = @id AND organisation_id = @organisation',
);

/** Finds the partnerships of a selection. */
export class Selections {
  constructor(
    private readonly database: Database,
    private readonly partnerships: Partnerships,
  ) {}

  /**
   * The partnerships of a selection. A filter that names no pack means those of the pack that is moved to: nobody moves
   * everybody to another policy by leaving something out.
   * @throws NotFound naming the first that is not there, SelectionTooLarge
   */
  async find(organisation: string, selection: Selection, pack: string): Promise<Selected[]> {
    if ('filter' in selection) return this.fitting(organisation, withPack(selection.filter, pack));
    const ids = [...new Set(selection.partnerships)];
    if (ids.length > MOST_SELECTED) throw new SelectionTooLarge(MOST_SELECTED);
    return this.database.read(() => those(organisation, ids));
  }

  private async fitting(organisation: string, filter: PartnershipFilter): Promise<Selected[]> {
    const found: Selected[] = [];
    for (;;) {
      const rows = await this.partnerships.page(organisation, filter, PAGE, found.at(-1)?.id);
      found.push(...rows.map(({ id, version, title }) => ({ id, version, title })));
      if (found.length > MOST_SELECTED) throw new SelectionTooLarge(MOST_SELECTED);
      if (rows.length < PAGE) return found;
    }
  }
}

function* those(organisation: string, ids: readonly string[]): Work<Selected[]> {
  const selected: Selected[] = [];
  for (const id of ids) {
    const found = yield* first(BY_ID, { id, organisation });
    if (!found) throw new NotFound({ nl: 'partnerschap', en: 'partnership' }, id);
    selected.push(found);
  }
  return selected;
}

/** The selection as it is carried out and kept. */
export function withPack(filter: PartnershipFilter, pack: string): PartnershipFilter {
  return { ...filter, pack: filter.pack ?? pack };
}
