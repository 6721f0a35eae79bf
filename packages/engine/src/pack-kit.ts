import { today } from '@samenwerkt/calendar';
import {
  diffPacks,
  durationsOf,
  lintPack,
  scaffoldPack,
  type LintReport,
  type PackDifference,
  type PackVersion,
} from '@samenwerkt/rule-pack';
import { DEFAULT_CADENCE } from './planning/default-cadence.js';
import { ENGINE_VERSION } from './semantics.js';
import { VOCABULARY } from './vocabulary.js';

type Files = ReadonlyMap<string, string>;

/** Parameters that the engine plans with when a pack has no cadence; it has them without any rule asking for them. */
const READ_BY_ENGINE: ReadonlySet<string> = new Set(
  DEFAULT_CADENCE.flatMap((entry) => durationsOf(entry).map(({ parameter }) => parameter)),
);

/**
 * Everything an author should know about a pack, checked against what this engine knows.
 * @param files path within the pack → text
 * @param moment UTC moment of judgement
 */
export function lintPolicy(files: Files, moment: string): LintReport {
  return lintPack(files, { vocabulary: VOCABULARY, date: today(moment), readByEngine: READ_BY_ENGINE });
}

/** What is different between two versions of a pack, seen at a UTC moment. */
export function diffPolicies(before: PackVersion, after: PackVersion, moment: string): PackDifference {
  return diffPacks(before, after, today(moment));
}

/**
 * The files of a new pack for this engine.
 * @throws PackNameInvalid when no pack can have this name
 */
export function newPolicy(name: string, moment: string): Files {
  return scaffoldPack(name, today(moment), ENGINE_VERSION);
}
