import { loadPolicy, type PackRef, type Policy } from '@samenwerkt/engine';
import { type Database } from 'better-sqlite3';
import { type Clock } from '../clock.js';
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
  add(organisation: string, files: Files): Shelved {
    const policy = loadPolicy(files);
    return this.database.transaction(() => this.put(organisation, files, policy)).immediate();
  }

  private put(organisation: string, files: Files, policy: Policy): Shelved {
    const { ref } = policy;
    const stored = this.stored(organisation, ref.name, ref.version);
    if (stored && stored.digest !== ref.digest)
      return { outcome: 'differs', ref: { ...ref, digest: stored.digest }, offered: ref };
    this.byDigest.set(ref.digest, policy);
    if (stored) return { outcome: 'present', ref };
    this.database
      .prepare(
        'INSERT INTO rule_pack (organisation_id, name, version, digest, files, created_at) VALUES (?, ?, ?, ?, ?, ?)',
      )
      .run(organisation, ref.name, ref.version, ref.digest, JSON.stringify(Object.fromEntries(files)), this.clock());
    return { outcome: 'added', ref };
  }

  /** The very version a partnership is pinned to. @throws PackUnavailable */
  policy(organisation: string, ref: PackRef): Policy {
    const loaded = this.byDigest.get(ref.digest);
    if (loaded) return loaded;
    const stored = this.stored(organisation, ref.name, ref.version);
    if (stored?.digest !== ref.digest) throw new PackUnavailable(ref.name, ref.version);
    const policy = loadPolicy(new Map(Object.entries(JSON.parse(stored.files) as Record<string, string>)));
    this.byDigest.set(ref.digest, policy);
    return policy;
  }

  /** The very version a partnership is pinned to, for showing it: undefined when it cannot be had. */
  find(organisation: string, ref: PackRef): Policy | undefined {
    try {
      return this.policy(organisation, ref);
    } catch (error) {
      if (error instanceof PackUnavailable) return undefined;
      throw error;
    }
  }

  /** The newest version of a pack, also when another process added it. @throws NotFound */
  current(organisation: string, name: string): Policy {
    const refs = this.database
      .prepare('SELECT name, version, digest FROM rule_pack WHERE organisation_id = ? AND name = ?')
      .all(organisation, name) as PackRef[];
    const ref = refs.sort(byVersion).at(-1);
    if (!ref) throw new NotFound({ nl: 'regelpakket', en: 'rule pack' }, name);
    return this.policy(organisation, ref);
  }

  /** One version of a pack. @throws NotFound */
  version(organisation: string, name: string, version: string): Policy {
    const stored = this.stored(organisation, name, version);
    if (!stored) throw new NotFound({ nl: 'regelpakket', en: 'rule pack' }, `${name} ${version}`);
    return this.policy(organisation, { name, version, digest: stored.digest });
  }

  list(organisation: string): ShelvedPack[] {
    const rows = this.database
      .prepare(
        'SELECT name, version, digest, created_at AS loadedAt FROM rule_pack WHERE organisation_id = ? ORDER BY name, created_at',
      )
      .all(organisation) as (PackRef & { loadedAt: string })[];
    return rows.map(({ name, version, digest, loadedAt }) => ({ ref: { name, version, digest }, loadedAt }));
  }

  private stored(organisation: string, name: string, version: string): { digest: string; files: string } | undefined {
    return this.database
      .prepare('SELECT digest, files FROM rule_pack WHERE organisation_id = ? AND name = ? AND version = ?')
      .get(organisation, name, version) as { digest: string; files: string } | undefined;
  }
}

function byVersion(a: PackRef, b: PackRef): number {
  return a.version.localeCompare(b.version, 'en', { numeric: true });
}
