import { checkData, type JsonSchema } from '@samenwerkt/engine';
import { v7 as uuid } from 'uuid';
import { type Audit } from '../audit/audit.js';
import { type Clock } from '../clock.js';
import { type Database } from '../database/database.js';
import { all, change, first } from '../database/work.js';
import { DataInvalid, NotFound } from '../errors.js';
import { type Vault } from '../privacy/vault.js';
import { AttestationWithdrawn, EvidenceFileGone, EvidenceFileRefused } from './errors.js';
import { kindOf, type FileKind } from './file-kind.js';
import * as statements from './file-statements.js';
import { type EvidenceFile } from './file-statements.js';
import { removeFile } from './remove-file.js';
import { existing, mustNotBeApart } from './standing.js';

/** With which attestation a file is, and who asks. */
interface Asked {
  readonly organisation: string;
  readonly partnership: string;
  readonly attestation: string;
  readonly actorId: string;
}

/** Most bytes of a file. */
export const MOST_FILE_BYTES = 5 * 1024 * 1024;

/** Most files with one attestation. */
const MOST_FILES = 10;

const REASON_SCHEMA: JsonSchema = {
  type: 'object',
  required: ['reason'],
  additionalProperties: false,
  properties: { reason: { type: 'string', minLength: 1, maxLength: 1000, title: 'Reden' } },
};

interface Parts {
  readonly database: Database;
  readonly vault: Vault;
  readonly audit: Audit;
  readonly clock: Clock;
}

/**
 * Files of what proves an event, for organisations that must keep them. Each is sealed under a key of its own, and who
 * reads it leaves a line in the audit log. It goes with its key when it is removed, when its attestation is withdrawn, or
 * when the term of the organisation is over.
 */
export class EvidenceFiles {
  constructor(private readonly parts: Parts) {}

  /** Adds a file. @throws NotFound, EvidenceFileRefused, AttestationWithdrawn, PartnershipQuarantined */
  async add({ organisation, partnership, attestation, actorId }: Asked, content: Buffer): Promise<EvidenceFile> {
    const { vault, audit, clock } = this.parts;
    const [id, at] = [uuid(), clock()];
    return this.parts.database.write(function* () {
      const { withdrawnAt } = yield* existing(organisation, partnership, attestation);
      const type = mustBeKept(content);
      if (withdrawnAt !== null) throw new AttestationWithdrawn(attestation);
      yield* mustNotBeApart(organisation, partnership);
      const files = yield* all(statements.FILES_OF_ATTESTATION, { organisation, attestation });
      if (files.filter(({ removedAt }) => removedAt === null).length >= MOST_FILES)
        throw new EvidenceFileRefused('many');
      const sealed = yield* vault.sealData(organisation, id, content);
      const bytes = content.length;
      yield* change(statements.ADD_FILE, { id, organisation, attestation, type, bytes, actorId, at, content: sealed });
      const line = lineAbout({ organisation, partnership, attestation, actorId });
      yield* audit.record({
        ...line,
        action: 'evidence.file-added',
        details: { file: id, id: attestation, type, bytes },
      });
      return {
        id,
        attestation,
        type,
        bytes,
        recordedBy: actorId,
        recordedAt: at,
        removedAt: null,
        removedBecause: null,
      };
    });
  }

  /** A file, for somebody to read; that they did is put on record. @throws NotFound, EvidenceFileGone, SealBroken */
  async read(asked: Asked, id: string): Promise<{ readonly type: FileKind; readonly content: Buffer }> {
    const { vault, audit } = this.parts;
    return this.parts.database.write(function* () {
      const { type, content, removedBecause } = yield* fileOf(asked, id);
      const opened =
        content === null ? undefined : yield* vault.openData(asked.organisation, { subject: id, sealed: content });
      if (!opened) throw new EvidenceFileGone(id, removedBecause ?? '');
      yield* audit.record({ ...lineAbout(asked), action: 'evidence.file-read', details: { file: id } });
      return { type, content: opened };
    });
  }

  /** Destroys a file. @throws NotFound, DataInvalid, EvidenceFileGone */
  async remove(asked: Asked, id: string, reason: string): Promise<EvidenceFile> {
    const problems = checkData(REASON_SCHEMA, { reason });
    if (problems.length > 0) throw new DataInvalid(problems);
    const { parts } = this;
    const { organisation, partnership, actorId } = asked;
    const at = parts.clock();
    return parts.database.write(function* () {
      const { content, ...file } = yield* fileOf(asked, id);
      if (content === null || !(yield* removeFile(parts, { organisation, partnership, id, actorId, reason, at })))
        throw new EvidenceFileGone(id, file.removedBecause ?? '');
      return { ...file, removedAt: at, removedBecause: reason };
    });
  }
}

/** What a file is. @throws EvidenceFileRefused when it is not kept */
function mustBeKept(content: Buffer): FileKind {
  if (content.length > MOST_FILE_BYTES) throw new EvidenceFileRefused('size');
  const kind = kindOf(content);
  if (!kind) throw new EvidenceFileRefused('kind');
  return kind;
}

function* fileOf({ organisation, partnership, attestation }: Asked, id: string) {
  yield* existing(organisation, partnership, attestation);
  const found = yield* first(statements.CONTENT, { organisation, attestation, id });
  if (!found) throw new NotFound({ nl: 'bestand', en: 'file' }, id);
  return found;
}

function lineAbout({ organisation, partnership, actorId }: Asked) {
  return { organisation, actor: actorId, subject: { kind: 'partnership', id: partnership } };
}
