import { type Partnership } from '@samenwerkt/engine';
import { ERASED, type Address } from '@samenwerkt/ledger';
import { type Recipient } from '../message/facts.js';
import { roleName } from '../message/labels.js';

/** Somebody who may be told: what they are on record as, and in which role. */
interface Candidate {
  readonly name: string;
  readonly role: string;
}

/**
 * Who is told, and where. The address goes with the person or function on record, and otherwise with the role. Without
 * either the coordinator is told; when nobody knows where that is, it stays the one it was for, without an address.
 * @param to a role or `backup`; or for the message of an event the name on record
 */
export function recipientOf(
  to: string,
  partnership: Partnership | undefined,
  addresses: readonly Address[],
): Recipient {
  const meant = candidate(to, partnership);
  const book = new Map(addresses.map((address) => [keyOf(address.name), address]));
  for (const { name, role } of [meant, candidate('coordinator', partnership)]) {
    const found = book.get(keyOf(name)) ?? book.get(keyOf(role));
    if (found)
      return { name: callable({ name, role }, found.language), role, email: found.email, language: found.language };
  }
  return { name: callable(meant), role: meant.role, language: 'nl' };
}

function candidate(to: string, partnership: Partnership | undefined): Candidate {
  const { coordinator, backup, opdrachtnemer } = partnership ?? {};
  const onRecord: Readonly<Record<string, string | undefined>> = { coordinator, backup, opdrachtnemer };
  const role = Object.keys(onRecord).find((known) => onRecord[known] === to);
  return role === undefined ? { name: onRecord[to] ?? to, role: to } : { name: to, role };
}

/** Whoever was erased is called by their role. */
function callable({ name, role }: Candidate, language: Recipient['language'] = 'nl'): string {
  return name === ERASED.nl ? roleName(role)[language] : name;
}

function keyOf(name: string): string {
  return name.trim().toLowerCase();
}
