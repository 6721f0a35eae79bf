import { secondsAfter, today } from '@samenwerkt/calendar';
import { v7 as uuid } from 'uuid';
import { type Audit } from '../audit/audit.js';
import { type Clock } from '../clock.js';
import { type Database } from '../database/database.js';
import { type Work } from '../database/work.js';
import { DataInvalid } from '../errors.js';
import { removeFile } from '../evidence/remove-file.js';
import { type Leases } from '../leases/leases.js';
import { PROGRAM_ACTOR } from '../organisation.js';
import { eraseSubject } from './erase-subject.js';
import { RetentionNotChosen } from './errors.js';
import { monthsProblems, privacyChoices } from './privacy-settings.js';
import { referenceTo } from './references.js';
import { looked, unlooked } from './retention-days.js';
import { expired, expiredFiles, isStillExpired, type Expired } from './retention-survey.js';
import { type Vault } from './vault.js';

/** Whose term is over, and what was done about it. */
export interface RetentionReport {
  /** The term, in months after the end of the last partnership that names somebody. */
  readonly months: number;
  /** Local date on which was looked. */
  readonly day: string;
  /** `name` is a reference, which reads as the name where answers are shown, and as erased once that is done. */
  readonly people: readonly (Expired & { readonly name: string })[];
  /** Files of evidence of partnerships of which the term is over; all of them are removed. */
  readonly files: number;
  /** How many were erased; somebody who was named anew meanwhile is not. */
  readonly erased: number;
}

interface Parts {
  readonly database: Database;
  readonly vault: Vault;
  readonly audit: Audit;
  readonly leases: Leases;
  readonly clock: Clock;
}

/** Name of the lease under which one process looks. */
const LEASE = 'retention';
/** Seconds; renewed for every organisation. */
const LASTS = 600;
/** Seconds. What was recorded so long before the look, or after it, is looked at again just before somebody is erased. */
const LOOKED_AGAIN = 24 * 3600;

/**
 * Erases people of its own accord, when the term that their organisation chose is over. Histories keep references, so
 * their chains hold. The address book is kept by hand, and stays as it is.
 */
export class Retention {
  private readonly holder = uuid();
  private closing = false;

  constructor(private readonly parts: Parts) {}

  /**
   * Whom a look would erase today; nothing is changed.
   * @param months another term than the one that was chosen
   * @throws RetentionNotChosen, DataInvalid
   */
  async preview(organisation: string, months?: number): Promise<RetentionReport> {
    const problems = months === undefined ? [] : monthsProblems(months);
    if (problems.length > 0) throw new DataInvalid(problems);
    const { database, clock } = this.parts;
    const day = today(clock());
    const term = months ?? (await this.termOf(organisation));
    const people = await expired(database, { organisation, months: term, day });
    const files = (await expiredFiles(database, { organisation, months: term, day })).length;
    const named = people.map((one) => ({ ...one, name: referenceTo(one.id) }));
    return { months: term, day, people: named, files, erased: 0 };
  }

  /** Erases everybody whose term is over, each in a transaction of its own. @throws RetentionNotChosen */
  async run(organisation: string, actorId: string): Promise<RetentionReport> {
    const report = await this.preview(organisation);
    const since = secondsAfter(this.parts.clock(), -LOOKED_AGAIN);
    let erased = 0;
    for (const one of report.people) {
      if (this.closing) break;
      const erase = () => this.erase({ organisation, actorId, since, months: report.months }, one);
      if (await this.parts.database.write(erase)) erased++;
    }
    await this.removeFiles(organisation, actorId, report);
    return { ...report, erased };
  }

  /**
   * Looks at every organisation that was not looked at today, if no other process does. What is not finished is taken up at
   * the next call.
   * @returns how many people were erased
   */
  async look(): Promise<number> {
    const { database, clock } = this.parts;
    const day = today(clock());
    let erased = 0;
    for (const organisation of await database.read(() => unlooked(day))) {
      if (this.closing || !(await this.mayLook())) break;
      // Another process may have done it between the list and the lease.
      if (!(await database.read(() => unlooked(day))).includes(organisation)) continue;
      erased += (await this.run(organisation, PROGRAM_ACTOR)).erased;
      if (!this.closing) await database.write(() => looked(organisation, day));
    }
    return erased;
  }

  /** Erases nobody more from now on. */
  close(): void {
    this.closing = true;
  }

  private async removeFiles(organisation: string, actorId: string, { months, day }: RetentionReport): Promise<void> {
    const { database, clock } = this.parts;
    for (const file of await expiredFiles(database, { organisation, months, day })) {
      if (this.closing) return;
      const remove = { ...file, organisation, actorId, reason: reasonOf(months), at: clock() };
      await database.write(() => removeFile(this.parts, remove));
    }
  }

  private mayLook(): Promise<boolean> {
    const now = this.parts.clock();
    return this.parts.leases.take(LEASE, this.holder, now, secondsAfter(now, LASTS));
  }

  private async termOf(organisation: string): Promise<number> {
    const { eraseAfterMonths } = await this.parts.database.read(() => privacyChoices(organisation));
    if (eraseAfterMonths === null) throw new RetentionNotChosen();
    return eraseAfterMonths;
  }

  private *erase(
    { organisation, actorId, since, months }: { organisation: string; actorId: string; since: string; months: number },
    { id, endedOn, partnerships }: Expired,
  ): Work<boolean> {
    if (!(yield* isStillExpired(organisation, id, referenceTo(id), since))) return false;
    const details = { months, endedOn, partnerships };
    yield* eraseSubject(this.parts, {
      ...{ organisation, id, actorId, details },
      ...{ reason: reasonOf(months), at: this.parts.clock() },
    });
    return true;
  }
}

/** Why, as the records say it. */
function reasonOf(months: number): string {
  return `Bewaartermijn van ${months} maanden voorbij`;
}
