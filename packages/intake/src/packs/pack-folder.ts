import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
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
 * Puts every pack of a folder on the organisation's shelf, each with the pack it extends inside it. One that is faulty, or
 * differs from the version already recorded, does not keep the others from loading.
 * @param shipped folder of the packs that come with the program: a base that is not in `folder` itself is taken from there
 * @returns a note for each pack that was not taken over, to show to whoever starts the program
 */
export async function loadPackFolder(
  ledger: Ledger,
  organisation: string,
  folder: string,
  shipped = folder,
): Promise<string[]> {
  const find = packsIn(folder, shipped);
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const notes = names.map(({ name }) =>
    shelve(ledger, organisation, name, () => withBase(readPackFolder(join(folder, name)), find)),
  );
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
