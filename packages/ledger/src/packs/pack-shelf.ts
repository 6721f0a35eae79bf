import { loadPolicy, type PackRef, type Policy } from '@samenwerkt/engine';
import { type Clock } from '../clock.js';
import { type Database } from '../database/database.js';
import { all, change, first, sql, type Work } from '../database/work.js';
import { NotFound, PackUnavailable } from '../errors.js';

type Files = ReadonlyMap<string, string>;

/** A pack as listed. */
interface ShelvedPack {
  readonly ref: PackRef;
  readonly loadedAt: string;
}

/** What came of putting a pack on the shelf. */
export type Shelved =
  | { readonly outcome: 'added' | 'present'; readonly ref: PackRef }
  /** Same name and version, other content: the stored one stays in force. */
  | { readonly outcome: 'differs'; readonly ref: PackRef; readonly offered: PackRef };

/** A version as it is kept. */
interface Stored {
  readonly digest: string;
  readonly files: string;
}

const STORED = sql<Stored>(
  'SELECT digest, files FROM rule_pack WHERE organisation_id = @organisation AND name = @name AND version = @version',
);
const VERSIONS = sql<PackRef>(
  'SELECT name, version, digest FROM rule_pack WHERE organisation_id = @organisation AND name = @name',
);
const LISTED = sql<PackRef & { loadedAt: string }>(
  `SELECT name, version, digest, created_at AS "loadedAt" FROM rule_pack
   WHERE organisation_id = @organisation ORDER BY name, created_at`,
);
const ADD = sql(
  `INSERT INTO rule_pack (organisation_id, name, version, digest, files, created_at)
   VALUES (@organisation, @name, @version, @digest, @files, @at)`,
);

/**
 * The packs of each organisation. The files of every version are kept in the ledger, so that a partnership pinned to a
 * digest is always judged by it; compiled policies are kept in memory.
 */
export class PackShelf {
  private readonly byDigest = new Map<string, Policy>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Puts a pack on the shelf of an organisation.
   * @throws PackInvalid with every problem
   */
  async add(organisation: string, files: Files): Promise<Shelved> {
    const policy = loadPolicy(files);
    return this.database.write(() => this.put(organisation, files, policy));
  }

  /** The very version a partnership is pinned to. @throws PackUnavailable */
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

  /** The newest version of a pack, also when another process added it. @throws NotFound */
  current(organisation: string, name: string): Promise<Policy> {
    return this.database.read(() => this.newest(organisation, name));
  }

  /** One version of a pack. @throws NotFound */
  version(organisation: string, name: string, version: string): Promise<Policy> {
    return this.database.read(() => this.one(organisation, name, version));
  }

  async list(organisation: string): Promise<ShelvedPack[]> {
    const rows = await this.database.read(() => all(LISTED, { organisation }));
    return rows.map(({ name, version, digest, loadedAt }) => ({ ref: { name, version, digest }, loadedAt }));
  }

  /** As {@link policy}, inside other work. */
  *find(organisation: string, ref: PackRef): Work<Policy> {
    const loaded = this.byDigest.get(ref.digest);
    if (loaded) return loaded;
    const { name, version, digest } = ref;
    const stored = yield* first(STORED, { organisation, name, version });
    if (stored?.digest !== digest) throw new PackUnavailable(name, version);
    const policy = loadPolicy(new Map(Object.entries(JSON.parse(stored.files) as Record<string, string>)));
    this.byDigest.set(digest, policy);
    return policy;
  }

  /** As {@link current}, inside other work. */
  *newest(organisation: string, name: string): Work<Policy> {
    const refs = yield* all(VERSIONS, { organisation, name });
    const ref = refs.sort(byVersion).at(-1);
    if (!ref) throw new NotFound({ nl: 'regelpakket', en: 'rule pack' }, name);
    return yield* this.find(organisation, ref);
  }

  /** As {@link version}, inside other work. */
  *one(organisation: string, name: string, version: string): Work<Policy> {
    const stored = yield* first(STORED, { organisation, name, version });
    if (!stored) throw new NotFound({ nl: 'regelpakket', en: 'rule pack' }, `${name} ${version}`);
    return yield* this.find(organisation, { name, version, digest: stored.digest });
  }

  private *put(organisation: string, files: Files, policy: Policy): Work<Shelved> {
    const { ref } = policy;
    const stored = yield* first(STORED, { organisation, name: ref.name, version: ref.version });
    if (stored && stored.digest !== ref.digest)
      return { outcome: 'differs', ref: { ...ref, digest: stored.digest }, offered: ref };
    this.byDigest.set(ref.digest, policy);
    if (stored) return { outcome: 'present', ref };
    const kept = JSON.stringify(Object.fromEntries(files));
    yield* change(ADD, { organisation, ...ref, files: kept, at: this.clock() });
    return { outcome: 'added', ref };
  }
}

function byVersion(a: PackRef, b: PackRef): number {
  return a.version.localeCompare(b.version, 'en', { numeric: true });
}
