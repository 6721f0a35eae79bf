import { migrate, migrationPreview, type Acceptance, type Partnership, type Policy } from '@samenwerkt/engine';
import { notBefore } from '../clock.js';
import { type Work } from '../database/work.js';
import { EventRefused } from '../errors.js';
import { PackEnded, PackNotPublished } from '../packs/errors.js';
import { type PackShelf } from '../packs/pack-shelf.js';
import { type MigratePartnership, type MigrationRehearsal } from './commands.js';
import { type StoredPartnership } from './statements.js';

/** A partnership as the writer found it, with the policy it is pinned to. */
interface Found {
  readonly stored: Pick<StoredPartnership, 'updatedAt'>;
  readonly partnership: Partnership;
  readonly policy: Policy;
}

/**
 * The pack that partnerships may be moved to: a version that is published and in force. Whatever else a version must be to
 * be moved to is asked here and nowhere else.
 * @throws NotFound, PackNotPublished, PackEnded
 */
export function* targetOf(
  shelf: PackShelf,
  organisation: string,
  { name, version }: MigratePartnership['to'],
): Work<Policy> {
  const pack = yield* shelf.standing(organisation, name, version);
  if (pack.state === 'concept') throw new PackNotPublished(`${name} ${version}`);
  if (pack.state === 'vervallen') throw new PackEnded(pack);
  return yield* shelf.find(organisation, pack.ref);
}

/** The acceptance of a move. @throws EventRefused */
export function decideMove(command: MigratePartnership, found: Found, to: Policy, present: string): Acceptance {
  const decision = decided(command, found, to, present);
  if (decision.outcome === 'refused') throw new EventRefused(decision);
  return decision;
}

/** The decision on a move with what it would change. */
export function rehearseMove(
  command: MigratePartnership,
  found: Found,
  to: Policy,
  present: string,
): MigrationRehearsal {
  const { partnership, policy: from } = found;
  const decision = decided(command, found, to, present);
  const { id, contract, version } = partnership;
  const rehearsed = { partnership: id, kenmerk: contract.kenmerk, title: contract.titel, version };
  const packs = { from: from.ref, to: to.ref };
  if (decision.outcome === 'refused') return { ...rehearsed, ...packs, decision };
  return { ...rehearsed, ...packs, decision, preview: migrationPreview(partnership, from, to, present) };
}

function decided(
  { reden, actor }: MigratePartnership,
  { stored, partnership, policy }: Found,
  to: Policy,
  present: string,
) {
  return migrate(partnership, policy, to, { reden }, actor, notBefore(stored.updatedAt, present));
}
