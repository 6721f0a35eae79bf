import { today } from '@samenwerkt/calendar';
import {
  diffPacks,
  lintPack,
  scaffoldPack,
  type LintReport,
  type PackDifference,
  type PackVersion,
} from '@samenwerkt/rule-pack';
import { ENGINE_VERSION } from './semantics.js';
import { FREQUENCY, STATEMENT_TERM } from './timers.js';
import { VOCABULARY } from './vocabulary.js';

type Files = ReadonlyMap<string, string>;

/** Parameters that the engine plans with; a pack has them without any rule asking for them. */
const READ_BY_ENGINE: ReadonlySet<string> = new Set([FREQUENCY, STATEMENT_TERM]);

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
