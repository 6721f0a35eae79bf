import { type ContractFacts, type NumberConfirmation } from '@samenwerkt/engine';

/** One contract of an export, with the physical line of the file it starts on. */
export interface ContractRow {
  readonly line: number;
  readonly leverancier: string;
  readonly facts: ContractFacts;
  /** Numbers in it of which somebody said that they are no BSN; `path` is `/supplier` or that of the fact. */
  readonly confirmations: readonly NumberConfirmation[];
}
