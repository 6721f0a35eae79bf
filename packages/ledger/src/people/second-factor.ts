import { isPersonRole } from '@samenwerkt/access';
import { type Clock } from '../clock.js';
import { type Database } from '../database/database.js';
import { type Work } from '../database/work.js';
import { DataInvalid } from '../errors.js';
import { forgive, limit, reserve } from './attempts.js';
import { type TotpSecret } from './codes.js';
import { RoleNotYours, SecondFactorRequired, SecondFactorState } from './errors.js';
import { orNoteLockout } from './lockouts.js';
import { type ByWhom } from './person-rights.js';
import { personOf } from './person.js';
import { mustHaveCode, requireOf, rolesWithCode } from './second-factor-rule.js';
import { endEverything } from './sessions.js';
import { endSteps } from './sign-in-steps.js';
import {
  acceptCode,
  beginTotp,
  confirmedTotp,
  confirmTotp,
  removeTotp,
  waitingTotp,
  type CodeTools,
  type Owner,
} from './totp.js';

/** How somebody stands with codes at sign-in. */
export interface SecondFactorStanding {
  /** Instant since which a code is asked; null when none is. */
  readonly since: string | null;
  /** Recovery codes that are left. */
  readonly recoveryCodes: number;
  /** Whether the organisation requires it. */
  readonly required: boolean;
}

/** Wrong codes without a wait, where somebody is signed in already. */
const FREE = 5;

interface Parts extends CodeTools {
  readonly database: Database;
  readonly clock: Clock;
}

/** A code from an authenticator app beside the password (RFC 6238): turning it on and off, and requiring it. */
export class SecondFactor {
  constructor(private readonly parts: Parts) {}

  standing({ person }: Owner): Promise<SecondFactorStanding> {
    return this.parts.database.read(function* (): Work<SecondFactorStanding> {
      const totp = yield* confirmedTotp(person);
      const required = yield* mustHaveCode(person);
      return { since: totp?.confirmedAt ?? null, recoveryCodes: totp?.recoveryCodes ?? 0, required };
    });
  }

  /** First step: a secret for the app. Whoever begins again gets another. @throws SecondFactorState when it is on, NotFound */
  begin(owner: Owner): Promise<TotpSecret> {
    const at = this.parts.clock();
    const { parts } = this;
    return parts.database.write(function* () {
      const { email } = yield* personOf(parts.vault, owner.organisation, owner.person);
      return yield* beginTotp(parts, owner, email, at);
    });
  }

  /** The secret of the first step once more. @throws SecondFactorState, NotFound */
  waiting(owner: Owner): Promise<TotpSecret> {
    const { parts } = this;
    return parts.database.read(function* () {
      const { email } = yield* personOf(parts.vault, owner.organisation, owner.person);
      return yield* waitingTotp(parts, owner, email);
    });
  }

  /** Second step: a code shows that the app has the secret. @returns recovery codes. @throws SecondFactorState, CodeWrong */
  confirm(owner: Owner, code: string): Promise<string[]> {
    const at = this.parts.clock();
    return this.parts.database.write(() => confirmTotp(this.parts, owner, code, at));
  }

  /** Turns it off, with a code: an open screen is not enough. @throws SecondFactorRequired, SecondFactorState, CodeWrong, TooManyAttempts */
  async turnOff(owner: Owner, code: string): Promise<void> {
    const { parts } = this;
    const { organisation, person } = owner;
    const { since, required } = await this.standing(owner);
    if (since === null) throw new SecondFactorState(false);
    if (required) throw new SecondFactorRequired();
    const at = parts.clock();
    const limits = [limit('code-off', FREE, person)];
    const isLast = await parts.database.write(() => reserve(limits, at));
    const turnedOff = parts.database.write(function* () {
      yield* acceptCode(parts, owner, code, at);
      yield* forgive(limits, at);
      yield* removeTotp(person);
      const subject = { kind: 'person', id: person };
      yield* parts.audit.record({ organisation, actor: person, action: 'second-factor.off', subject });
    });
    await (isLast ? orNoteLockout(parts, owner, turnedOff) : turnedOff);
  }

  /** For somebody who lost phone and codes. Whoever was signed in as them must sign in again. @throws NotFound, RoleNotYours */
  async reset(organisation: string, id: string, by: ByWhom): Promise<void> {
    const { database, clock, audit, vault } = this.parts;
    const at = clock();
    await database.write(function* () {
      const { roles } = yield* personOf(vault, organisation, id);
      if (roles.some(({ role }) => role === 'systeembeheerder') && !by.roles.includes('systeembeheerder'))
        throw new RoleNotYours('systeembeheerder');
      if (!(yield* removeTotp(id))) return;
      yield* endSteps(id);
      yield* endEverything(id, at);
      const subject = { kind: 'person', id };
      yield* audit.record({ organisation, actor: by.id, action: 'second-factor.reset', subject });
    });
  }

  /** The roles of which the organisation requires it. */
  requiredOf(organisation: string): Promise<string[]> {
    return this.parts.database.read(() => rolesWithCode(organisation));
  }

  /** Requires it of these roles at their next sign-in with a password. @throws DataInvalid */
  async require(organisation: string, roles: readonly string[], by: ByWhom): Promise<void> {
    const unknown = roles.find((role) => !isPersonRole(role));
    if (unknown !== undefined) throw new DataInvalid([unknownRole(unknown)]);
    const { database, audit } = this.parts;
    await database.write(function* () {
      yield* requireOf(organisation, roles);
      const subject = { kind: 'organisation', id: organisation };
      const details = { roles: [...roles] };
      yield* audit.record({ organisation, actor: by.id, action: 'second-factor.required', subject, details });
    });
  }
}

function unknownRole(role: string) {
  const message = { nl: `de rol "${role}" bestaat niet.`, en: `the role "${role}" does not exist.` };
  return { path: '/roles', code: 'roles', message };
}
