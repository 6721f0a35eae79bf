import { today } from '@samenwerkt/calendar';
import { digestOfPack, loadPolicy, withBase, type PackRef, type Policy } from '@samenwerkt/engine';
import { type Audit, type AuditRecord } from '../audit/audit.js';
import { type Clock } from '../clock.js';
import { type Database } from '../database/database.js';
import { all, change, first, type Work } from '../database/work.js';
import { LedgerError, NotFound, PackUnavailable } from '../errors.js';
import { PROGRAM_ACTOR } from '../organisation.js';
import { PackEnded, PackNotPublished } from './errors.js';
import { byVersion, shelvedOn, type PackStep, type ShelvedPack, type ShelvedRow } from './pack-life.js';
import { planPackMoments } from './pack-moments.js';
import * as statements from './statements.js';

type Files = ReadonlyMap<string, string>;

const PACK = { nl: 'regelpakket', en: 'rule pack' };

/** What came of putting a pack on the shelf. */
export type Shelved =
  | { readonly outcome: 'added' | 'present'; readonly ref: PackRef }
  /** Same name and version, other content: the stored one stays; it is in force, or it is somebody's concept. */
  | { readonly outcome: 'differs' | 'concept'; readonly ref: PackRef; readonly offered: PackRef };

/**
 * The packs of each organisation. The files of every version are kept in the ledger, so that a partnership pinned to a
 * digest is always judged by it; compiled policies are kept in memory.
 */
export class PackShelf {
  private readonly byDigest = new Map<string, Policy>();

  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * Puts a pack that came with the program on the shelf of an organisation, published. A concept of the same content is
   * published by it. What is in force already is not read again: most of a start would go to that.
   * @throws PackInvalid with every problem
   */
  async add(organisation: string, files: Files): Promise<Shelved> {
    const digest = digestOfPack(files);
    const ref = await this.database.read(() => first(statements.IN_FORCE, { organisation, digest }));
    if (ref) return { outcome: 'present', ref };
    const policy = loadPolicy(files);
    return this.database.write(() => this.put(organisation, files, policy));
  }

  private *put(organisation: string, files: Files, policy: Policy): Work<Shelved> {
    const { ref } = policy;
    const key = { organisation, name: ref.name, version: ref.version };
    const stored = yield* first(statements.ONE_OF, key);
    if (stored && stored.digest !== ref.digest) {
      const outcome = stored.state === 'concept' ? 'concept' : 'differs';
      return { outcome, ref: { ...ref, digest: stored.digest }, offered: ref };
    }
    this.byDigest.set(ref.digest, policy);
    if (stored?.state === 'gepubliceerd') return { outcome: 'present', ref };
    const at = this.clock();
    const written = { ...key, actor: PROGRAM_ACTOR, at };
    const kept = JSON.stringify(Object.fromEntries(files));
    if (stored) yield* change(statements.PUBLISH, written);
    else yield* change(statements.ADD_PUBLISHED, { ...written, digest: ref.digest, files: kept });
    const step = 'geladen' as const;
    const sequence = yield* recordEvent({ ...written, what: step, details: JSON.stringify({ digest: ref.digest }) });
    yield* planPackMoments(this, { organisation, name: ref.name, step, sequence, at });
    const { digest } = ref;
    yield* this.audit.record(packLine({ ...written, what: step, sequence, details: { digest } }));
    return { outcome: 'added', ref };
  }

  /** The very version a partnership is pinned to, whatever has become of it since. @throws PackUnavailable */
  async policy(organisation: string, ref: PackRef): Promise<Policy> {
    return this.byDigest.get(ref.digest) ?? this.database.read(() => this.find(organisation, ref));
  }

  /** The very version a partnership is pinned to, for showing it: undefined when it cannot be had. */
  async known(organisation: string, ref: PackRef): Promise<Policy | undefined> {
    try {
      return await this.policy(organisation, ref);
    } catch (error) {
      if (error instanceof PackUnavailable) return undefined;
      throw error;
    }
  }

  /**
   * The version that a partnership can be started under: the newest that is published and in force, also when another
   * process added it. A newer one that ended in favour of another pack bars the way back to older ones.
   * @param date ISO date of the start, in Europe/Amsterdam; today without
   * @throws NotFound, PackNotPublished when there are only concepts, PackEnded naming what takes its place
   */
  current(organisation: string, name: string, date = today(this.clock())): Promise<Policy> {
    return this.database.read(() => this.newest(organisation, name, date));
  }

  /** Makes sure the organisation has some version of a pack, in whatever state. @throws NotFound */
  async mustKnow(organisation: string, name: string): Promise<void> {
    await this.database.read(() => this.versions(organisation, name));
  }

  /** One version of a pack, in whatever state. @throws NotFound */
  version(organisation: string, name: string, version: string): Promise<Policy> {
    return this.database.read(() => this.one(organisation, name, version));
  }

  /** One version of a pack as it stands today. @throws NotFound */
  shelved(organisation: string, name: string, version: string): Promise<ShelvedPack> {
    return this.database.read(() => this.standing(organisation, name, version));
  }

  /** The files of one version: path within the pack → text. @throws NotFound */
  files(organisation: string, name: string, version: string): Promise<Map<string, string>> {
    return this.database.read(() => this.content(organisation, name, version));
  }

  /** Every version of every pack as it stands today, by name and then in order of arrival. */
  async list(organisation: string): Promise<ShelvedPack[]> {
    const date = today(this.clock());
    const rows = await this.database.read(() => all(statements.ALL, { organisation }));
    return rows.map((row) => shelvedOn(row, date));
  }

  /** As {@link policy}, inside other work. */
  *find(organisation: string, ref: PackRef): Work<Policy> {
    const loaded = this.byDigest.get(ref.digest);
    if (loaded) return loaded;
    const { name, version, digest } = ref;
    const stored = yield* first(statements.FILES, { organisation, name, version });
    if (stored?.digest !== digest) throw new PackUnavailable(name, version);
    const policy = loadPolicy(filesOf(stored.files));
    this.byDigest.set(digest, policy);
    return policy;
  }

  /** As {@link current}, inside other work. */
  *newest(organisation: string, name: string, date: string): Work<Policy> {
    const versions = (yield* this.versions(organisation, name)).map((row) => shelvedOn(row, date));
    const published = versions.filter(({ state }) => state !== 'concept');
    const deciding = published.find(({ state, replacedBy }) => state === 'gepubliceerd' || leaves(name, replacedBy));
    const found = deciding ?? published[0];
    if (!found) throw new PackNotPublished(name);
    if (found.state === 'vervallen') throw new PackEnded(found);
    return yield* this.find(organisation, found.ref);
  }

  /** As {@link version}, inside other work. */
  *one(organisation: string, name: string, version: string): Work<Policy> {
    return yield* this.find(organisation, (yield* this.standing(organisation, name, version)).ref);
  }

  /** As {@link shelved}, inside other work. */
  *standing(organisation: string, name: string, version: string): Work<ShelvedPack> {
    const row = yield* first(statements.ONE_OF, { organisation, name, version });
    if (!row) throw new NotFound(PACK, `${name} ${version}`);
    return shelvedOn(row, today(this.clock()));
  }

  /** As {@link files}, inside other work. */
  *content(organisation: string, name: string, version: string): Work<Map<string, string>> {
    const stored = yield* first(statements.FILES, { organisation, name, version });
    if (!stored) throw new NotFound(PACK, `${name} ${version}`);
    return filesOf(stored.files);
  }

  /**
   * A pack with the pack it extends inside it: the version of the organisation that is in force, unless it brought its own.
   * A base that is not there is left out; whoever loads the pack says so.
   */
  async whole(organisation: string, files: Files): Promise<Files> {
    const bases = new Map<string, Files | undefined>();
    for (;;) {
      const missing: string[] = [];
      const found = withBase(files, (name) => {
        if (!bases.has(name)) missing.push(name);
        return bases.get(name);
      });
      const [name] = missing;
      if (name === undefined) return found;
      bases.set(name, await this.inForce(organisation, name));
    }
  }

  private async inForce(organisation: string, name: string): Promise<Files | undefined> {
    try {
      const { ref } = await this.current(organisation, name);
      return await this.files(organisation, name, ref.version);
    } catch (error) {
      if (error instanceof LedgerError) return undefined;
      throw error;
    }
  }

  /** Lets go of a compiled policy that the shelf no longer holds. */
  forget(digest: string): void {
    this.byDigest.delete(digest);
  }

  /** All versions of a pack, newest first. @throws NotFound when there are none */
  private *versions(organisation: string, name: string): Work<ShelvedRow[]> {
    const rows = yield* all(statements.NAMED_SO, { organisation, name });
    if (rows.length === 0) throw new NotFound(PACK, name);
    return rows.sort((a, b) => byVersion(b.version, a.version));
  }
}

/** Puts on record what was done to a version. @returns the sequence of the event */
export function* recordEvent(
  row: Record<'organisation' | 'name' | 'version' | 'what' | 'actor' | 'at' | 'details', string>,
): Work<number> {
  const { sequence = 1 } = (yield* first(statements.NEXT_EVENT, row)) ?? {};
  yield* change(statements.ADD_EVENT, { ...row, sequence });
  return sequence;
}

/** What the audit log says of a step, by name of the step. */
const AUDITED: Readonly<Record<PackStep, AuditRecord['action']>> = {
  geladen: 'pack.loaded',
  geupload: 'pack.uploaded',
  vervangen: 'pack.replaced',
  gepubliceerd: 'pack.published',
  ingetrokken: 'pack.withdrawn',
  verwijderd: 'pack.removed',
};

/** The line of the audit log about a step; it says which line of the version's own log tells the rest. */
export function packLine(step: {
  readonly organisation: string;
  readonly name: string;
  readonly version: string;
  readonly what: PackStep;
  readonly actor: string;
  readonly sequence: number;
  readonly details: object;
}): AuditRecord {
  const { organisation, name, version, what, actor, sequence, details } = step;
  const { reason, ...rest } = details as { reason?: string };
  return {
    ...{ organisation, actor, action: AUDITED[what], reason },
    subject: { kind: 'rule-pack', id: `${name}@${version}` },
    details: { ...rest, event: sequence },
  };
}

/** Whether a version was replaced by another pack than its own. */
function leaves(name: string, replacedBy: ShelvedPack['replacedBy']): boolean {
  return replacedBy !== null && replacedBy.name !== name;
}

function filesOf(stored: string): Map<string, string> {
  return new Map(Object.entries(JSON.parse(stored) as Record<string, string>));
}
