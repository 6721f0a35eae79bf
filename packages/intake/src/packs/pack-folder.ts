import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { PackInvalid } from '@samenwerkt/engine';
import { type Ledger } from '@samenwerkt/ledger';

/** The files of one pack: path within it, with forward slashes → text. */
export function readPackFolder(folder: string): Map<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name)).sort();
  return new Map(paths.map((path) => [relative(folder, path).split(sep).join('/'), readFileSync(path, 'utf8')]));
}

/**
 * Puts every pack of a folder on the organisation's shelf. One that is faulty, or differs from the version already
 * recorded, does not keep the others from loading.
 * @returns a note for each pack that was not taken over, to show to whoever starts the program
 */
export async function loadPackFolder(ledger: Ledger, organisation: string, folder: string): Promise<string[]> {
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const notes = names.map(({ name }) => shelve(ledger, organisation, name, () => readPackFolder(join(folder, name))));
  return (await Promise.all(notes)).flat();
}

/**
 * Puts one pack on the organisation's shelf.
 * @param name how to call it in a note: its folder, or the source somebody named
 * @returns a note when it was not taken over
 */
export async function shelve(
  ledger: Ledger,
  organisation: string,
  name: string,
  read: () => ReadonlyMap<string, string>,
): Promise<string[]> {
  try {
    const shelved = await ledger.shelf.add(organisation, read());
    const { version } = shelved.ref;
    if (shelved.outcome === 'concept')
      return [
        `Regelpakket ${name} ${version} staat er al als concept met andere inhoud; dat blijft staan. Publiceer of verwijder het concept, of verhoog de versie in ${name}/pack.yaml.`,
      ];
    if (shelved.outcome !== 'differs') return [];
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
