import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadPackFolder, loadPackSources } from '@samenwerkt/intake';
import { type Ledger } from '@samenwerkt/ledger';
import { Inject } from '@nestjs/common';

/** Root of the program's own files. */
export const REPOSITORY = fileURLToPath(new URL('../../../../', import.meta.url));

/** Gives an organisation the packs that come with the program, then those of `RULE_PACKS`. @returns which were not taken over, and why */
export type PackLoader = (organisation: string) => Promise<string[]>;

export const PACK_LOADER = Symbol('pack loader');

/** The pack loader as a constructor's argument. */
export const InjectPackLoader = () => Inject(PACK_LOADER);

/** @param rulePacks value of `RULE_PACKS` */
export function packLoader(ledger: Ledger, rulePacks: string | undefined): PackLoader {
  const shipped = join(REPOSITORY, 'rule-packs');
  return async (organisation) => [
    ...(await loadPackFolder(ledger, organisation, shipped)),
    ...(await loadPackSources(ledger, organisation, rulePacks, process.cwd(), shipped)),
  ];
}
