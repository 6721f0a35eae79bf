import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { type FindBase, PackInvalid, withBase } from '@samenwerkt/engine';
import { type Ledger } from '@samenwerkt/ledger';

/** The files of one pack: path within it, with forward slashes → text. */
export function readPackFolder(folder: string): Map<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name)).sort();
  return new Map(paths.map((path) => [relative(folder, path).split(sep).join('/'), readFileSync(path, 'utf8')]));
}

/** Finds a pack that another extends: in the first of these folders that has one of its name. */
export function packsIn(...folders: readonly string[]): FindBase {
  return (name) => {
    const found = folders.map((folder) => join(folder, name)).find((pack) => existsSync(join(pack, 'pack.yaml')));
    return found === undefined ? undefined : readPackFolder(found);
  };
}

/**
 * Puts every pack of a folder on the organisation's shelf. One that is faulty, or differs from the version already
 * recorded, does not keep the others from loading.
 * @returns a note for each pack that was not taken over, to show to whoever starts the program
 */
export function loadPackFolder(ledger: Ledger, organisation: string, folder: string): string[] {
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return names.flatMap(({ name }) => shelve(ledger, organisation, join(folder, name), name));
}

function shelve(ledger: Ledger, organisation: string, folder: string, name: string): string[] {
  try {
    const files = withBase(readPackFolder(folder), packsIn(dirname(folder)));
    const shelved = ledger.shelf.add(organisation, files);
    if (shelved.outcome !== 'differs') return [];
    const { version } = shelved.ref;
    return [
      `Regelpakket ${name} ${version} is gewijzigd zonder nieuwe versie; de eerder vastgelegde ${version} blijft gelden. Verhoog de versie in ${name}/pack.yaml.`,
    ];
  } catch (error) {
    if (!(error instanceof PackInvalid)) throw error;
    return [
      `Regelpakket ${name} is niet geladen:`,
      ...error.problems.map(({ file, line, nl }) => `  ${name}/${file}:${line} ${nl}`),
    ];
  }
}
