/** Whose rows somebody may see. It goes along to whatever reads partnerships and contracts, and nothing beside it decides. */
export interface Scope {
  readonly organisation: string;
  /** Only what belongs to this supplier; left out for everything of the organisation. */
  readonly supplier?: string;
}

/** A scope, or the id of an organisation for everything of it. */
export type Within = string | Scope;

export function scopeOf(within: Within): Scope {
  return typeof within === 'string' ? { organisation: within } : within;
}

/** The columns that a row must have to be seen, as TypeORM looks for them. */
export function seenWithin(within: Within): { organisationId: string; supplierId?: string } {
  const { organisation, supplier } = scopeOf(within);
  return { organisationId: organisation, ...(supplier === undefined ? {} : { supplierId: supplier }) };
}
