import { loadPack, type Pack } from '@samenwerkt/rule-pack';
import { type PackRef } from './model.js';
import { VOCABULARY } from './vocabulary.js';

/** A pack that is loaded, checked against what the engine knows, and pinned. */
export interface Policy {
  readonly ref: PackRef;
  readonly pack: Pack;
}

/**
 * Loads a pack from its files (path relative to the pack, forward slashes → text).
 * @throws PackInvalid with every problem, each with file and line
 */
export function loadPolicy(files: ReadonlyMap<string, string>): Policy {
  const pack = loadPack(files, VOCABULARY);
  const { name, version } = pack.manifest;
  return { ref: { name, version, digest: pack.digest }, pack };
}
