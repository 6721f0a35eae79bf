import { secondsAfter } from '@samenwerkt/calendar';
import { v7 as uuid } from 'uuid';
import { type Audit } from '../audit/audit.js';
import { type Clock } from '../clock.js';
import { type Database } from '../database/database.js';
import { all, change, first, sql, type Work } from '../database/work.js';
import { UNKNOWN_ACTOR } from '../organisation.js';
import { type Vault } from '../privacy/vault.js';
import { mintLink, type LinkKind } from './links.js';
import { opened, type SealedPersonal } from './personal.js';

/** A letter that this process is to send, with the link that it brings. */
export interface ClaimedLetter {
  readonly id: string;
  readonly kind: LinkKind;
  readonly name: string;
  readonly email: string;
  readonly language: 'nl' | 'en';
  /** Name of the organisation. */
  readonly organisation: string;
  /** Secret part of the link; nowhere else. */
  readonly token: string;
  /** Instant at which the link stops working. */
  readonly endsAt: string;
  /** Tries so far, this one included. */
  readonly tries: number;
}

/** Seconds a letter is held by the process that sends it. */
const HELD = 120;
/** Seconds within which somebody is not written to twice about a forgotten password. */
const PAUSE = 5 * 60;

const ADD = sql(
  `INSERT INTO account_letter (id, person_id, kind, state, tries, next_try_at, created_at)
   VALUES (@id, @person, @kind, 'waiting', 0, @at, @at)`,
);
const RECENT = sql<object>(
  `SELECT 1 FROM account_letter WHERE person_id = @person AND kind = 'recovery' AND created_at > @since`,
);
const WAITING = sql<{ id: string }>(
  `SELECT id FROM account_letter WHERE state = 'waiting' AND next_try_at <= @now
     AND (claimed_until IS NULL OR claimed_until <= @now) ORDER BY next_try_at, id LIMIT 100`,
);
const CLAIM = sql(
  `UPDATE account_letter SET claimed_by = @worker, claimed_until = @until, tries = tries + 1
   WHERE id = @id AND state = 'waiting' AND next_try_at <= @now AND (claimed_until IS NULL OR claimed_until <= @now)`,
);
interface Letter extends SealedPersonal {
  readonly kind: LinkKind;
  readonly tries: number;
  readonly language: 'nl' | 'en';
  readonly state: string;
  readonly organisation: string;
}

const WHOM = sql<Letter>(
  `SELECT p.id, l.kind, l.tries, p.name, p.email, k.wrapped, p.language, p.state, o.name AS "organisation"
   FROM account_letter l JOIN person p ON p.id = l.person_id JOIN organisation o ON o.id = p.organisation_id
     JOIN subject_key k ON k.id = p.id
   WHERE l.id = @id`,
);
const DONE = sql(
  `UPDATE account_letter SET state = @state, sent_at = @sentAt, last_error = @error, next_try_at = @nextTryAt,
     claimed_by = NULL, claimed_until = NULL
   WHERE id = @id AND claimed_by = @worker AND state = 'waiting'`,
);

/** Letters about accounts, from the moment that somebody asked until they are out. The row is the truth; nothing else remembers. */
export class AccountLetters {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /** Ids of what is due and nobody holds, at most a hundred. */
  async waiting(): Promise<string[]> {
    return (await this.database.read(() => all(WAITING, { now: this.clock() }))).map(({ id }) => id);
  }

  /**
   * Takes a letter, and makes the link that it brings: a letter that is sent again brings another, and both work until one
   * is used.
   * @returns undefined when somebody else has it, or whoever it is for was blocked meanwhile
   */
  async claim(id: string, worker: string): Promise<ClaimedLetter | undefined> {
    const now = this.clock();
    const { vault } = this;
    return this.database.write(function* () {
      const held = { id, worker, now, until: secondsAfter(now, HELD) };
      if ((yield* change(CLAIM, held)) === 0) return undefined;
      const letter = yield* first(WHOM, { id });
      const personal = letter && opened(vault, letter);
      if (!personal || letter.state === 'blocked') {
        yield* change(DONE, { id, worker, state: 'dead', sentAt: null, error: 'blocked', nextTryAt: now });
        return undefined;
      }
      const { kind, tries, language, organisation } = letter;
      const link = yield* mintLink(letter.id, kind, now);
      return { id, kind, tries, language, organisation, ...personal, ...link };
    });
  }

  /** It is out. */
  async sent(id: string, worker: string): Promise<void> {
    const now = this.clock();
    const done = { id, worker, state: 'sent', sentAt: now, error: null, nextTryAt: now };
    await this.database.write(() => change(DONE, done));
  }

  /** It is not. @param nextTryAt when to try again; undefined for never */
  async failed(id: string, worker: string, error: string, nextTryAt?: string): Promise<void> {
    const state = nextTryAt === undefined ? 'dead' : 'waiting';
    const done = { id, worker, state, sentAt: null, error, nextTryAt: nextTryAt ?? this.clock() };
    await this.database.write(() => change(DONE, done));
  }
}

/** Puts a letter with the others, in the transaction of what it is about. */
export function* writeLetter(person: string, kind: LinkKind, at: string): Work<void> {
  yield* change(ADD, { id: uuid(), person, kind, at });
}

/** Puts a letter about a forgotten password with the others, unless there was one just now. */
export function* writeRecovery(
  audit: Audit,
  { id, organisation }: { readonly id: string; readonly organisation: string },
  at: string,
): Work<void> {
  if (yield* first(RECENT, { person: id, since: secondsAfter(at, -PAUSE) })) return;
  yield* writeLetter(id, 'recovery', at);
  const subject = { kind: 'person', id };
  yield* audit.record({ organisation, actor: UNKNOWN_ACTOR, action: 'person.recovery-asked', subject });
}
