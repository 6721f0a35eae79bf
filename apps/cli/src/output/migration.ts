import {
  type EventChange,
  type JudgementChange,
  type MigrationPreview,
  type ObligationReading,
} from '@samenwerkt/engine';
import { type MigrationReport, type MigrationResult, type RehearsedMove, type Survey } from '@samenwerkt/ledger';
import { type Language } from '../workplace.js';
import { causeLines } from './regression.js';
import { reasonLines } from './reasons.js';

const WORDS = {
  nl: {
    wouldMove: (from: string, to: string) => `van ${from} naar ${to}`,
    moved: (to: string, version: number) => `Overgezet op ${to}; het partnerschap heeft nu versie ${version}.`,
    nothing: 'Er verandert niets aan verplichtingen, mogelijke gebeurtenissen of momenten.',
    obligation: 'Verplichting',
    none: 'geen verplichting',
    duty: 'een verplichting zonder bedrag',
    adviser: 'de adviseur bepaalt',
    unknown: 'niet uit te rekenen zonder',
    blocks: 'houdt voortaan tegen',
    lifted: 'houdt niet langer tegen',
    appeared: 'nieuwe waarschuwing',
    disappeared: 'waarschuwing vervalt',
    withData: 'beoordeelt de gegevens voortaan anders',
    moment: 'Moment',
    added: 'nieuw',
    removed: 'vervalt',
    fillIn: 'In te vullen in het nieuwe pakket',
    source: 'bron',
    counts: {
      movable: 'kunnen over',
      obligationChanged: 'met een andere verplichting',
      newlyBlocked: 'waar voortaan iets wordt tegengehouden',
      noLongerBlocked: 'waar iets niet langer wordt tegengehouden',
      warningsChanged: 'met andere waarschuwingen',
      datesMoved: 'met andere momenten',
      present: 'zijn al over',
      refused: 'kunnen niet over',
    },
    selected: (count: number) => `${count} partnerschappen in de selectie:`,
    more: (count: number) => `… en nog ${count}.`,
    ended: { done: 'Klaar', stopped: 'Gestopt', failed: 'Mislukt', running: 'Bezig' },
    outcomes: {
      moved: 'overgezet',
      present: 'al over',
      refused: 'geweigerd',
      conflict: 'intussen gewijzigd',
      waiting: 'niet aan de beurt gekomen',
    },
  },
  en: {
    wouldMove: (from: string, to: string) => `from ${from} to ${to}`,
    moved: (to: string, version: number) => `Moved to ${to}; the partnership has version ${version} now.`,
    nothing: 'Nothing changes in obligations, possible events or moments.',
    obligation: 'Obligation',
    none: 'no obligation',
    duty: 'an obligation without an amount',
    adviser: 'the adviser decides',
    unknown: 'cannot be worked out without',
    blocks: 'will stand in the way',
    lifted: 'no longer stands in the way',
    appeared: 'new warning',
    disappeared: 'warning gone',
    withData: 'will judge the data otherwise',
    moment: 'Moment',
    added: 'new',
    removed: 'gone',
    fillIn: 'To be filled in in the new pack',
    source: 'source',
    counts: {
      movable: 'can move',
      obligationChanged: 'with another obligation',
      newlyBlocked: 'where something will stand in the way',
      noLongerBlocked: 'where something no longer stands in the way',
      warningsChanged: 'with other warnings',
      datesMoved: 'with other moments',
      present: 'have moved already',
      refused: 'cannot move',
    },
    selected: (count: number) => `${count} partnerships in the selection:`,
    more: (count: number) => `… and ${count} more.`,
    ended: { done: 'Done', stopped: 'Stopped', failed: 'Failed', running: 'Running' },
    outcomes: {
      moved: 'moved',
      present: 'moved already',
      refused: 'refused',
      conflict: 'changed meanwhile',
      waiting: 'had no turn',
    },
  },
} as const;

/** What the move of one partnership would change, as lines for a terminal. */
export function moveLines(
  { title, kenmerk, partnership, from, to, decision, preview }: RehearsedMove,
  language: Language,
) {
  const words = WORDS[language];
  const changes = [
    ...obligationLines(preview, language),
    ...preview.events.flatMap((event) => eventLines(event, language)),
    ...timerLines(preview, language),
  ];
  const fillIn = preview.unknownParameters.map(({ name }) => name).join(', ');
  return [
    `${title}  (${kenmerk}, ${partnership})  ${words.wouldMove(label(from), label(to))}`,
    ...decision.warnings.flatMap((warning) => reasonLines(warning, language)),
    ...(changes.length === 0 ? [`  ${words.nothing}`] : changes),
    ...(fillIn === '' ? [] : [`  ${words.fillIn}: ${fillIn}`]),
  ];
}

export function movedLine(to: { name: string; version: string }, version: number, language: Language): string {
  return WORDS[language].moved(label(to), version);
}

/** What the move of a selection would come to: how many, and those for which something changes. */
export function surveyLines({ selected, counts, differing, refused }: Survey, language: Language): string[] {
  const words = WORDS[language];
  const lines = Object.entries(counts).filter(([name, count]) => count > 0 || name === 'movable');
  return [
    words.selected(selected),
    ...lines.map(([name, count]) => `  ${count} ${words.counts[name as keyof typeof counts]}`),
    ...differing.flatMap((move) => moveLines(move, language)),
    ...refused.map(({ title, partnership, reason }) => `${title}  (${partnership}): ${reason[language]}`),
    ...(counts.refused > refused.length ? [words.more(counts.refused - refused.length)] : []),
  ];
}

/** What came of the move of a selection: how many of each, and why some did not move. */
export function resultLines(
  { state, progress, failure }: MigrationReport,
  left: readonly MigrationResult[],
  language: Language,
): string[] {
  const words = WORDS[language];
  const { moved, present, refused, conflict, waiting } = progress;
  const counted = Object.entries({ moved, present, refused, conflict, waiting }).filter(
    ([name, count]) => count > 0 || name === 'moved',
  );
  const counts = counted.map(([name, count]) => `${count} ${words.outcomes[name as keyof typeof progress]}`);
  return [
    `${words.ended[state]}: ${counts.join(', ')}.${failure === null ? '' : ` ${failure}`}`,
    ...left.map(
      ({ title, kenmerk, partnership, reason }) =>
        `  ${title}  (${kenmerk === null ? '' : `${kenmerk}, `}${partnership}): ${reason?.[language] ?? ''}`,
    ),
    ...(refused + conflict > left.length ? [`  ${words.more(refused + conflict - left.length)}`] : []),
  ];
}

function obligationLines({ obligations }: MigrationPreview, language: Language): string[] {
  return obligations
    .filter(({ changed }) => changed)
    .map(({ title, was, now }) => {
      const words = WORDS[language];
      return `  ${words.obligation} ${title[language]}: ${readingText(was, language)} → ${readingText(now, language)}`;
    });
}

function readingText(reading: ObligationReading | undefined, language: Language): string {
  const words = WORDS[language];
  if (!reading || reading.outcome.kind === 'none') return words.none;
  const { outcome, percentage, shortfall } = reading;
  const amount =
    outcome.kind === 'amount'
      ? `€ ${outcome.amount}`
      : outcome.kind === 'unknown'
        ? `${words.unknown} ${outcome.missing.join(', ')}`
        : words[outcome.kind];
  const consequences = shortfall.map(({ name, value }) => `${name} ${String(value)}`);
  const more = [...(percentage === undefined ? [] : [`${percentage}%`]), ...consequences];
  return more.length === 0 ? amount : `${amount} (${more.join(', ')})`;
}

const KINDS = [
  ['blocks', '✗'],
  ['lifted', '✓'],
  ['appeared', '!'],
  ['disappeared', '·'],
  ['withData', '?'],
] as const;

function eventLines(change: EventChange, language: Language): string[] {
  return [
    `  ${change.title[language]}  (${change.event})`,
    ...KINDS.filter(([kind]) => change[kind].length > 0).flatMap(([kind, mark]) => [
      `    ${WORDS[language][kind]}:`,
      // A rule that waits for data has nothing to say yet but what it is about.
      ...change[kind].flatMap((one) =>
        judgementLines(mark, kind === 'withData' ? { ...one, message: one.title } : one, language),
      ),
    ]),
  ];
}

function judgementLines(mark: string, change: JudgementChange, language: Language): string[] {
  const { title, page } = change.source;
  const from = page === undefined ? title : `${title}, ${page}`;
  return [...causeLines(mark, change, language), `        ${WORDS[language].source}: ${from}`];
}

function timerLines({ timers }: MigrationPreview, language: Language): string[] {
  const words = WORDS[language];
  return [
    ...timers.moved.map(
      ({ kind, was, now }) => `  ${words.moment} ${kind}: ${was.dueOn} → ${now.dueOn} (${now.occurrence})`,
    ),
    ...timers.added.map(({ kind, dueOn }) => `  ${words.moment} ${kind}: ${words.added}, ${dueOn}`),
    ...timers.removed.map(({ kind, dueOn }) => `  ${words.moment} ${kind}: ${words.removed} (${dueOn})`),
  ];
}

function label({ name, version }: { readonly name: string; readonly version: string }): string {
  return `${name} ${version}`;
}
