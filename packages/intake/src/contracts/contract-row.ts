import { type ContractFacts } from '@samenwerkt/engine';

/** One contract of an export, with the physical line of the file it starts on. */
export interface ContractRow {
  readonly line: number;
  readonly leverancier: string;
  readonly facts: ContractFacts;
}
