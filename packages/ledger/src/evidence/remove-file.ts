import { type Audit } from '../audit/audit.js';
import { all, change, type Work } from '../database/work.js';
import { type Vault } from '../privacy/vault.js';
import * as statements from './file-statements.js';

/** Whose file, and why it goes. */
interface RemoveFile {
  readonly organisation: string;
  readonly partnership: string;
  /** Id of the file. */
  readonly id: string;
  readonly actorId: string;
  readonly reason: string;
  /** Instant (ISO, UTC). */
  readonly at: string;
}

interface Parts {
  readonly vault: Vault;
  readonly audit: Audit;
}

/** Destroys a file and its key, with a line in the audit log. @returns whether it was there still */
export function* removeFile({ vault, audit }: Parts, remove: RemoveFile): Work<boolean> {
  const { organisation, partnership, id, actorId, reason, at } = remove;
  if ((yield* change(statements.REMOVE_FILE, { id, organisation, reason, at })) === 0) return false;
  yield* vault.destroy(organisation, id);
  const line = { organisation, actor: actorId, subject: { kind: 'partnership', id: partnership }, reason };
  yield* audit.record({ ...line, action: 'evidence.file-removed', details: { file: id } });
  return true;
}

/** Destroys all files of an attestation; `id` is that of the attestation. */
export function* removeFilesOf(parts: Parts, remove: RemoveFile): Work<void> {
  const { organisation, id: attestation } = remove;
  for (const { id } of yield* all(statements.FILES_OF_ATTESTATION, { organisation, attestation }))
    yield* removeFile(parts, { ...remove, id });
}
