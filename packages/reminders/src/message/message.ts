import { type Language } from './facts.js';
import { type CalendarPart } from '../ics/calendar.js';

/** Ids and facts of a message without anything about a person; what a webhook may tell. */
export interface MessageSubject {
  readonly reminderId: string;
  readonly kind: string;
  readonly occurrence: string;
  readonly step: number;
  readonly dueOn?: string;
  /** Which change of the date it is about; 0 for the first date. */
  readonly revision: number;
  /** What it tells whoever was told before; null when it asks for something. */
  readonly news: 'moved' | 'calledOff' | null;
  readonly goesOutAt: string;
  /** Null when it is about a rule pack. */
  readonly partnershipId: string | null;
  readonly kenmerk: string | null;
  /** Role of the recipient, not the name. */
  readonly role: string;
  readonly link: string;
  readonly pack: { readonly name: string; readonly version: string };
}

/** What mail needs of a message. */
export interface Mail {
  /** Value of the Message-ID header, with its angle brackets. */
  readonly messageId: string;
  readonly to: { readonly name: string; readonly email?: string };
  /** One line. */
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly language: Language;
  /** The date for the recipient's agenda. */
  readonly ics?: CalendarPart;
}

/** A message ready to go out. The same facts always give the same message, to the letter. */
export interface Message extends Mail {
  readonly about: MessageSubject;
}
