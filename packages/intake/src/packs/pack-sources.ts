import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Ledger } from '@samenwerkt/ledger';
import { PackArchiveRefused } from './archive-refused.js';
import { NPM } from './npm-pack.js';
import { loadPackFolder, shelve } from './pack-folder.js';
import { readable, wholePack } from './pack-source.js';
import { PackSourceRefused } from './source-refused.js';

/**
 * Puts packs of an organisation's own on its shelf. One that cannot be had does not keep the others from loading.
 * @param list the setting `RULE_PACKS`: sources with commas between them, each `npm:<package>`, an archive, the folder of
 *   a pack, or a folder of such folders; undefined or empty for none
 * @param from folder that sources are looked for from
 * @param shipped folder of the packs that come with the program, which these may extend
 * @returns a note for each pack that was not taken over
 */
export async function loadPackSources(
  ledger: Ledger,
  organisation: string,
  list: string | undefined,
  from: string,
  shipped: string,
): Promise<string[]> {
  const sources = (list ?? '').split(',').map((source) => source.trim());
  const named = sources.filter((source) => source !== '');
  return (await Promise.all(named.map((source) => load(ledger, organisation, source, from, shipped)))).flat();
}

async function load(
  ledger: Ledger,
  organisation: string,
  source: string,
  from: string,
  shipped: string,
): Promise<string[]> {
  try {
    if (holdsPacks(source, from)) return await loadPackFolder(ledger, organisation, resolve(from, source), shipped);
    return await shelve(ledger, organisation, source, () => wholePack(source, from, shipped));
  } catch (error) {
    if (!(error instanceof PackSourceRefused || error instanceof PackArchiveRefused)) throw error;
    return [`Regelpakket ${source} is niet geladen: ${error.text.nl}`];
  }
}

/** Whether a source is a folder with packs in it, and not one itself. @throws PackSourceRefused */
function holdsPacks(source: string, from: string): boolean {
  const place = resolve(from, source);
  if (source.startsWith(NPM) || existsSync(join(place, 'pack.yaml'))) return false;
  return readable(source, () => {
    if (!statSync(place).isDirectory()) return false;
    const entries = readdirSync(place, { withFileTypes: true });
    return entries.some((entry) => entry.isDirectory() && existsSync(join(place, entry.name, 'pack.yaml')));
  });
}
