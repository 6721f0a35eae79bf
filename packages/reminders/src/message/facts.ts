import { type Text } from '@samenwerkt/engine';

/** The languages a recipient can choose from. */
export type Language = 'nl' | 'en';

/** Why somebody is told: the cadence or event, the value that set the moment, and the pack it was read from. */
export interface ReminderReason {
  /** Title of the cadence entry or of the event that happened. */
  readonly title: Text;
  /** Rules and parameters that set the moment, each as it read on that day. */
  readonly readings: readonly {
    readonly name: string;
    /** As it is to be shown, with its unit: `3 maanden`. */
    readonly value: string;
    /** Title of the document, and page if it has one: `Handreiking 2019, p. 20`. */
    readonly source?: string;
  }[];
  readonly pack: { readonly name: string; readonly version: string };
}

/** Who is told. The name is what the partnership has on record: a function or a person. */
export interface Recipient {
  readonly name: string;
  /** Role in the partnership: `coordinator`, `backup`, `contractmanager`… */
  readonly role: string;
  /** Without an address nothing can be mailed; the folder of mail still shows who should have been told. */
  readonly email?: string;
  readonly language: Language;
}

/** Everything a message is made of. Nothing else gets into it. */
export interface ReminderFacts {
  /** Id of the reminder, a UUIDv7. */
  readonly id: string;
  /** The same at every try, so that the receiver can tell a repetition: `<reminder-id.step@host>`. */
  readonly messageId: string;
  /** What it is about: the id of a cadence entry (`gesprek`) or the topic of an event (`coordinatorOvergedragen`). */
  readonly kind: string;
  /** Which one of its kind: `2026-3m-4`, `2025`. */
  readonly occurrence: string;
  /** 0 is the reminder itself, 1 and up the escalations. */
  readonly step: number;
  /** ISO date by which it must have happened; absent when the message only tells of something. */
  readonly dueOn?: string;
  /** Moment in UTC at which it goes out, `2026-09-16T07:00:00.000Z`. */
  readonly goesOutAt: string;
  /** What it is about; absent when that is a rule pack of the organisation: the one in `why`. */
  readonly partnership?: {
    readonly id: string;
    readonly title: string;
    /** Reference of the contract. */
    readonly kenmerk: string;
    readonly opdrachtnemer?: string;
    readonly coordinator?: string;
  };
  readonly recipient: Recipient;
  /** Name of the organisation the message is sent for. */
  readonly organisation: string;
  /** Address of the partnership's page. */
  readonly link: string;
  readonly why: ReminderReason;
  /**
   * The pack's own words, by key: `herinnering.<kind>.onderwerp` and `.tekst`, and `herinnering.<kind>TeLaat.…` for what
   * is past its date. What is absent in the recipient's language is filled in by the standard words.
   */
  readonly texts?: Readonly<Record<string, { readonly nl?: string; readonly en?: string }>>;
  /** What to talk about, for a conversation. */
  readonly agenda?: readonly string[];
  /** Higher each time the date was changed since the first message about this occurrence; agendas replace by it. Absent is 0. */
  readonly revision?: number;
  /** What changed for somebody who was told of this occurrence before: another date holds, or it is not asked any more. */
  readonly news?: 'moved' | 'calledOff';
}
