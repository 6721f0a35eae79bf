import { cadenceOf, type CadenceEntry, type PackRef } from '@samenwerkt/engine';
import { NotFound, type Ledger } from '@samenwerkt/ledger';

interface OfPack {
  readonly kind: string;
  readonly pack: Pick<PackRef, 'name' | 'version'>;
}

/** The entry of the cadence that asks for a moment; undefined when its pack is not there any more. Each pack is read once. */
export async function cadenceEntries(
  ledger: Ledger,
  organisation: string,
  moments: readonly OfPack[],
): Promise<(moment: OfPack) => CadenceEntry | undefined> {
  const packs = new Map(moments.map((moment) => [nameOf(moment), moment.pack]));
  const entries = new Map<string, readonly CadenceEntry[]>();
  for (const [key, { name, version }] of packs) {
    try {
      entries.set(key, cadenceOf(await ledger.shelf.version(organisation, name, version)));
    } catch (error) {
      if (!(error instanceof NotFound)) throw error;
    }
  }
  return (moment) => entries.get(nameOf(moment))?.find(({ id }) => id === moment.kind);
}

function nameOf({ pack }: OfPack): string {
  return `${pack.name} ${pack.version}`;
}
