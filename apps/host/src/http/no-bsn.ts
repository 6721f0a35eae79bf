import { bsnProblem, findBsn, type DataProblem } from '@samenwerkt/engine';
import { DataInvalid } from '@samenwerkt/ledger';

/**
 * Fields whose content the engine checks against a schema of its own: it knows which texts are amounts or were confirmed.
 * Files of a rule pack are policy, and hold amounts too; a file of contracts is read cell by cell.
 */
const CHECKED_BY_ENGINE = new Set([
  ...['data', 'confirmations', 'facts', 'supplier', 'contract', 'dossier'],
  ...['contributions', 'realised', 'limits', 'open', 'obligation', 'files', 'file'],
]);

/** Digests have digits in any order, and so has the moment in the name of a mail that was written as a file. */
const DIGEST = /^[0-9a-f]{64}$/;
const MOMENT_OF_MAIL = /^\d{8}T\d{9}Z_(?=.+\.eml$)/;

/**
 * Refuses a body, or parts of an address, in which any text holds a number that can be a BSN, so that no route has to think
 * of it. @throws DataInvalid naming every such field
 */
export function mustHoldNoBsn(value: unknown): void {
  const problems = [...within(value, '')];
  if (problems.length > 0) throw new DataInvalid(problems);
}

function* within(value: unknown, path: string): Generator<DataProblem> {
  if (typeof value === 'string') {
    if (!DIGEST.test(value) && findBsn(value.replace(MOMENT_OF_MAIL, '')) !== undefined) yield bsnProblem(path);
  } else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* within(item, `${path}/${index}`);
  } else if (typeof value === 'object' && value !== null && !Buffer.isBuffer(value)) {
    for (const [name, field] of Object.entries(value)) {
      if (!CHECKED_BY_ENGINE.has(name)) yield* within(field, `${path}/${name}`);
    }
  }
}
