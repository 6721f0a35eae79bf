import { type CellProblem } from '@samenwerkt/intake';
import { RequestError } from '../http/errors.js';

/** Faults that are named in one answer; with more, mending these first says enough. */
const MOST = 1000;

/** A file of contracts with faulty cells; nothing of it was added. */
export class ImportFaulty extends RequestError {
  /** @param problems of which a `path` names line and column: `4:6` */
  constructor(problems: readonly CellProblem[]) {
    super(
      'import-faulty',
      422,
      {
        nl: `Er is niets geïmporteerd: ${problems.length} cel(len) kloppen niet. Verbeter ze in het bestand en stuur het opnieuw.`,
        en: `Nothing was imported: ${problems.length} cell(s) are faulty. Mend them in the file and send it again.`,
      },
      problems
        .slice(0, MOST)
        .map(({ line, column, code, nl, en }) => ({ path: `${line}:${column}`, code, message: { nl, en } })),
    );
  }
}
