import { today } from '@samenwerkt/calendar';
import { roleName, writtenDate } from '@samenwerkt/reminders';
import { type Language } from '../workplace.js';
import { type Deed } from './acting.js';
import { type Post } from './dispatching.js';
import { changesOf, type Moment } from './replanned.js';

const WORDS = {
  nl: {
    sent: 'verstuurd  ',
    escalated: 'geëscaleerd',
    planned: 'gepland   ',
    moved: 'verplaatst',
    to: 'aan',
    by: 'uiterlijk',
    from: 'van',
    until: 'naar',
    more: (count: number) => `; ${count} ${count === 1 ? 'herinnering vervalt' : 'herinneringen vervallen'}`,
    kinds: { gesprek: 'gesprek', eindeInZicht: 'einde contract in zicht' },
    acts: {
      gesprek: (name: string) => `gehouden   gesprek, door ${name}`,
      opschorten: () => 'opgeschort de locatie is gesloten; zolang wordt er niets gevraagd',
      hervatten: () => 'hervat     het werk is weer begonnen',
      beeindigen: () => 'beëindigd  het contract is in overleg ontbonden',
      coordinatorOverdragen: (name: string) => `overgedragen aan ${name}`,
      contractVerlengen: () => 'verlengd   het contract loopt een jaar langer',
      maandelijks: () => 'ander regelpakket: voortaan elke maand een gesprek',
    },
  },
  en: {
    sent: 'sent      ',
    escalated: 'escalated ',
    planned: 'planned   ',
    moved: 'moved     ',
    to: 'to',
    by: 'by',
    from: 'from',
    until: 'to',
    more: (count: number) => `; ${count} ${count === 1 ? 'reminder is' : 'reminders are'} called off`,
    kinds: { gesprek: 'conversation', eindeInZicht: 'end of contract in sight' },
    acts: {
      gesprek: (name: string) => `held       conversation, by ${name}`,
      opschorten: () => 'suspended  the location is closed; nothing is asked meanwhile',
      hervatten: () => 'resumed    the work has begun again',
      beeindigen: () => 'ended      the contract was dissolved by agreement',
      coordinatorOverdragen: (name: string) => `handed over to ${name}`,
      contractVerlengen: () => 'extended   the contract runs a year longer',
      maandelijks: () => 'another rule pack: from now on a conversation every month',
    },
  },
} as const;

/** Kinds of moments that the story tells of. */
export const KINDS: ReadonlySet<string> = new Set(Object.keys(WORDS.nl.kinds));

/** A day as a heading: `17 maart 2026`. */
export function heading(day: string, language: Language): string {
  return `\n${writtenDate(day, language)}`;
}

/** A message that went out: to whom, about what, and the name of its file. */
export function postLines({ message, file }: Post, language: Language): string[] {
  const words = WORDS[language];
  const { about, to, subject } = message;
  const escalates = about.step > 0 && KINDS.has(about.kind);
  const who = `${to.name} (${roleName(about.role)[language]})`;
  return [
    `  ${about.kenmerk}  ${escalates ? words.escalated : words.sent} ${words.to} ${who}: ${subject}`,
    `                outbox/${file}`,
  ];
}

/** What was done, and what it does to what is planned. */
export function deedLines({ player, act, before, after }: Deed, language: Language): string[] {
  const { acts } = WORDS[language];
  const { planned, calledOff } = changesOf(before, after, KINDS);
  const name = act === 'coordinatorOverdragen' ? player.backup : player.coordinator;
  const lines = momentLines(planned, calledOff, act !== 'gesprek', language);
  return [
    `  ${player.kenmerk}  ${acts[act](name)}${goneOf(calledOff, language)}`,
    ...lines.map((line) => `                ${line}`),
  ];
}

/** How many reminders are called off by it. */
function goneOf(calledOff: readonly Moment[], language: Language): string {
  const count = calledOff.reduce((sum, { reminders }) => sum + reminders.length, 0);
  return count === 0 ? '' : WORDS[language].more(count);
}

/** A moment on another date has moved, unless it happened: then the next one is another. */
function momentLines(
  planned: readonly Moment[],
  calledOff: readonly Moment[],
  canMove: boolean,
  language: Language,
): string[] {
  const words = WORDS[language];
  return planned.map((moment) => {
    const old = canMove ? calledOff.find(({ kind }) => kind === moment.kind) : undefined;
    const by = writtenDate(moment.dueOn, language);
    const what = old
      ? `${words.moved} ${kindOf(moment, language)} ${words.from} ${writtenDate(old.dueOn, language)} ${words.until} ${by}`
      : `${words.planned} ${kindOf(moment, language)} ${words.by} ${by}`;
    return `${what}; ${stepsOf(moment, language)}`;
  });
}

/** Who is told on which day. */
function stepsOf({ reminders }: Moment, language: Language): string {
  return reminders
    .map(({ dueAt, recipient }) => `${writtenDate(today(dueAt), language)} ${roleName(recipient)[language]}`)
    .join(', ');
}

function kindOf({ kind }: Moment, language: Language): string {
  const kinds: Readonly<Record<string, string>> = WORDS[language].kinds;
  return kinds[kind] ?? kind;
}
