/** Milliseconds without a look after which the next one is another visit. */
const APART = 60 * 60_000;

interface Visit {
  /** Instants (ISO, UTC): the last look of the visit before this one, and the last look. */
  readonly before?: string;
  readonly last: string;
}

const keyOf = (person: string) => `samenwerkt.bezoek.${person}`;

/** Remembers that somebody looks. In this browser only: another computer has visits of its own. */
export function noteVisit(person: string, now = new Date()): void {
  const kept = read(person);
  const isNew = kept !== undefined && now.getTime() - Date.parse(kept.last) > APART;
  const before = isNew ? kept.last : kept?.before;
  const visit: Visit = { ...(before !== undefined && { before }), last: now.toISOString() };
  localStorage.setItem(keyOf(person), JSON.stringify(visit));
}

/** When somebody looked for the last time before this visit (ISO, UTC); undefined when they never did. */
export function previousVisit(person: string): string | undefined {
  return read(person)?.before;
}

function read(person: string): Visit | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(person)) ?? 'null') as Visit | null;
    return kept !== null && isInstant(kept.last) && (kept.before === undefined || isInstant(kept.before))
      ? kept
      : undefined;
  } catch {
    return undefined;
  }
}

function isInstant(text: unknown): boolean {
  return typeof text === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text);
}
