import { today } from '@samenwerkt/calendar';
import { loadPolicy, type PackRef, type Policy } from '@samenwerkt/engine';
import { type Database } from 'better-sqlite3';
import { type Clock } from '../clock.js';
import { NotFound, PackUnavailable } from '../errors.js';
import { PROGRAM_ACTOR } from '../organisation.js';
import { PackEnded, PackNotPublished } from './errors.js';
import { byVersion, shelvedOn, type ShelvedPack, type ShelvedRow } from './pack-life.js';
import { prepare, type PackStatements } from './statements.js';

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
  private readonly statements: PackStatements;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    this.statements = prepare(database);
  }

  /**
   * Puts a pack that came with the program on the shelf of an organisation, published. A concept of the same content is
   * published by it.
   * @throws PackInvalid with every problem
   */
  add(organisation: string, files: Files): Shelved {
    const policy = loadPolicy(files);
    return this.database.transaction(() => this.put(organisation, files, policy)).immediate();
  }

  private put(organisation: string, files: Files, policy: Policy): Shelved {
    const { ref } = policy;
    const key = { organisation, name: ref.name, version: ref.version };
    const stored = this.statements.one.get(key);
    if (stored && stored.digest !== ref.digest) {
      const outcome = stored.state === 'concept' ? 'concept' : 'differs';
      return { outcome, ref: { ...ref, digest: stored.digest }, offered: ref };
    }
    this.byDigest.set(ref.digest, policy);
    if (stored?.state === 'gepubliceerd') return { outcome: 'present', ref };
    const written = { ...key, actor: PROGRAM_ACTOR, at: this.clock() };
    const kept = JSON.stringify(Object.fromEntries(files));
    if (stored) this.statements.publish.run(written);
    else this.statements.addPublished.run({ ...written, digest: ref.digest, files: kept });
    this.statements.addEvent.run({ ...written, what: 'geladen', details: JSON.stringify({ digest: ref.digest }) });
    return { outcome: 'added', ref };
  }

  /** The very version a partnership is pinned to, whatever has become of it since. @throws PackUnavailable */
  policy(organisation: string, ref: PackRef): Policy {
    const loaded = this.byDigest.get(ref.digest);
    if (loaded) return loaded;
    const stored = this.statements.files.get({ organisation, name: ref.name, version: ref.version });
    if (stored?.digest !== ref.digest) throw new PackUnavailable(ref.name, ref.version);
    const policy = loadPolicy(filesOf(stored.files));
    this.byDigest.set(ref.digest, policy);
    return policy;
  }

  /**
   * The version that a partnership can be started under: the newest that is published and in force, also when another
   * process added it. A newer one that ended in favour of another pack bars the way back to older ones.
   * @param date ISO date of the start, in Europe/Amsterdam; today without
   * @throws NotFound, PackNotPublished when there are only concepts, PackEnded naming what takes its place
   */
  current(organisation: string, name: string, date = today(this.clock())): Policy {
    const versions = this.versions(organisation, name).map((row) => shelvedOn(row, date));
    const published = versions.filter(({ state }) => state !== 'concept');
    const deciding = published.find(({ state, replacedBy }) => state === 'gepubliceerd' || leaves(name, replacedBy));
    const found = deciding ?? published[0];
    if (!found) throw new PackNotPublished(name);
    if (found.state === 'vervallen') throw new PackEnded(found);
    return this.policy(organisation, found.ref);
  }

  /** Makes sure the organisation has some version of a pack, in whatever state. @throws NotFound */
  mustKnow(organisation: string, name: string): void {
    this.versions(organisation, name);
  }

  /** One version of a pack, in whatever state. @throws NotFound */
  version(organisation: string, name: string, version: string): Policy {
    return this.policy(organisation, this.shelved(organisation, name, version).ref);
  }

  /** One version of a pack as it stands today. @throws NotFound */
  shelved(organisation: string, name: string, version: string): ShelvedPack {
    const row = this.statements.one.get({ organisation, name, version });
    if (!row) throw new NotFound(PACK, `${name} ${version}`);
    return shelvedOn(row, today(this.clock()));
  }

  /** The files of one version: path within the pack → text. @throws NotFound */
  files(organisation: string, name: string, version: string): Map<string, string> {
    const stored = this.statements.files.get({ organisation, name, version });
    if (!stored) throw new NotFound(PACK, `${name} ${version}`);
    return filesOf(stored.files);
  }

  /** Every version of every pack as it stands today, by name and then in order of arrival. */
  list(organisation: string): ShelvedPack[] {
    const date = today(this.clock());
    return this.statements.all.all({ organisation }).map((row) => shelvedOn(row, date));
  }

  /** Lets go of a compiled policy that the shelf no longer holds. */
  forget(digest: string): void {
    this.byDigest.delete(digest);
  }

  /** All versions of a pack, newest first. @throws NotFound when there are none */
  private versions(organisation: string, name: string): ShelvedRow[] {
    const rows = this.statements.named.all({ organisation, name });
    if (rows.length === 0) throw new NotFound(PACK, name);
    return rows.sort((a, b) => byVersion(b.version, a.version));
  }
}

/** Whether a version was replaced by another pack than its own. */
function leaves(name: string, replacedBy: ShelvedPack['replacedBy']): boolean {
  return replacedBy !== null && replacedBy.name !== name;
}

function filesOf(stored: string): Map<string, string> {
  return new Map(Object.entries(JSON.parse(stored) as Record<string, string>));
}
