import { type ParameterReading, type Partnership, type Text } from '@samenwerkt/engine';
import { type Language, type Recipient, type ReminderFacts } from './facts.js';
import { roleName } from './labels.js';
import { valueOf } from './reason-words.js';

/** What is known of a reminder that is to become a message. */
export interface ReminderToTell {
  readonly reminder: Pick<ReminderFacts, 'id' | 'kind' | 'occurrence' | 'step'> & {
    /** Role, function or person, as it was recorded. */
    readonly recipient: string;
    /** ISO date. */
    readonly dueOn: string;
  };
  /** What it is about: title of the entry of the cadence, or of the event. */
  readonly title: Text;
  readonly why: {
    /** Id of the entry of the cadence; undefined when it only tells of an event. */
    readonly cadence?: string;
    /** Of what ends in a rule pack: the step with the pack that planned it. */
    readonly packStep?: string;
    readonly parameters?: readonly ParameterReading[];
    readonly pack?: { readonly name: string; readonly version: string };
  };
  /** Absent when it is about a rule pack. */
  readonly partnership?: Partnership;
  /** Pack that it was judged by, when `why` has none. */
  readonly pack: { readonly name: string; readonly version: string };
  /** Name of the organisation. */
  readonly organisation: string;
  /** Moment in UTC at which it goes out. */
  readonly goesOutAt: string;
  /** Address of the page of the partnership or the rule pack. */
  readonly link: string;
  readonly language: Language;
  /** Address of the recipient, when one is on record. */
  readonly email?: string;
}

/** The facts of a message, from what is on record. */
export function factsOf({ reminder, title, why, partnership, ...rest }: ReminderToTell): ReminderFacts {
  const { id, kind, occurrence, step, dueOn } = reminder;
  return {
    ...{ id, kind, occurrence, step },
    messageId: `<${id}.${step}@${new URL(rest.link).hostname}>`,
    ...(isDated(why) && { dueOn }),
    goesOutAt: rest.goesOutAt,
    ...(partnership && { partnership: subjectOf(partnership) }),
    recipient: recipientOf(reminder.recipient, partnership, rest.language, rest.email),
    organisation: rest.organisation,
    link: rest.link,
    why: {
      title,
      readings: (why.parameters ?? []).map((reading) => ({
        name: reading.title[rest.language],
        value: valueOf(reading),
        source: sourceOf(reading),
      })),
      pack: why.pack ?? rest.pack,
    },
  };
}

/** Whether it is about a date, and does not only tell of an event. */
export function isDated({ cadence, packStep }: { cadence?: string; packStep?: string }): boolean {
  return cadence !== undefined || packStep !== undefined;
}

/** A partnership as a message tells of it. */
export function subjectOf({ id, contract, opdrachtnemer, coordinator }: Partnership): ReminderFacts['partnership'] {
  return {
    id,
    title: contract.titel,
    kenmerk: contract.kenmerk,
    ...(opdrachtnemer !== undefined && { opdrachtnemer }),
    ...(coordinator !== undefined && { coordinator }),
  };
}

/** A role is filled in with who has it now; whoever was named stays who it was. */
function recipientOf(
  recorded: string,
  partnership: Partnership | undefined,
  language: Language,
  email?: string,
): Recipient {
  const { coordinator, backup, opdrachtnemer } = partnership ?? {};
  const known: Readonly<Record<string, string | undefined>> = { coordinator, backup, opdrachtnemer };
  const role = Object.keys(known).find((name) => name === recorded || known[name] === recorded) ?? recorded;
  const name = role === recorded ? (known[role] ?? roleName(recorded)[language]) : recorded;
  return { name, role, language, ...(email !== undefined && { email }) };
}

function sourceOf({ source }: ParameterReading): string {
  return source.page === undefined ? source.title : `${source.title}, ${source.page}`;
}
