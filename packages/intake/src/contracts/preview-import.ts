import { type Ledger, type NewContract } from '@samenwerkt/ledger';
import { type ContractRow } from './contract-row.js';
import { readContracts, type ReadContracts, type ReadContractsOptions } from './read-contracts.js';

type ImportOptions = Omit<ReadContractsOptions, 'known'>;

/**
 * Reads an export for an organisation: as {@link readContracts} does, and a contract that the organisation has already is
 * a fault as well. Nothing is added.
 * @throws DateInvalid when `asOf` is not an ISO date
 */
export async function previewImport(
  { contracts }: Pick<Ledger, 'contracts'>,
  organisation: string,
  bytes: Uint8Array,
  options: ImportOptions = {},
): Promise<ReadContracts> {
  const read = readContracts(bytes, options);
  const references = read.contracts.map(({ facts }) => facts.kenmerk);
  const known = new Set(await contracts.existing(organisation, references));
  return known.size === 0 ? read : readContracts(bytes, { ...options, known });
}

/** A row of an export as the ledger takes it. */
export function newContract({ facts, leverancier, confirmations }: ContractRow): NewContract {
  return { facts, supplier: leverancier, confirmations };
}
