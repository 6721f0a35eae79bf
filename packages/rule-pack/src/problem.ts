/** A place in a file of the pack; line and column count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** One thing that is wrong with a pack, and what to do about it. */
export interface Problem extends Place {
  /** Stable, kebab-case. */
  readonly code: string;
  readonly nl: string;
  readonly en: string;
}

/** Takes down a problem; loading goes on, so that an author sees all of them at once. */
export type Report = (place: Place, code: string, nl: string, en: string) => void;

/** The pack cannot be used; `problems` holds all that is wrong, ordered by file and line. */
export class PackInvalid extends Error {
  readonly code = 'pack-invalid';
  readonly text: { readonly nl: string; readonly en: string };

  constructor(readonly problems: readonly Problem[]) {
    const first = problems[0];
    const where = first ? `${first.file}:${first.line}:${first.column}` : '';
    super(`The rule pack has ${problems.length} problem(s); the first: ${where} ${first?.en ?? ''}`);
    this.name = 'PackInvalid';
    this.text = {
      nl: `Dit regelpakket heeft ${problems.length} fout(en); verbeter ze en laad het opnieuw. De eerste: ${where} ${first?.nl ?? ''}`,
      en: `This rule pack has ${problems.length} problem(s); correct them and load it again. The first: ${where} ${first?.en ?? ''}`,
    };
  }
}

/** Order in which problems are shown. */
export function byPlace(a: Place, b: Place): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}
