import { type Audit } from '../audit/audit.js';
import { change, sql, type Work } from '../database/work.js';
import { referenceTo } from './references.js';
import { type Vault } from './vault.js';

/** Whom to erase, who asks it and why. */
interface Erasing {
  readonly organisation: string;
  readonly id: string;
  readonly actorId: string;
  readonly reason: string;
  /** Instant (ISO, UTC). */
  readonly at: string;
  /** What else the audit log is to say; never personal data. */
  readonly details?: Readonly<Record<string, unknown>>;
}

const ERASE = sql(
  `UPDATE data_subject SET name = NULL, name_index = NULL, erased_at = @at, erased_by = @actorId, erased_because = @reason
   WHERE id = @id AND organisation_id = @organisation`,
);

/** Destroys the key of somebody who is on record and not erased yet, with the line about it in the audit log. */
export function* eraseSubject(
  { vault, audit }: { vault: Vault; audit: Audit },
  { details, ...erasing }: Erasing,
): Work<void> {
  const { organisation, id, actorId, reason } = erasing;
  yield* vault.destroy(organisation, id);
  yield* change(ERASE, erasing);
  yield* audit.record({ ...lineAbout(organisation, id, actorId, details), reason, action: 'data-subject.erased' });
}

/** Whom a line of the audit log is about: by reference, which reads as a name until they are erased. */
export function lineAbout(organisation: string, id: string, actor: string, details = {}) {
  const subject = { kind: 'data-subject', id };
  return { organisation, actor, subject, details: { ...details, person: referenceTo(id) } };
}
