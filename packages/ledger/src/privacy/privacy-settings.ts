import { today } from '@samenwerkt/calendar';
import { checkData, fieldProblem, type DataProblem, type JsonSchema } from '@samenwerkt/engine';
import { type Audit } from '../audit/audit.js';
import { type Clock } from '../clock.js';
import { type Database } from '../database/database.js';
import { change, first, lock, sql, type Work } from '../database/work.js';
import { DataInvalid } from '../errors.js';
import { looked } from './retention-days.js';

/** What an organisation chose about the people in its administration. */
export interface PrivacyChoices {
  /**
   * Whole months after the end of the last partnership that names somebody; then their name is erased. Null: nobody is
   * erased of its own accord. No document that this product follows names a term, so it is the organisation's own choice.
   */
  readonly eraseAfterMonths: number | null;
  /** Fewest people of whom a figure is shown. */
  readonly groupMinimum: number;
}

/** To change choices; what is left out stays as it is. */
export interface PrivacyChange extends Partial<PrivacyChoices> {
  readonly actorId: string;
  readonly reason: string;
}

/** What holds as long as an organisation chose nothing. */
const USUAL: PrivacyChoices = { eraseAfterMonths: null, groupMinimum: 5 };

/**
 * Bounds of the product itself, against typing errors: a month at least, to see what ended; a century at most. Of two people
 * in a group each knows what the other is, so a minimum begins at three.
 */
const BOUNDS = { eraseAfterMonths: [1, 1200], groupMinimum: [3, 1000] } as const;

const REASON_SCHEMA: JsonSchema = {
  type: 'object',
  required: ['reason'],
  properties: { reason: { type: 'string', minLength: 1, maxLength: 1000, title: 'Reden' } },
};

const ORGANISATION = sql('SELECT id FROM organisation WHERE id = @organisation');
const CHOSEN = sql<{ eraseAfterMonths: number | null; groupMinimum: number | null }>(
  `SELECT erase_after_months AS "eraseAfterMonths", group_minimum AS "groupMinimum" FROM privacy_setting
   WHERE organisation_id = @organisation`,
);
const CHOOSE = sql(
  `INSERT INTO privacy_setting (organisation_id, erase_after_months, group_minimum)
   VALUES (@organisation, @eraseAfterMonths, @groupMinimum)
   ON CONFLICT (organisation_id) DO UPDATE
   SET erase_after_months = excluded.erase_after_months, group_minimum = excluded.group_minimum`,
);

/** How long names are kept, and from how many people figures are shown: what each organisation chose. */
export class PrivacySettings {
  constructor(private readonly parts: { database: Database; audit: Audit; clock: Clock }) {}

  get(organisation: string): Promise<PrivacyChoices> {
    return this.parts.database.read(() => privacyChoices(organisation));
  }

  /**
   * Changes them and puts that on record. A term that is changed is looked at from the next day on, so that there is a day
   * to take it back. @throws DataInvalid
   */
  async change(organisation: string, { actorId, reason, ...asked }: PrivacyChange): Promise<PrivacyChoices> {
    const problems = [...checkData(REASON_SCHEMA, { reason }), ...outOfBounds(asked)];
    if (problems.length > 0) throw new DataInvalid(problems);
    const { audit, clock } = this.parts;
    return this.parts.database.write(function* () {
      // Two who change at once: the second builds on what the first chose.
      yield* lock(ORGANISATION, { organisation });
      const before = yield* privacyChoices(organisation);
      const after: PrivacyChoices = {
        eraseAfterMonths: asked.eraseAfterMonths === undefined ? before.eraseAfterMonths : asked.eraseAfterMonths,
        groupMinimum: asked.groupMinimum ?? before.groupMinimum,
      };
      yield* change(CHOOSE, { organisation, ...after });
      if (after.eraseAfterMonths !== before.eraseAfterMonths) yield* looked(organisation, today(clock()));
      const subject = { kind: 'organisation', id: organisation };
      const line = { organisation, actor: actorId, reason, subject, details: { before, after } };
      yield* audit.record({ ...line, action: 'privacy-settings.changed' });
      return after;
    });
  }
}

/** What holds for an organisation, inside a transaction. */
export function* privacyChoices(organisation: string): Work<PrivacyChoices> {
  const chosen = yield* first(CHOSEN, { organisation });
  return {
    eraseAfterMonths: chosen?.eraseAfterMonths ?? USUAL.eraseAfterMonths,
    groupMinimum: chosen?.groupMinimum ?? USUAL.groupMinimum,
  };
}

function outOfBounds(asked: Partial<PrivacyChoices>): DataProblem[] {
  return (['eraseAfterMonths', 'groupMinimum'] as const).flatMap((name) => {
    const given = asked[name];
    return given === undefined || given === null ? [] : mustBeWithin(name, given, BOUNDS[name]);
  });
}

/** Every fault in a number of months for the term. */
export function monthsProblems(months: number): DataProblem[] {
  return mustBeWithin('months', months, BOUNDS.eraseAfterMonths);
}

function mustBeWithin(name: string, given: number, [least, most]: readonly [number, number]): DataProblem[] {
  if (Number.isInteger(given) && given >= least && given <= most) return [];
  return [
    fieldProblem(`/${name}`, 'bounds', {
      nl: `moet een heel getal van ${least} tot en met ${most} zijn`,
      en: `must be a whole number from ${least} to ${most}`,
    }),
  ];
}
