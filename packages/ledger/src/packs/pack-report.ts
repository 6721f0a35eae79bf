import { lintPolicy, PackInvalid, runPackTests, type Finding, type Policy, type TestResult } from '@samenwerkt/engine';

type Files = ReadonlyMap<string, string>;

/** What lint and the pack's own tests say of it. */
export interface PackReport {
  readonly findings: readonly Finding[];
  readonly tests: readonly TestResult[];
}

/** A pack that loads, with what there is to say of it. */
export interface Examined {
  readonly policy: Policy;
  readonly report: PackReport;
}

/**
 * Loads a pack, lints it and runs its tests.
 * @param moment UTC moment of judgement
 * @throws PackInvalid with every problem when it does not load
 */
export function examine(files: Files, moment: string): Examined {
  const { pack, findings } = lintPolicy(files, moment);
  if (!pack) throw new PackInvalid(findings);
  const { name, version } = pack.manifest;
  const ref = { name, version, digest: pack.digest };
  return { policy: { ref, pack }, report: { findings, tests: runPackTests(pack) } };
}

/** Whether nothing in the report stands in the way of publishing: no error, and no test that fails. */
export function isPublishable({ findings, tests }: PackReport): boolean {
  return findings.every(({ severity }) => severity !== 'error') && tests.every(({ passed }) => passed);
}
