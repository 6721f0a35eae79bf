import { EngineError, PackInvalid, PositionUnreadable, type Text } from '@samenwerkt/engine';
import { EventRefused, LedgerClosed, LedgerError } from '../errors.js';
import { type PackMigrationResultEntity } from '../entities/pack-migration-result.js';

/** Why a partnership was not moved. */
export interface Hindrance {
  readonly outcome: Extract<PackMigrationResultEntity['outcome'], 'present' | 'refused' | 'conflict'>;
  readonly code: string;
  readonly reason: Text;
}

/** What an error says of the partnership. @throws the error when it says nothing of it: the run cannot go on */
export function hindranceOf(error: unknown): Hindrance {
  if (error instanceof LedgerClosed) throw error;
  if (error instanceof EventRefused) {
    const { code, refusal } = error;
    const said = [refusal.message, ...refusal.reasons.map(({ message }) => message)];
    const reason = { nl: said.map(({ nl }) => nl).join(' '), en: said.map(({ en }) => en).join(' ') };
    return { outcome: code === 'already-on-pack' ? 'present' : 'refused', code, reason };
  }
  if (error instanceof LedgerError || error instanceof EngineError || error instanceof PositionUnreadable)
    return {
      outcome: error.code === 'version-conflict' ? 'conflict' : 'refused',
      code: error.code,
      reason: error.text,
    };
  if (error instanceof PackInvalid)
    return { outcome: 'refused', code: 'pack-invalid', reason: { nl: error.message, en: error.message } };
  throw error;
}
