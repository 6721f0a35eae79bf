import { type Text } from '@samenwerkt/engine';

/** What is wrong with something handed in: which field, and how to mend it in both languages. */
interface Fault {
  readonly field: string;
  readonly text: Text;
}

/** The facts of a reminder cannot become a message: one of them is not what it should be. */
export class ReminderFactsInvalid extends Error {
  readonly code = 'reminder-facts-invalid';
  readonly field: string;
  readonly text: Text;

  constructor({ field, text }: Fault) {
    super(`${field}: ${text.en}`);
    this.name = 'ReminderFactsInvalid';
    this.field = field;
    this.text = text;
  }
}

/** A setting of a channel is not what it should be. It may hold a password, so what was given is not repeated. */
export class ChannelMisconfigured extends Error {
  readonly code = 'channel-misconfigured';
  readonly field: string;
  readonly text: Text;

  constructor({ field, text }: Fault) {
    super(`${field}: ${text.en}`);
    this.name = 'ChannelMisconfigured';
    this.field = field;
    this.text = text;
  }
}
