import { ACTIONS } from '@samenwerkt/access';
import { PackInvalid, type Policy } from '@samenwerkt/engine';
import { all, sql, type Work } from '../database/work.js';
import { opened, type SealedPersonal } from '../people/personal.js';
import { type Vault } from '../privacy/vault.js';
import { FourEyesNeeded } from './errors.js';
import { byVersion, type ShelvedPack } from './pack-life.js';
import { type PackShelf } from './pack-shelf.js';
import * as statements from './statements.js';

const PUBLISHERS = sql<SealedPersonal & { role: string }>(
  `SELECT p.id, p.name, p.email, k.wrapped, g.role FROM person p JOIN role_grant g ON g.person_id = p.id
     JOIN subject_key k ON k.id = p.id
   WHERE p.organisation_id = @organisation AND p.state = 'active' ORDER BY p.id`,
);

/** Who wants to put which content in force. */
interface Publication {
  readonly organisation: string;
  /** Id of the one who publishes. */
  readonly actor: string;
  /** The concept as it stands. */
  readonly pack: ShelvedPack;
  readonly policy: Policy;
}

/**
 * Where the pack asks for four eyes, who brought the content does not put it in force. The version in force can ask it as
 * well: otherwise one person could take the question out and publish that.
 * @throws FourEyesNeeded naming who may
 */
export function* mustHaveFourEyes(
  { shelf, vault }: { readonly shelf: PackShelf; readonly vault: Vault },
  { organisation, actor, pack, policy }: Publication,
): Work<void> {
  if (actor !== pack.uploadedBy) return;
  if (!asks(policy) && !(yield* lastAsked(shelf, organisation, pack.ref.name))) return;
  const mayPublish: readonly string[] = ACTIONS['packs.publish'].roles;
  const people = (yield* all(PUBLISHERS, { organisation })).filter(
    ({ id, role }) => id !== actor && mayPublish.includes(role),
  );
  const names = new Map(people.flatMap((row) => [[row.id, opened(vault, row)?.name ?? ''] as const]));
  throw new FourEyesNeeded(pack.ref, [...names.values()], mayPublish);
}

function asks({ pack: { manifest } }: Policy): boolean {
  return manifest.fourEyes?.includes('publication') === true;
}

/** Whether the highest version that was ever published asks it; one that this engine cannot read asks nothing any more. */
function* lastAsked(shelf: PackShelf, organisation: string, name: string): Work<boolean> {
  const published = (yield* all(statements.NAMED_SO, { organisation, name }))
    .filter(({ state }) => state === 'gepubliceerd')
    .sort((a, b) => byVersion(a.version, b.version));
  const last = published.at(-1);
  if (!last) return false;
  try {
    return asks(yield* shelf.find(organisation, last));
  } catch (error) {
    if (error instanceof PackInvalid) return false;
    throw error;
  }
}
