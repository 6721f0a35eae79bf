import { type Mail, type Message } from '../message/message.js';

/** That the other side has the message, in its own words if it gave any. */
export interface Delivered {
  /** Moment in UTC at which it was handed over. */
  readonly at: string;
  /** What to ask the other side about it: the last answer of the mail server, the name of the file. */
  readonly reference?: string;
}

/**
 * A way for messages to leave. It keeps nothing between messages and leaves no connection open. One that sends mail takes
 * all mail; one that tells another program takes only messages that are about something.
 */
export interface Channel<Sent extends Mail = Message> {
  readonly name: string;
  /**
   * Hands over one message. At least once: when the connection breaks after the message and before the answer, nobody can
   * know whether it arrived; the next try carries the same message id.
   * @param options.signal stops it; what was under way then counts as a temporary failure
   * @throws DeliveryFailed and nothing else
   */
  send(message: Sent, options: { readonly signal: AbortSignal }): Promise<Delivered>;
}

/** The moment it is, in UTC with milliseconds: `2026-07-01T07:00:00.000Z`. Handed in, so that tests have their own. */
export type Clock = () => string;
