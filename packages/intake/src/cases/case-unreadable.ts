/** One fault in a case file. */
export interface CaseProblem {
  /** Line in the file, from 1. */
  readonly line: number;
  readonly nl: string;
  readonly en: string;
}

/** A case file that is not YAML, or does not say what a case must say. Holds every fault found. */
export class CaseUnreadable extends Error {
  readonly code = 'case-unreadable';
  readonly text: { readonly nl: string; readonly en: string };

  constructor(
    readonly file: string,
    readonly problems: readonly CaseProblem[],
  ) {
    const text = { nl: told(file, problems, 'nl'), en: told(file, problems, 'en') };
    super(text.en);
    this.name = 'CaseUnreadable';
    this.text = text;
  }
}

function told(file: string, problems: readonly CaseProblem[], language: 'nl' | 'en'): string {
  return problems.map((problem) => `${file}:${problem.line}: ${problem[language]}`).join('\n');
}
