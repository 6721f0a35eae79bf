import { first, type Work } from '../database/work.js';
import { NotFound, PartnershipQuarantined } from '../errors.js';
import * as statements from './statements.js';
import { type AttestationRow } from './statements.js';

/** An attestation of a partnership. @throws NotFound */
export function* existing(organisation: string, partnership: string, id: string): Work<AttestationRow> {
  const found = yield* first(statements.ONE, { organisation, partnership, id });
  if (!found) throw new NotFound({ nl: 'bewijs', en: 'evidence' }, id);
  return found;
}

/** @throws PartnershipQuarantined when the partnership is set apart */
export function* mustNotBeApart(organisation: string, partnership: string): Work<void> {
  const apart = yield* first(statements.APART, { organisation, partnership });
  if (apart) throw new PartnershipQuarantined(partnership, apart.reason ?? '');
}
