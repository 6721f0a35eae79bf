import { type PersonRole } from '@samenwerkt/access';
import { all, sql, type Work } from '../database/work.js';
import { LastAdministrator, RoleNotYours } from './errors.js';

/** Who does it, and with which roles of their own. */
export interface ByWhom {
  readonly id: string;
  readonly roles: readonly PersonRole[];
}

const ADMINISTRATORS = sql<{ id: string }>(
  `SELECT p.id FROM person p JOIN role_grant g ON g.person_id = p.id
   WHERE p.organisation_id = @organisation AND p.state = 'active' AND g.role = 'beheerder'`,
);

/** @throws LastAdministrator when nobody but these of the organisation can let others in, and one of them can */
export function* mustHaveOther(organisation: string, ids: readonly string[]): Work<void> {
  const administrators = yield* all(ADMINISTRATORS, { organisation });
  const left = administrators.filter(({ id }) => !ids.includes(id));
  if (administrators.length > 0 && left.length === 0) throw new LastAdministrator();
}

/** Whoever looks after one organisation must not become who looks after the installation. @throws RoleNotYours */
export function mustBeYours(roles: readonly string[], by: ByWhom): void {
  if (roles.includes('systeembeheerder') && !by.roles.includes('systeembeheerder'))
    throw new RoleNotYours('systeembeheerder');
}
