import { type Ledger } from '@samenwerkt/ledger';
import { type Language } from '../http/language.js';

/** What somebody who did something is called; null for programs, and for ids of nobody here. */
export type Called = (id: string) => string | null;

/** Names for ids, all read at once. Records hold ids, so that a name that was erased reads so there as well. */
export async function called(
  ledger: Ledger,
  organisation: string,
  ids: readonly string[],
  language: Language,
): Promise<Called> {
  const names = ids.length === 0 ? new Map<string, string>() : await ledger.people.names(organisation, ids, language);
  return (id) => names.get(id) ?? null;
}
