import { type EventChange, type JudgementChange, type ObligationReading } from '@samenwerkt/engine';
import {
  type MigrationReport,
  type MigrationResult,
  type MigrationRow,
  type RehearsedMove,
  type Survey,
} from '@samenwerkt/ledger';
import { type Language } from '../http/language.js';
import { presentReason } from '../partnerships/present-reason.js';
import { presentCause } from '../regressions/present.js';

/** What a dry run of one move says; a move that would be refused has no preview and is answered as a refusal. */
export function presentMove({ decision, preview, ...rest }: RehearsedMove, language: Language) {
  const { obligations, events, timers, unknownParameters } = preview;
  return {
    dryRun: true,
    ...rest,
    warnings: decision.warnings.map((warning) => presentReason(warning, language)),
    obligations: obligations.map(({ title, was, now, ...one }) => ({
      ...one,
      title: title[language],
      ...(was ? { was: presentReading(was, language) } : {}),
      ...(now ? { now: presentReading(now, language) } : {}),
    })),
    events: events.map((event) => presentEventChange(event, language)),
    timers,
    unknownParameters: unknownParameters.map((one) => ({ ...one, title: one.title[language] })),
  };
}

function presentReading({ outcome, shortfall, ...rest }: ObligationReading, language: Language) {
  return {
    ...rest,
    outcome: 'reason' in outcome ? { ...outcome, reason: outcome.reason[language] } : outcome,
    shortfall: shortfall.map((use) => ({ ...use, title: use.title[language] })),
  };
}

function presentEventChange(
  { event, title, blocks, lifted, appeared, disappeared, withData }: EventChange,
  language: Language,
) {
  const inLanguage = (changes: readonly JudgementChange[]) => changes.map((one) => presentCause(one, language));
  return {
    event,
    title: title[language],
    blocks: inLanguage(blocks),
    lifted: inLanguage(lifted),
    appeared: inLanguage(appeared),
    disappeared: inLanguage(disappeared),
    withData: inLanguage(withData),
  };
}

/** What a dry run of a selection says. */
export function presentSurvey({ selected, counts, differing, refused }: Survey, language: Language) {
  return {
    dryRun: true,
    selected,
    counts,
    differing: differing.map((move) => presentMove(move, language)),
    refused: refused.map((one) => ({ ...one, reason: one.reason[language] })),
  };
}

/** A move of a selection. What went wrong inside the program is not for the world to see. */
export function presentMigration<T extends MigrationRow | MigrationReport>({ failure: _, ...row }: T) {
  return row;
}

export function presentResult(result: MigrationResult, language: Language) {
  return { ...result, reason: result.reason?.[language] ?? null };
}
