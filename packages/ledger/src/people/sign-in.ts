import { type Clock } from '../clock.js';
import { type Database } from '../database/database.js';
import { all, change, first, sql, type Work } from '../database/work.js';
import { sha256 } from '../hashing.js';
import { forgetAttempts, forgive, limit, reserve, type Limit } from './attempts.js';
import { CodeNeeded, CodeSetUpNeeded, SignInFailed } from './errors.js';
import { writeRecovery } from './letters.js';
import { forgetLinks } from './links.js';
import { noteLockout, orNoteLockout } from './lockouts.js';
import { hashPassword, isOutdated, isPassword } from './passwords.js';
import { emailIndex } from './personal.js';
import { forgetProviderSignIns } from './provider-sign-ins.js';
import { mustHaveCode } from './second-factor-rule.js';
import { newSecret } from './secret.js';
import { forgetSessions, openSession, type NewSession } from './sessions.js';
import { endSteps, forgetSteps, openStep, stepOf, type SignInStep } from './sign-in-steps.js';
import { acceptCode, confirmedTotp, confirmTotp, type CodeTools } from './totp.js';

/** Where somebody asks from. */
export interface Place {
  /** Network address. */
  readonly address: string;
  /** Program, in its own words. */
  readonly program: string;
  /** Token of a device that somebody signed in on before. */
  readonly device?: string | undefined;
  /** Token of the session there was, which ends. */
  readonly session?: string | undefined;
}

export interface Credentials {
  readonly email: string;
  readonly password: string;
  /** Id of the organisation, for who signs in with one address and one password at several. */
  readonly organisation?: string | undefined;
}

/** Signed in; the tokens are here and nowhere else. */
export interface SignedIn extends NewSession {
  readonly person: string;
  /** By which this device is known from now on. */
  readonly device: string;
}

interface Candidate {
  readonly id: string;
  readonly organisation: string;
  readonly passwordHash: string;
}

/** Failures without a wait: for one account from one place, and for everybody at one address, behind which an office may sit. */
const FREE = { account: 5, address: 20, device: 10, recoveries: 10, code: 5 } as const;
/** Most organisations at which one address is tried. */
const MOST = 5;

const CANDIDATES = sql<Candidate>(
  `SELECT id, organisation_id AS "organisation", password_hash AS "passwordHash" FROM person
   WHERE email_key = @emailKey AND state = 'active' AND password_hash IS NOT NULL ORDER BY id LIMIT @most`,
);
const KNOWS = sql<object>('SELECT 1 FROM known_device WHERE hash = @hash AND person_id = @person');
const KNOW = sql(
  `INSERT INTO known_device (hash, person_id, used_at) VALUES (@hash, @person, @at)
   ON CONFLICT (hash, person_id) DO UPDATE SET used_at = excluded.used_at`,
);
const FORGET_DEVICES = sql(`DELETE FROM known_device WHERE used_at < @before`);
const REHASH = sql('UPDATE person SET password_hash = @next WHERE id = @id AND password_hash = @last');
const STILL = sql<object>(`SELECT 1 FROM person WHERE id = @id AND state = 'active' AND password_hash = @passwordHash`);
const FORGETFUL = sql<{ id: string; organisation: string }>(
  // Who comes in by a provider alone gets no password behind its back.
  `SELECT id, organisation_id AS "organisation" FROM person p WHERE p.email_key = @emailKey AND p.state IN ('active', 'invited') AND p.demo = 0
     AND (p.password_hash IS NOT NULL OR NOT EXISTS (SELECT 1 FROM person_identity i WHERE i.person_id = p.id))
   LIMIT @most`,
);

interface Parts extends CodeTools {
  readonly database: Database;
  readonly clock: Clock;
}

/**
 * Signing in with a password, and with a code where one is asked. Failures are counted for account and address together, and for the address; on a device that
 * its owner signed in on before they are counted apart. So nobody can keep somebody else out by failing in their name.
 */
export class SignIn {
  constructor(private readonly parts: Parts) {}

  /** @throws SignInFailed, TooManyAttempts; CodeNeeded and CodeSetUpNeeded, which bring what the next step asks */
  async withPassword(credentials: Credentials, place: Place): Promise<SignedIn> {
    const { database, vault, clock } = this.parts;
    const key = emailIndex(vault, credentials.email);
    const { candidates, knownDevice } = await database.read(() => candidatesFor(key, credentials, place));
    const limits = knownDevice === undefined ? limitsAt(key, place) : [limit('device', FREE.device, knownDevice, key)];
    const at = clock();
    const isLast = await database.write(() => reserve(limits, at));
    const found = await matching(candidates, credentials.password);
    if (!found && isLast) await noteLockout(this.parts, candidates, 'password');
    if (!found) throw new SignInFailed();
    const next = isOutdated(found.passwordHash) ? await hashPassword(credentials.password) : undefined;
    const now = clock();
    const opened = await database.write(function* () {
      if (!(yield* first(STILL, found))) throw new SignInFailed();
      const hasCode = (yield* confirmedTotp(found.id)) !== undefined;
      const asksCode = hasCode || (yield* mustHaveCode(found.id));
      yield* forgive(limits, now);
      if (next !== undefined) yield* change(REHASH, { id: found.id, last: found.passwordHash, next });
      return asksCode ? { hasCode, step: yield* openStep(found.id, now) } : yield* signedIn(found.id, place, now);
    });
    if ('token' in opened) return opened;
    throw opened.hasCode ? new CodeNeeded(opened.step) : new CodeSetUpNeeded(opened.step);
  }

  /** Who is between password and code. @throws SignInStepGone */
  step(token: string): Promise<SignInStep & { readonly hasCode: boolean }> {
    const now = this.parts.clock();
    return this.parts.database.read(function* () {
      const step = yield* stepOf(token, now);
      return { ...step, hasCode: (yield* confirmedTotp(step.person)) !== undefined };
    });
  }

  /**
   * The code after the password. Wrong ones are counted for the person, on a device that they know for that device: only who
   * knows the password gets this far.
   * @throws SignInStepGone, CodeWrong, TooManyAttempts
   */
  async withCode(step: string, code: string, place: Place): Promise<SignedIn> {
    const { parts } = this;
    const at = parts.clock();
    const { owner, limits, isLast } = await parts.database.write(function* () {
      const found = yield* stepOf(step, at);
      const counted = [yield* codeLimit(found.person, place)];
      return { owner: found, limits: counted, isLast: yield* reserve(counted, at) };
    });
    const opened = parts.database.write(function* () {
      yield* stepOf(step, at);
      yield* acceptCode(parts, owner, code, at);
      yield* forgive(limits, at);
      return yield* signedIn(owner.person, place, at);
    });
    return isLast ? orNoteLockout(parts, owner, opened) : opened;
  }

  /**
   * Setting a code up between password and session, where the organisation asks one: the first code opens the session.
   * @throws SignInStepGone, SecondFactorState, CodeWrong
   */
  withFirstCode(step: string, code: string, place: Place): Promise<SignedIn & { readonly recoveryCodes: string[] }> {
    const { parts } = this;
    const at = parts.clock();
    return parts.database.write(function* () {
      const owner = yield* stepOf(step, at);
      const recoveryCodes = yield* confirmTotp(parts, owner, code, at);
      return { ...(yield* signedIn(owner.person, place, at)), recoveryCodes };
    });
  }

  /**
   * Has a link sent to whoever has this address. The answer and the work are the same when nobody has.
   * @throws TooManyAttempts
   */
  async recover(email: string, { address }: Pick<Place, 'address'>): Promise<void> {
    const key = emailIndex(this.parts.vault, email);
    const { audit } = this.parts;
    const at = this.parts.clock();
    const limits = [limit('recovery', FREE.recoveries, address)];
    await this.parts.database.write(function* () {
      const people = yield* all(FORGETFUL, { emailKey: key, most: MOST });
      yield* reserve(limits, at);
      for (const person of people) yield* writeRecovery(audit, person, at);
    });
  }

  /** Throws away what has ended and counts that say nothing any more. @param before devices not used since this instant */
  async forget(before: string): Promise<void> {
    const now = this.parts.clock();
    await this.parts.database.write(function* () {
      yield* forgetAttempts(now);
      yield* forgetSessions(now);
      yield* forgetLinks(now);
      yield* forgetSteps(now);
      yield* forgetProviderSignIns(now);
      yield* change(FORGET_DEVICES, { before });
    });
  }
}

/** Opens the session; from now on the device is known. */
function* signedIn(person: string, place: Place, at: string): Work<SignedIn> {
  const hash = place.device === undefined ? undefined : sha256(place.device);
  const known = hash !== undefined && (yield* first(KNOWS, { hash, person })) !== undefined;
  const device = known ? { token: place.device ?? '', hash } : newSecret();
  yield* endSteps(person);
  yield* change(KNOW, { hash: device.hash, person, at });
  const session = yield* openSession({ person, device: place.program, at, replaces: place.session });
  return { ...session, person, device: device.token };
}

function* codeLimit(person: string, { device }: Place): Work<Limit> {
  const hash = device === undefined ? undefined : sha256(device);
  const known = hash !== undefined && (yield* first(KNOWS, { hash, person })) !== undefined;
  return known ? limit('code', FREE.code, person, hash) : limit('code', FREE.code, person);
}

function limitsAt(key: string, { address }: Place): Limit[] {
  return [limit('account', FREE.account, key, address), limit('address', FREE.address, address)];
}

/** Who it can be, and the hash of the device when one of them signed in on it before. */
function* candidatesFor(
  key: string,
  { organisation }: Credentials,
  { device }: Place,
): Work<{ candidates: Candidate[]; knownDevice: string | undefined }> {
  const found = yield* all(CANDIDATES, { emailKey: key, most: MOST });
  const candidates = found.filter((one) => organisation === undefined || one.organisation === organisation);
  const hash = device === undefined ? undefined : sha256(device);
  if (hash === undefined) return { candidates, knownDevice: undefined };
  for (const { id: person } of candidates)
    if (yield* first(KNOWS, { hash, person })) return { candidates, knownDevice: hash };
  return { candidates, knownDevice: undefined };
}

/** The one whose password this is. Somebody who is not known costs as much as somebody who is. */
async function matching(candidates: readonly Candidate[], password: string): Promise<Candidate | undefined> {
  if (candidates.length === 0) await isPassword(undefined, password);
  for (const candidate of candidates) if (await isPassword(candidate.passwordHash, password)) return candidate;
  return undefined;
}
