import { type Text } from '@samenwerkt/engine';
import { LedgerError, NotFound, type Claimed, type Ledger, type ReminderWhy } from '@samenwerkt/ledger';
import { type Channel } from '../channels/channel.js';
import { DeliveryFailed } from '../channels/delivery-failed.js';
import { ReminderFactsInvalid } from '../errors.js';
import { compose } from '../message/compose.js';
import { type Message } from '../message/message.js';
import { reminderFacts, type Sender } from './reminder-facts.js';

/** What came of trying to deliver a reminder. */
export type Outcome =
  | { readonly outcome: 'delivered'; readonly channel: string; readonly reference: string }
  | {
      readonly outcome: 'failed';
      readonly channel: string;
      readonly error: string;
      /** Whether trying again may help. */
      readonly again: boolean;
      readonly retryAfterSeconds?: number;
      /** Whether some channel may have it nevertheless. */
      readonly mayHaveArrived?: boolean;
    };

/** Takes a claimed reminder to everybody who must have it. */
export interface Courier {
  /** @param signal stops it; that counts as a failure that may be tried again */
  deliver(claim: Claimed, signal: AbortSignal): Promise<Outcome>;
}

/** A failure of one channel, or of making the message. */
interface Fault {
  readonly channel: string;
  readonly text: Text;
  readonly again: boolean;
  readonly retryAfterSeconds?: number;
  readonly mayHaveArrived?: boolean;
}

/**
 * A courier that takes every message to each of its channels, in order. A channel that took it in an earlier attempt is
 * passed over, so that a webhook that is down does not send the same mail eighteen times.
 * @param channels at least one
 */
export function courier(ledger: Ledger, channels: readonly Channel[], sender: Sender): Courier {
  return {
    deliver: async (claim, signal) => {
      const message = await made(claim, ledger, sender);
      if ('text' in message) return outcomeOf([message], claim);
      const faults: Fault[] = [];
      const taken = new Map(claim.takenBy);
      for (const channel of channels) {
        if (taken.has(channel.name)) continue;
        const handed = await handOver(channel, message.ready, signal);
        if ('text' in handed) faults.push(handed);
        else {
          await ledger.dispatch.handedOver(claim, { channel: channel.name, ...handed });
          taken.set(channel.name, handed.reference ?? null);
        }
      }
      return outcomeOf(faults, claim, taken);
    },
  };
}

async function made(claim: Claimed, ledger: Ledger, sender: Sender): Promise<{ ready: Message } | Fault> {
  try {
    const { reminder, why } = claim;
    const of = { organisation: reminder.organisationId, organisationName: claim.organisationName };
    const told = { ...of, reminder, why: why as ReminderWhy, at: ledger.clock() };
    return { ready: compose(await reminderFacts(told, ledger, sender)) };
  } catch (error) {
    const channel = '-';
    if (error instanceof ReminderFactsInvalid) return { channel, text: named(error), again: false };
    // What was set apart or is missing can be mended; what is gone cannot.
    if (error instanceof LedgerError) return { channel, text: error.text, again: !(error instanceof NotFound) };
    return { channel, text: unforeseen(error), again: true };
  }
}

async function handOver(
  channel: Channel,
  message: Message,
  signal: AbortSignal,
): Promise<{ reference?: string } | Fault> {
  try {
    const { reference } = await channel.send(message, { signal });
    return reference === undefined ? {} : { reference };
  } catch (error) {
    if (!(error instanceof DeliveryFailed))
      return { channel: channel.name, text: unforeseen(error), again: true, mayHaveArrived: true };
    const { code, kind, text, retryAfterSeconds, mayHaveArrived } = error;
    return {
      channel: channel.name,
      text: code === 'recipient-without-address' ? missingAddress(message) : text,
      again: kind === 'temporary',
      mayHaveArrived,
      ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
    };
  }
}

function outcomeOf(faults: readonly Fault[], { takenBy }: Claimed, taken = takenBy): Outcome {
  if (faults.length === 0) {
    const references = [...taken.values()].filter((reference) => reference !== null);
    return { outcome: 'delivered', channel: [...taken.keys()].join(', '), reference: references.join(', ') };
  }
  const waits = faults.map(({ retryAfterSeconds = 0 }) => retryAfterSeconds);
  return {
    outcome: 'failed',
    channel: faults.map(({ channel }) => channel).join(', '),
    error: faults.map(({ text }) => `${text.nl} / ${text.en}`).join(' '),
    again: faults.some(({ again }) => again),
    retryAfterSeconds: Math.max(...waits),
    mayHaveArrived: faults.some(({ mayHaveArrived = false }) => mayHaveArrived),
  };
}

/** By role: a failure stays on record, and names of people must not. */
function missingAddress({ about: { role } }: Message): Text {
  const names = [...new Set([role, 'coordinator'])].map((one) => `"${one}"`);
  return {
    nl: `Er is geen mailadres. Vul er een in voor ${names.join(' of ')} en probeer opnieuw.`,
    en: `There is no mail address. Add one for ${names.join(' or ')} and retry.`,
  };
}

function named({ field, text }: ReminderFactsInvalid): Text {
  return { nl: `${field}: ${text.nl}`, en: `${field}: ${text.en}` };
}

function unforeseen(error: unknown): Text {
  const message = error instanceof Error ? error.message : String(error);
  return { nl: `Onverwachte fout: ${message}`, en: `Unforeseen error: ${message}` };
}
