import {
  COUNTED_TO,
  REMINDER_STATES,
  stateTitle,
  type ReminderDossier,
  type ReminderHealth,
  type ReminderLine,
} from '@samenwerkt/ledger';
import { reasonOf, roleName, valueOf } from '@samenwerkt/reminders';
import { type Language } from '../workplace.js';

/** What reconciling came to: taken back, planned after all, and waiting to go out within a day. */
interface Reconciled {
  readonly lost: number;
  readonly planned: number;
  readonly waiting: number;
}

const WORDS = {
  nl: {
    goesOut: 'gaat uit',
    meant: 'was bedoeld voor',
    sent: 'verstuurd',
    due: 'uiterlijk',
    to: 'aan',
    next: 'volgende poging',
    why: 'Waarom',
    attempts: 'Pogingen',
    acts: 'Wat ermee gedaan is',
    none: 'geen',
    acting: { retry: 'opnieuw geprobeerd', skip: 'overgeslagen', reschedule: 'verzet' },
    outcomes: { sending: 'bezig', sent: 'verstuurd', failed: 'mislukt', lost: 'niet teruggekomen' },
    orMore: 'of meer',
    late: (count: string, since: string, minutes: number) =>
      `Te laat: ${count}; de eerste sinds ${since} (${minutes} minuten).`,
    notLate: 'Er is niets te laat.',
    maybeTwice: (count: string) => `Misschien een keer extra aangekomen: ${count}, onder hetzelfde bericht-id.`,
    reconciled: ({ lost, planned, waiting }: Reconciled) =>
      `${lost} teruggenomen van processen die niet terugkwamen; ${planned} momenten zonder herinnering alsnog gepland; ${waiting} wachten en gaan binnen een dag uit. Wie verstuurt pakt ze bij de volgende ronde op.`,
  },
  en: {
    goesOut: 'goes out',
    meant: 'was meant for',
    sent: 'sent',
    due: 'by',
    to: 'to',
    next: 'next try',
    why: 'Why',
    attempts: 'Attempts',
    acts: 'What was done about it',
    none: 'none',
    acting: { retry: 'tried again', skip: 'skipped', reschedule: 'rescheduled' },
    outcomes: { sending: 'under way', sent: 'sent', failed: 'failed', lost: 'did not come back' },
    orMore: 'or more',
    late: (count: string, since: string, minutes: number) =>
      `Late: ${count}; the first since ${since} (${minutes} minutes).`,
    notLate: 'Nothing is late.',
    maybeTwice: (count: string) => `May have arrived once more: ${count}, under the same message id.`,
    reconciled: ({ lost, planned, waiting }: Reconciled) =>
      `${lost} taken back from processes that did not come back; ${planned} moments without a reminder planned after all; ${waiting} wait and go out within a day. Whoever sends finds them at the next scan.`,
  },
} as const;

/** States in which it does not go out any more by itself. */
const OVER: readonly string[] = ['dead', 'skipped', 'cancelled', 'superseded'];

/** A reminder in two lines: where it is and what it is about, and when and to whom. */
export function lineText(line: ReminderLine, language: Language): string {
  const words = WORDS[language];
  const { id, state, kind, occurrence, step, title, recipient, dueAt, dueOn, sentAt, lastError } = line;
  const escalation = step === 0 ? '' : ` +${step}`;
  const when = OVER.includes(state) ? words.meant : words.goesOut;
  const moment = sentAt === null ? `${when} ${dueAt}` : `${words.sent} ${sentAt}`;
  return [
    `${id}  ${stateTitle(state)[language]}  ${kind} ${occurrence}${escalation} · ${title}`,
    `    ${moment}, ${words.due} ${dueOn}, ${words.to} ${roleName(recipient)[language]}`,
    ...(lastError === null ? [] : [`    ! ${lastError}`]),
  ].join('\n');
}

/** Everything about one reminder. */
export function dossierLines(dossier: ReminderDossier, language: Language): string[] {
  const words = WORDS[language];
  const { reminder, why, title, event, attempts, acts } = dossier;
  const { state, nextTryAt } = reminder;
  return [
    lineText(reminder, language),
    ...(state === 'failed' ? [`    ${words.next}: ${nextTryAt}`] : []),
    '',
    `${words.why}:`,
    `  ${reasonOf({ ...reminder, title, ...(event && { event }), why })[language]}`,
    ...(why.parameters ?? []).map((reading) => {
      const { source } = reading;
      const from = [source.title, source.page].filter((part) => part !== undefined).join(', ');
      return `  ${reading.title[language]}: ${valueOf(reading)} (${from})`;
    }),
    '',
    `${words.attempts}:${attempts.length === 0 ? ` ${words.none}` : ''}`,
    ...attempts.map((attempt) =>
      [`  ${attempt.number}. ${attempt.startedAt}`, words.outcomes[attempt.outcome], attempt.channel, attempt.error]
        .filter((part) => part !== null)
        .join('  '),
    ),
    '',
    `${words.acts}:${acts.length === 0 ? ` ${words.none}` : ''}`,
    ...acts.map((act) => `  ${act.at}  ${words.acting[act.act]} (${act.actorId}): ${act.reason}`),
  ];
}

/** @param lagSeconds how long the first that is late has waited */
export function healthLines(health: ReminderHealth, lagSeconds: number, language: Language): string[] {
  const { counts, late, maybeTwice } = health;
  const words = WORDS[language];
  const counted = (count: number) => (count >= COUNTED_TO ? `${count} ${words.orMore}` : String(count));
  return [
    ...REMINDER_STATES.filter((state) => counts[state] > 0).map(
      (state) => `${counted(counts[state]).padStart(14)}  ${stateTitle(state)[language]}`,
    ),
    late.since === null ? words.notLate : words.late(counted(late.count), late.since, Math.round(lagSeconds / 60)),
    ...(maybeTwice === 0 ? [] : [words.maybeTwice(counted(maybeTwice))]),
  ];
}

export function reconciledLine(reconciled: Reconciled, language: Language): string {
  return WORDS[language].reconciled(reconciled);
}
