import { type Place, type Problem } from '../problem.js';
import { type Text } from '../model.js';

/** An error keeps the pack from loading; a warning is most likely a mistake; a note is there to be known. */
export type LintSeverity = 'error' | 'warning' | 'note';

/** One thing about a pack that its author should know. */
export interface Finding extends Problem {
  readonly severity: LintSeverity;
}

/** A finding that still has to be given its severity and code. */
export type Remark = readonly [Place, Text];

const order: readonly LintSeverity[] = ['error', 'warning', 'note'];

/** Makes findings of one kind. */
export function findings(severity: LintSeverity, code: string, remarks: Iterable<Remark>): Finding[] {
  return [...remarks].map(([{ file, line, column }, { nl, en }]) => ({ file, line, column, severity, code, nl, en }));
}

/** Errors first, then by file and line. */
export function bySeverity(a: Finding, b: Finding): number {
  return order.indexOf(a.severity) - order.indexOf(b.severity);
}
