import { FILE_KINDS } from '@samenwerkt/ledger';
import { date, id, instant, list, object, orNull, ref, text, whole, type Schema } from './schemas.js';

/** Which event is proved, and by what. */
const proof = { sequence: whole, event: text, eventTitle: text, lifecycle: text, kind: text, title: text };

/** Answers about who saw what proves the events of a partnership. */
export const EVIDENCE_SCHEMAS: Readonly<Record<'Evidence' | 'EvidenceFile' | 'EvidenceOfPartnership', Schema>> = {
  Evidence: object({
    id,
    ...proof,
    note: orNull(text),
    seenBy: text,
    seenOn: date,
    recordedBy: text,
    recordedAt: instant,
    withdrawnBy: orNull(text),
    withdrawnAt: orNull(instant),
    withdrawnBecause: orNull(text),
    files: list(ref('EvidenceFile')),
  }),
  EvidenceFile: object({
    id,
    attestation: id,
    type: { type: 'string', enum: [...FILE_KINDS] },
    bytes: whole,
    recordedBy: text,
    recordedAt: instant,
    removedAt: orNull(instant),
    removedBecause: orNull(text),
  }),
  EvidenceOfPartnership: object({
    items: list(ref('Evidence')),
    unseen: { ...list(object({ ...proof, note: orNull(text) })), description: 'Gevraagd, en door niemand gezien' },
  }),
};
