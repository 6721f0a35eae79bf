import { today } from '@samenwerkt/calendar';
import { checkData, type JsonSchema } from '@samenwerkt/engine';
import { type Audit } from '../audit/audit.js';
import { type Clock } from '../clock.js';
import { type Database } from '../database/database.js';
import { all, change, first, lock, type Work } from '../database/work.js';
import { DataInvalid, NotFound } from '../errors.js';
import { type Vault } from '../privacy/vault.js';
import {
  PackChanged,
  PackImmutable,
  PackNotPublishable,
  PackPinned,
  PackStateConflict,
  PackVersionNotHigher,
} from './errors.js';
import { mustHaveFourEyes } from './four-eyes.js';
import { byVersion, POSSIBLE, shelvedOn, type PackStep, type Replacement, type ShelvedPack } from './pack-life.js';
import { planPackMoments } from './pack-moments.js';
import { examine, isPublishable, type Examined, type PackReport } from './pack-report.js';
import { packLine, recordEvent, type PackShelf } from './pack-shelf.js';
import * as statements from './statements.js';

type Files = ReadonlyMap<string, string>;

/** A version of a pack of an organisation. */
interface Version {
  readonly organisation: string;
  readonly name: string;
  readonly version: string;
}

/** A step with a version, and who takes it. */
interface Step extends Version {
  readonly actor: string;
}

/** To put a pack on the shelf as a concept. A signature of the archive will have its place here. */
interface UploadPack {
  readonly organisation: string;
  /** Path within the pack → text. */
  readonly files: Files;
  readonly actor: string;
}

/** What came of an upload; `present` when this very content was there already. */
export interface UploadedPack {
  readonly outcome: 'added' | 'replaced' | 'present';
  readonly pack: ShelvedPack;
  readonly report: PackReport;
}

/** A step with a concept as somebody saw it. */
interface ConceptStep extends Step {
  /** Digest of the content that was looked at; when it is not what is there now, nothing happens. */
  readonly digest?: string | undefined;
}

/** To let a published version end. */
export interface WithdrawPack extends Step {
  /** ISO date: the first day on which nothing can be started under it; today or later. */
  readonly endsOn: string;
  readonly replacedBy?: Replacement | undefined;
  /** Why, for whoever is refused because of it. */
  readonly reason: string;
  /** To change a withdrawal that has not come into effect: the date it has now. */
  readonly expectedEndsOn?: string | undefined;
}

/** Something that was done to a version, by whom and when. */
export interface PackEvent {
  readonly what: PackStep;
  readonly actor: string;
  /** Instant (ISO, UTC). */
  readonly at: string;
  readonly details: Readonly<Record<string, unknown>>;
}

const WITHDRAWAL: JsonSchema = {
  type: 'object',
  required: ['endsOn', 'reason'],
  properties: {
    endsOn: { type: 'string', format: 'date', title: 'Einddatum' },
    reason: { type: 'string', minLength: 1, maxLength: 500, title: 'Reden' },
  },
};

interface Parts {
  readonly database: Database;
  readonly shelf: PackShelf;
  readonly vault: Vault;
  readonly audit: Audit;
  readonly clock: Clock;
}

/** The life of versions of packs: from concept to published to ended. Every step is put on record. */
export class PackRegistry {
  constructor(private readonly parts: Parts) {}

  /**
   * Keeps a pack as a concept, with the pack it extends inside it, in place of the concept of this version that was there.
   * @throws PackInvalid with every problem, PackImmutable when the version is published with other content, PackPinned
   */
  async upload({ organisation, files, actor }: UploadPack): Promise<UploadedPack> {
    const whole = await this.parts.shelf.whole(organisation, files);
    const kept = new Map([...whole].map(([path, text]) => [path, text.replace(/\r\n?/g, '\n')]));
    const examined = examine(kept, this.parts.clock());
    const { name, version } = examined.policy.ref;
    const step = { organisation, name, version, actor };
    const outcome = await this.parts.database.write(() => this.keep(step, kept, examined));
    return { outcome, pack: await this.parts.shelf.shelved(organisation, name, version), report: examined.report };
  }

  /**
   * Puts a concept in force. A version that is published stays as it is.
   * @throws NotFound, PackChanged, PackNotPublishable with the report, PackVersionNotHigher, PackStateConflict, FourEyesNeeded
   */
  async publish(step: ConceptStep): Promise<ShelvedPack> {
    const { organisation, name, version } = step;
    const examined = await this.examined(step);
    const seen = { ...step, digest: step.digest ?? examined.policy.ref.digest };
    await this.parts.database.write(() => this.published(seen, examined));
    return this.parts.shelf.shelved(organisation, name, version);
  }

  /**
   * Lets a published version end, today or later. The same withdrawal again changes nothing.
   * @throws NotFound, DataInvalid, PackStateConflict when it is a concept, has ended, or is withdrawn otherwise
   */
  async withdraw(step: WithdrawPack): Promise<ShelvedPack> {
    const { organisation, name, version, endsOn, reason } = step;
    const problems = checkData(WITHDRAWAL, { endsOn, reason });
    if (problems.length > 0) throw new DataInvalid(problems);
    await this.parts.database.write(() => this.withdrawn(step));
    return this.parts.shelf.shelved(organisation, name, version);
  }

  /** Deletes a concept; what was done to it stays on record. @throws NotFound, PackChanged, PackStateConflict, PackPinned */
  remove(step: ConceptStep): Promise<void> {
    return this.parts.database.write(() => this.removed(step));
  }

  /** What lint and its tests say of a version today. @throws NotFound */
  async report(version: Version): Promise<PackReport> {
    return (await this.examined(version)).report;
  }

  /** Everything that was done to a version, oldest first; also to one that was deleted. */
  async events(version: Version): Promise<PackEvent[]> {
    const rows = await this.parts.database.read(() => all(statements.EVENTS, key(version)));
    return rows.map(({ what, details, ...rest }) => ({
      ...rest,
      what: what as PackStep,
      details: JSON.parse(details) as Record<string, unknown>,
    }));
  }

  private *published(step: ConceptStep, { policy, report }: Examined): Work<void> {
    const pack = yield* this.asSeen(step);
    if (pack.state === 'gepubliceerd') return;
    mustAllow('gepubliceerd', pack);
    if (!isPublishable(report)) throw new PackNotPublishable(pack.ref, report);
    yield* this.mustBeHighest(step);
    yield* mustHaveFourEyes(this.parts, { ...step, pack, policy });
    yield* change(statements.PUBLISH, { ...key(step), actor: step.actor, at: this.parts.clock() });
    const sequence = yield* this.record(step, 'gepubliceerd', { digest: pack.ref.digest });
    yield* planPackMoments(this.parts.shelf, { ...key(step), step: 'gepubliceerd', sequence, at: this.parts.clock() });
  }

  private *withdrawn(step: WithdrawPack): Work<void> {
    const { organisation, name, version, endsOn, reason, replacedBy, expectedEndsOn } = step;
    yield* lock(statements.LOCK, { organisation, name });
    const pack = yield* this.parts.shelf.standing(organisation, name, version);
    if (isSame(pack, step)) return;
    mustAllow('ingetrokken', pack);
    if (pack.endsOn !== null && pack.endsOn !== expectedEndsOn) throw new PackStateConflict(pack);
    this.mustNotBePast(endsOn);
    if (replacedBy) yield* this.mustReplace(step, replacedBy);
    const [byName, byVersion] = [replacedBy?.name ?? null, replacedBy?.version ?? null];
    yield* change(statements.WITHDRAW, { ...key(step), endsOn, reason, byName, byVersion });
    const details = { endsOn, reason, ...(replacedBy ? { replacedBy } : {}) };
    const sequence = yield* this.record(step, 'ingetrokken', details);
    yield* planPackMoments(this.parts.shelf, { ...key(step), step: 'ingetrokken', sequence, at: this.parts.clock() });
  }

  private *removed(step: ConceptStep): Work<void> {
    const pack = yield* this.asSeen(step);
    mustAllow('verwijderd', pack);
    yield* this.mustBeFree(step);
    yield* change(statements.REMOVE, key(step));
    yield* this.record(step, 'verwijderd', { digest: pack.ref.digest });
    this.parts.shelf.forget(pack.ref.digest);
  }

  private *keep(step: Step, files: Files, { policy: { ref } }: Examined): Work<UploadedPack['outcome']> {
    const { organisation, name, version } = step;
    yield* lock(statements.LOCK, { organisation, name });
    const stored = yield* first(statements.ONE_OF, key(step));
    const { digest } = ref;
    const content = { ...key(step), digest, files: asKept(files), actor: step.actor, at: this.parts.clock() };
    if (!stored) {
      yield* change(statements.ADD_CONCEPT, content);
      yield* this.record(step, 'geupload', { digest });
      return 'added';
    }
    if (asKept(yield* this.parts.shelf.content(organisation, name, version)) === content.files) return 'present';
    const pack = shelvedOn(stored, today(this.parts.clock()));
    if (!POSSIBLE.vervangen.includes(pack.state)) throw new PackImmutable(ref, pack.state);
    yield* this.mustBeFree(step);
    yield* change(statements.REPLACE_CONCEPT, content);
    yield* this.record(step, 'vervangen', { digest, was: stored.digest });
    this.parts.shelf.forget(stored.digest);
    return 'replaced';
  }

  private async examined({ organisation, name, version }: Version): Promise<Examined> {
    return examine(await this.parts.shelf.files(organisation, name, version), this.parts.clock());
  }

  /** The version, when its content is what the asker saw. */
  private *asSeen({ organisation, name, version, digest }: ConceptStep): Work<ShelvedPack> {
    yield* lock(statements.LOCK, { organisation, name });
    const pack = yield* this.parts.shelf.standing(organisation, name, version);
    if (digest !== undefined && digest !== pack.ref.digest) throw new PackChanged(pack.ref, pack.ref.digest);
    return pack;
  }

  private *mustBeFree(version: Version): Work<void> {
    if (yield* first(statements.IS_PINNED, key(version))) throw new PackPinned(version);
  }

  /** Also above what has ended: a number is used once, and numbers tell the order in which policy was in force. */
  private *mustBeHighest({ organisation, name, version }: Version): Work<void> {
    const published = (yield* all(statements.NAMED_SO, { organisation, name }))
      .filter(({ state }) => state === 'gepubliceerd')
      .map((row) => row.version)
      .sort(byVersion);
    const newest = published.at(-1);
    if (newest !== undefined && byVersion(version, newest) <= 0)
      throw new PackVersionNotHigher({ name, version }, newest);
  }

  private mustNotBePast(endsOn: string): void {
    const first = today(this.parts.clock());
    if (endsOn < first) throw fault('/endsOn', 'past', `moet ${first} of later zijn`, `must be ${first} or later`);
  }

  /** What takes the place must be there to take it: another version, published, and not ended by then. */
  private *mustReplace({ organisation, name, version, endsOn }: WithdrawPack, by: Replacement): Work<void> {
    if (by.name === name && by.version === version)
      throw fault('/replacedBy', 'itself', 'moet een andere versie zijn', 'must be another version');
    const row = yield* first(statements.ONE_OF, { organisation, ...by });
    if (!row) throw new NotFound({ nl: 'regelpakket', en: 'rule pack' }, `${by.name} ${by.version}`);
    const { state } = shelvedOn(row, endsOn);
    if (state !== 'gepubliceerd')
      throw fault(
        '/replacedBy',
        'not-in-force',
        `is op ${endsOn} ${state}; noem een versie die dan gepubliceerd is`,
        `is ${state} on ${endsOn}; name a version that is published then`,
      );
  }

  private *record(step: Step, what: PackStep, details: object): Work<number> {
    const done = { ...key(step), what, actor: step.actor };
    const row = { ...done, at: this.parts.clock(), details: JSON.stringify(details) };
    const sequence = yield* recordEvent(row);
    yield* this.parts.audit.record(packLine({ ...done, sequence, details }));
    return sequence;
  }
}

function key({ organisation, name, version }: Version): Version {
  return { organisation, name, version };
}

function mustAllow(step: keyof typeof POSSIBLE, pack: ShelvedPack): void {
  if (!POSSIBLE[step].includes(pack.state)) throw new PackStateConflict(pack);
}

/** The same text for the same files, whatever order they came in. */
function asKept(files: Files): string {
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify(Object.fromEntries(sorted.map(([path, text]) => [path, text.replace(/\r\n?/g, '\n')])));
}

function isSame(pack: ShelvedPack, { endsOn, reason, replacedBy }: WithdrawPack): boolean {
  const [was, is] = [pack.replacedBy, replacedBy ?? null];
  return pack.endsOn === endsOn && pack.reason === reason && was?.name === is?.name && was?.version === is?.version;
}

function fault(path: string, code: string, nl: string, en: string): DataInvalid {
  return new DataInvalid([{ path, code, message: { nl, en } }]);
}
