import { lifecycleOf, type Partnership } from '@samenwerkt/engine';
import { LedgerError } from '../errors.js';
import { sha256 } from '../hashing.js';

/** A snapshot or the head of a chain was found damaged; the writer turns it into a quarantine. */
export class DamageFound extends LedgerError {
  readonly code = 'damage-found';

  constructor(
    readonly id: string,
    readonly reason: string,
  ) {
    super({ nl: `Partnerschap ${id} is beschadigd: ${reason}.`, en: `Partnership ${id} is damaged: ${reason}.` });
  }
}

/** What is stored of a snapshot, to be checked before it is trusted. */
interface Stored {
  readonly snapshot: string;
  readonly snapshotHash: string;
  readonly version: number;
  readonly headHash: string;
}

/**
 * The partnership of a stored snapshot.
 * @param lastEventHash hash of the last event of its history
 * @throws DamageFound when the snapshot is not the one written, or its history ends elsewhere
 * @throws LifecycleMismatch when this program has another definition of its lifecycle: not damage, so nothing is set apart
 */
export function readSnapshot(id: string, stored: Stored, lastEventHash: string | null): Partnership {
  if (sha256(stored.snapshot) !== stored.snapshotHash)
    throw new DamageFound(id, 'momentopname klopt niet met haar controlegetal');
  if (lastEventHash !== stored.headHash)
    throw new DamageFound(id, 'geschiedenis eindigt niet waar de momentopname staat');
  const partnership = JSON.parse(stored.snapshot) as Partnership;
  if (partnership.id !== id || partnership.version !== stored.version)
    throw new DamageFound(id, 'momentopname hoort bij een ander partnerschap of een andere versie');
  lifecycleOf(partnership.lifecycle);
  return partnership;
}
