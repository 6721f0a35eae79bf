import { type Audit } from '../audit/audit.js';
import { all, change, first, lock, sql, type Work } from '../database/work.js';
import { type Vault } from '../privacy/vault.js';
import { newRecoveryCodes, newTotpSecret, periodOf, recoveryHash, shownSecret, type TotpSecret } from './codes.js';
import { CodeWrong, SecondFactorState } from './errors.js';

/** Whose code it is about. */
export interface Owner {
  readonly organisation: string;
  readonly person: string;
}

/** What work on codes needs beside the database. */
export interface CodeTools {
  readonly vault: Vault;
  readonly audit: Audit;
}

interface TotpRow {
  /** Sealed in the vault, for the person. */
  readonly secret: string;
  readonly lastStep: number;
  readonly confirmedAt: string | null;
}

const LOCK = sql('SELECT 1 FROM person WHERE id = @person');
const FIND = sql<TotpRow>(
  `SELECT secret, last_step AS "lastStep", confirmed_at AS "confirmedAt" FROM person_totp WHERE person_id = @person`,
);
const PUT = sql(
  `INSERT INTO person_totp (person_id, secret, last_step, created_at) VALUES (@person, @secret, 0, @at)
   ON CONFLICT (person_id) DO UPDATE SET secret = excluded.secret, last_step = 0, created_at = excluded.created_at`,
);
const CONFIRM = sql('UPDATE person_totp SET confirmed_at = @at, last_step = @step WHERE person_id = @person');
const USED = sql('UPDATE person_totp SET last_step = @step WHERE person_id = @person');
const REMOVE = sql('DELETE FROM person_totp WHERE person_id = @person');
const CODES = sql<{ hash: string }>('SELECT hash FROM recovery_code WHERE person_id = @person');
const ADD_CODE = sql('INSERT INTO recovery_code (person_id, hash) VALUES (@person, @hash)');
const USE_CODE = sql('DELETE FROM recovery_code WHERE person_id = @person AND hash = @hash');
const REMOVE_CODES = sql('DELETE FROM recovery_code WHERE person_id = @person');

/** Since when a code is asked, and how many recovery codes are left; undefined when none is asked. */
export function* confirmedTotp(person: string): Work<{ confirmedAt: string; recoveryCodes: number } | undefined> {
  const found = yield* first(FIND, { person });
  if (found?.confirmedAt == null) return undefined;
  return { confirmedAt: found.confirmedAt, recoveryCodes: (yield* all(CODES, { person })).length };
}

/** Makes a secret, which counts for nothing until a code of it was shown. @throws SecondFactorState when one counts already */
export function* beginTotp({ vault }: CodeTools, owner: Owner, email: string, at: string): Work<TotpSecret> {
  yield* lock(LOCK, owner);
  if ((yield* confirmedTotp(owner.person)) !== undefined) throw new SecondFactorState(true);
  const secret = newTotpSecret();
  yield* change(PUT, { person: owner.person, secret: yield* vault.seal(owner.organisation, owner.person, secret), at });
  return shownSecret(secret, email);
}

/** The secret that waits to be confirmed, shown again after a wrong code. @throws SecondFactorState when none waits */
export function* waitingTotp({ vault }: CodeTools, owner: Owner, email: string): Work<TotpSecret> {
  const found = yield* first(FIND, owner);
  if (!found || found.confirmedAt !== null) throw new SecondFactorState(found !== undefined);
  return shownSecret(yield* opened(vault, owner, found), email);
}

/**
 * From now on a code is asked. All deciding comes before the first write, so other work can follow in the transaction.
 * @returns recovery codes; the only time that they are there
 * @throws SecondFactorState, CodeWrong
 */
export function* confirmTotp({ vault, audit }: CodeTools, owner: Owner, code: string, at: string): Work<string[]> {
  const { organisation, person } = owner;
  yield* lock(LOCK, owner);
  const found = yield* first(FIND, owner);
  if (!found || found.confirmedAt !== null) throw new SecondFactorState(found !== undefined);
  const step = periodOf(yield* opened(vault, owner, found), code, at);
  if (step === undefined) throw new CodeWrong();
  const codes = newRecoveryCodes();
  yield* change(CONFIRM, { person, at, step });
  yield* change(REMOVE_CODES, { person });
  for (const one of codes) yield* change(ADD_CODE, { person, hash: recoveryHash(one) });
  yield* audit.record({
    ...{ organisation, actor: person, action: 'second-factor.on' },
    subject: { kind: 'person', id: person },
  });
  return codes;
}

/** Takes a code of the app, or a recovery code; each works once. Writes only when it is right. @throws CodeWrong */
export function* acceptCode({ vault, audit }: CodeTools, owner: Owner, code: string, at: string): Work<void> {
  const { organisation, person } = owner;
  yield* lock(LOCK, owner);
  const found = yield* first(FIND, owner);
  if (!found || found.confirmedAt === null) throw new CodeWrong();
  const step = periodOf(yield* opened(vault, owner, found), code, at);
  if (step !== undefined && step > found.lastStep) {
    yield* change(USED, { person, step });
    return;
  }
  const hash = recoveryHash(code);
  const left = yield* all(CODES, { person });
  if (!left.some((one) => one.hash === hash)) throw new CodeWrong();
  yield* change(USE_CODE, { person, hash });
  yield* audit.record({
    ...{ organisation, actor: person, action: 'second-factor.recovery-code' },
    ...{ subject: { kind: 'person', id: person }, details: { left: left.length - 1 } },
  });
}

/** No code is asked any more. @returns whether one was, or was being set up */
export function* removeTotp(person: string): Work<boolean> {
  yield* change(REMOVE_CODES, { person });
  return (yield* change(REMOVE, { person })) > 0;
}

function* opened(vault: Vault, { organisation, person }: Owner, { secret: sealed }: TotpRow): Work<string> {
  const secret = yield* vault.open(organisation, { subject: person, sealed });
  // An empty secret would be one that everybody has.
  if (secret === undefined) throw new SecondFactorState(false);
  return secret;
}
