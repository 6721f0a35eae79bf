import { type Ledger } from '../ledger.js';
import { type PackStep } from '../packs/pack-life.js';
import { type UploadedPack, type WithdrawPack } from '../packs/pack-registry.js';
import { miniPack } from './mini-pack.js';
import { HERE } from './workbench.js';

export const KEEPER = 'beheerder';
/** The version after the one that is published. */
export const NEXT = { organisation: HERE, name: 'mini', version: '2.0.0', actor: KEEPER };

/** Puts a mini pack on the shelf as a concept. */
export function upload(ledger: Ledger, pack: Parameters<typeof miniPack>[0] = {}): Promise<UploadedPack> {
  const files = miniPack({ version: NEXT.version, ...pack });
  return ledger.registry.upload({ organisation: HERE, files, actor: KEEPER });
}

/** A withdrawal of the published version. */
export function withdrawal(over: Partial<WithdrawPack> = {}): WithdrawPack {
  return { ...NEXT, version: '1.0.0', endsOn: '2026-06-01', reason: 'Nieuw beleid', ...over };
}

/** What was done to a version of the mini pack. */
export async function stepsOf(ledger: Ledger, version = NEXT.version): Promise<PackStep[]> {
  return (await ledger.registry.events({ organisation: HERE, name: 'mini', version })).map(({ what }) => what);
}
