import { type PackRef, type Policy } from '@samenwerkt/engine';
import { type PackShelf } from '../packs/pack-shelf.js';

/** The packs that histories are pinned to, each fetched once, also one that is not there: many histories can ask for it. */
export class PinnedPacks {
  private readonly known = new Map<string, Policy | Error>();

  constructor(
    private readonly shelf: PackShelf,
    private readonly organisation: string,
  ) {}

  /** Fetches those of the packs that are not known yet. */
  async know(refs: readonly PackRef[]): Promise<void> {
    for (const ref of refs) {
      if (this.known.has(ref.digest)) continue;
      const found = await this.shelf.policy(this.organisation, ref).catch((error: unknown) => error as Error);
      this.known.set(ref.digest, found);
    }
  }

  /** A pack that was asked for before. @throws PackUnavailable, PackInvalid */
  of(ref: PackRef): Policy {
    const found = this.known.get(ref.digest) ?? new Error(`${ref.name} ${ref.version} was not fetched`);
    if (found instanceof Error) throw found;
    return found;
  }
}
