import { type Text } from '@samenwerkt/engine';
import { type PackMigrationResultEntity } from '../entities/pack-migration-result.js';
import { type ResultRow } from './statements.js';

export type Outcome = PackMigrationResultEntity['outcome'];

/** What became of one partnership. */
export interface MigrationResult {
  readonly partnership: string;
  readonly title: string;
  /** Reference of its contract; null when it has none of its own. */
  readonly kenmerk: string | null;
  /** Version it had when it was selected. */
  readonly version: number;
  readonly outcome: Outcome;
  /** Code and words of what stood in the way. */
  readonly code: string | null;
  readonly reason: Text | null;
  readonly settledAt: string | null;
}

/** A result as it is read. */
export function toResult({ partnershipId, reason, ...rest }: ResultRow): MigrationResult {
  return { partnership: partnershipId, ...rest, reason: reason === null ? null : (JSON.parse(reason) as Text) };
}
