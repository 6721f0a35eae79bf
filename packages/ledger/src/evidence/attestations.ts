import { today } from '@samenwerkt/calendar';
import {
  checkData,
  evidenceFor,
  fieldProblem,
  type AskedEvidence,
  type DataProblem,
  type JsonSchema,
  type Text,
} from '@samenwerkt/engine';
import { v7 as uuid } from 'uuid';
import { type Audit } from '../audit/audit.js';
import { type Clock } from '../clock.js';
import { type Database } from '../database/database.js';
import { all, change, first } from '../database/work.js';
import { type HistoryEntity } from '../entities/history.js';
import { AlreadyExists, DataInvalid } from '../errors.js';
import { type Histories } from '../integrity/history.js';
import { type PackShelf } from '../packs/pack-shelf.js';
import { type DataSubjects } from '../privacy/data-subjects.js';
import { type Vault } from '../privacy/vault.js';
import { AttestationWithdrawn } from './errors.js';
import { FILES_OF_ATTESTATION, FILES_OF_PARTNERSHIP, type EvidenceFile } from './file-statements.js';
import { removeFilesOf } from './remove-file.js';
import { existing, mustNotBeApart } from './standing.js';
import * as statements from './statements.js';
import { OTHER_KIND, type AttestationRow } from './statements.js';

/** Somebody's word that they saw what proves an event. */
export interface Attestation extends Omit<AttestationRow, 'packName' | 'packVersion' | 'packDigest'> {
  /** What the kind is called. */
  readonly title: Text;
  /** Files of it, where somebody added them; those that were removed too. */
  readonly files: readonly EvidenceFile[];
}

/** What somebody says they saw. */
export interface Attest {
  readonly organisation: string;
  readonly partnership: string;
  readonly actorId: string;
  /** Number in the history of the event that it proves. */
  readonly sequence: number;
  readonly kind: string;
  readonly note?: string | undefined;
  /** Name or function of who saw it. */
  readonly seenBy: string;
  /** ISO date, today or before. */
  readonly seenOn: string;
}

/** Which attestation to take back, who asks it and why. */
interface WithdrawAttestation extends Pick<Attest, 'organisation' | 'partnership' | 'actorId'> {
  readonly id: string;
  readonly reason: string;
}

/** A proof that the pack asks with an event, and that nobody said they saw. */
export interface UnseenProof extends Pick<AskedEvidence, 'title' | 'note'> {
  readonly sequence: number;
  readonly event: string;
  readonly lifecycle: string;
  readonly kind: string;
}

const SCHEMA: JsonSchema = {
  type: 'object',
  required: ['sequence', 'kind', 'seenBy', 'seenOn'],
  additionalProperties: false,
  properties: {
    sequence: { type: 'integer', minimum: 1, title: 'Volgnummer' },
    kind: { type: 'string', minLength: 1, maxLength: 60, title: 'Soort' },
    note: { type: 'string', minLength: 1, maxLength: 500, title: 'Toelichting' },
    seenBy: { type: 'string', minLength: 1, maxLength: 200, title: 'Gezien door', 'x-personal': true },
    seenOn: { type: 'string', format: 'date', title: 'Gezien op' },
  },
};
const REASON_SCHEMA: JsonSchema = {
  type: 'object',
  required: ['reason'],
  additionalProperties: false,
  properties: { reason: { type: 'string', minLength: 1, maxLength: 1000, title: 'Reden' } },
};

interface Parts {
  readonly database: Database;
  readonly histories: Histories;
  readonly shelf: PackShelf;
  readonly subjects: DataSubjects;
  readonly vault: Vault;
  readonly audit: Audit;
  readonly clock: Clock;
}

/**
 * Evidence is attested: who saw what proves an event, and on which day. The proof itself stays where it is, so nobody's
 * papers are kept here. What was attested is never changed; it can be withdrawn, with a reason, and then still shows.
 */
export class Attestations {
  constructor(private readonly parts: Parts) {}

  /** All of a partnership, by event; those that were withdrawn too. @throws NotFound */
  async of(organisation: string, partnership: string): Promise<Attestation[]> {
    await this.parts.histories.page(organisation, partnership, 0, 1);
    const rows = await this.parts.database.read(() => all(statements.OF_PARTNERSHIP, { organisation, partnership }));
    const files = await this.parts.database.read(() => all(FILES_OF_PARTNERSHIP, { organisation, partnership }));
    const filesOf = (id: string) => files.filter(({ attestation }) => attestation === id);
    return Promise.all(rows.map((row) => this.titled(organisation, row, filesOf(row.id))));
  }

  /**
   * What the packs under which events were recorded ask as proof of them on their day, and nobody attested yet. It holds
   * nothing up: some of it is asked only on a sample or in case of doubt. @throws NotFound
   */
  async unseen(organisation: string, partnership: string): Promise<UnseenProof[]> {
    const rows = await this.parts.histories.all(organisation, partnership);
    const attested = await this.of(organisation, partnership);
    const seen = new Set(
      attested.filter(({ withdrawnAt }) => withdrawnAt === null).map(({ sequence, kind }) => `${sequence} ${kind}`),
    );
    const asked: UnseenProof[] = [];
    for (const row of rows) {
      const { sequence, event, lifecycleId: lifecycle, at } = row;
      const policy = await this.parts.shelf.known(organisation, packOf(row));
      for (const { id: kind, title, note } of policy ? evidenceFor(policy.pack, { event }, today(at)) : [])
        if (!seen.has(`${sequence} ${kind}`))
          asked.push({ sequence, event, lifecycle, kind, title, ...(note && { note }) });
    }
    return asked;
  }

  /** Puts on record who saw what, and when. @throws NotFound, DataInvalid, AlreadyExists, PartnershipQuarantined */
  async attest(attest: Attest): Promise<Attestation> {
    const { organisation, partnership, actorId, sequence, kind, note, seenBy: name, seenOn } = attest;
    await this.mustBeRight(attest);
    const { subjects, audit } = this.parts;
    const [id, at] = [uuid(), this.parts.clock()];
    const row = await this.parts.database.write(function* () {
      yield* mustNotBeApart(organisation, partnership);
      const seenBy = yield* subjects.referenceFor(organisation, name);
      const added = { id, organisation, partnership, sequence, kind, note: note ?? null, seenBy, seenOn, actorId, at };
      if (yield* first(statements.SAME, added)) throw new AlreadyExists({ nl: 'bewijs', en: 'evidence' }, kind);
      yield* change(statements.ADD, added);
      const details = { sequence, evidence: kind, seenBy, seenOn };
      yield* audit.record({ ...lineAbout(attest), action: 'evidence.attested', details: { ...details, id } });
      return yield* existing(organisation, partnership, id);
    });
    return this.titled(organisation, row, []);
  }

  /** Takes an attestation back; its files are destroyed. @throws NotFound, DataInvalid, AttestationWithdrawn, PartnershipQuarantined */
  async withdraw(withdraw: WithdrawAttestation): Promise<Attestation> {
    const { organisation, partnership, id, actorId, reason } = withdraw;
    const problems = checkData(REASON_SCHEMA, { reason });
    if (problems.length > 0) throw new DataInvalid(problems);
    const { parts } = this;
    const at = parts.clock();
    const { row, files } = await this.parts.database.write(function* () {
      const { sequence, kind } = yield* existing(organisation, partnership, id);
      yield* mustNotBeApart(organisation, partnership);
      if ((yield* change(statements.WITHDRAW, { id, organisation, actorId, at, reason })) === 0)
        throw new AttestationWithdrawn(id);
      const details = { id, sequence, evidence: kind };
      yield* parts.audit.record({ ...lineAbout(withdraw), action: 'evidence.withdrawn', reason, details });
      yield* removeFilesOf(parts, { ...withdraw, at });
      const left = yield* all(FILES_OF_ATTESTATION, { organisation, attestation: id });
      return { row: yield* existing(organisation, partnership, id), files: left };
    });
    return this.titled(organisation, row, files);
  }

  private async titled(
    organisation: string,
    row: AttestationRow,
    files: readonly EvidenceFile[],
  ): Promise<Attestation> {
    const { packName, packVersion, packDigest, ...rest } = row;
    const policy = await this.parts.shelf.known(organisation, packOf({ packName, packVersion, packDigest }));
    const title = policy?.pack.evidence.find(({ id }) => id === row.kind)?.title;
    return { ...rest, files, title: title ?? (row.kind === OTHER_KIND ? OTHER : { nl: row.kind, en: row.kind }) };
  }

  private async mustBeRight({
    organisation,
    partnership,
    sequence,
    kind,
    note,
    seenBy,
    seenOn,
  }: Attest): Promise<void> {
    const given = { sequence, kind, seenBy, seenOn, ...(note !== undefined && { note }) };
    const problems = checkData(SCHEMA, given);
    if (problems.length > 0) throw new DataInvalid(problems);
    const [row] = await this.parts.histories.page(organisation, partnership, sequence - 1, 1);
    const found = row?.sequence === sequence ? row : undefined;
    const wrong = [
      ...(found ? await this.kindProblems(organisation, found, kind, note) : [noEvent(sequence)]),
      ...(seenOn > today(this.parts.clock()) ? [FUTURE] : []),
    ];
    if (wrong.length > 0) throw new DataInvalid(wrong);
  }

  /** The kinds are those of the pack under which the event was recorded; where it has none that fits, a note says what it was. */
  private async kindProblems(
    organisation: string,
    row: HistoryEntity,
    kind: string,
    note: string | undefined,
  ): Promise<DataProblem[]> {
    if (kind === OTHER_KIND) return note === undefined ? [NOTE_NEEDED] : [];
    const policy = await this.parts.shelf.known(organisation, packOf(row));
    const kinds = [...(policy?.pack.evidence.map(({ id }) => id) ?? []), OTHER_KIND];
    return kinds.includes(kind) ? [] : [unknownKind(kinds)];
  }
}

const OTHER: Text = { nl: 'Anders', en: 'Other' };

function packOf({
  packName: name,
  packVersion: version,
  packDigest: digest,
}: Pick<HistoryEntity, 'packName' | 'packVersion' | 'packDigest'>) {
  return { name, version, digest };
}

function lineAbout({ organisation, partnership, actorId }: Pick<Attest, 'organisation' | 'partnership' | 'actorId'>) {
  return { organisation, actor: actorId, subject: { kind: 'partnership', id: partnership } };
}

const FUTURE = fieldProblem('/seenOn', 'future', {
  nl: 'deze dag moet nog komen; geef de dag waarop het bewijs is gezien',
  en: 'this day is yet to come; give the day on which the evidence was seen',
});
const NOTE_NEEDED = fieldProblem('/note', 'required', {
  nl: `bij ${OTHER_KIND} hoort een toelichting: wat er is gezien, zonder naam`,
  en: `${OTHER_KIND} needs a note: what was seen, without a name`,
});

function noEvent(sequence: number): DataProblem {
  return fieldProblem('/sequence', 'unknown', {
    nl: `gebeurtenis ${sequence} is er niet; neem het volgnummer uit de geschiedenis`,
    en: `there is no event ${sequence}; take the number from the history`,
  });
}

function unknownKind(kinds: readonly string[]): DataProblem {
  return fieldProblem('/kind', 'unknown', {
    nl: `moet een van deze zijn: ${kinds.join(', ')}`,
    en: `must be one of: ${kinds.join(', ')}`,
  });
}
