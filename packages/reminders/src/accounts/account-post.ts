import { secondsAfter, secondsBetween } from '@samenwerkt/calendar';
import { type ClaimedLetter, type Ledger } from '@samenwerkt/ledger';
import { nextTry } from '../backoff.js';
import { type Channel, type Clock } from '../channels/channel.js';
import { DeliveryFailed } from '../channels/delivery-failed.js';
import { type Mail } from '../message/message.js';
import { accountLetter } from './account-letter.js';

interface Parts {
  readonly ledger: Pick<Ledger, 'accountLetters'>;
  /** Mail only: another program never gets a link that opens an account. */
  readonly channel: Channel<Mail>;
  readonly clock: Clock;
  /** Names this process: no two have the same. */
  readonly id: string;
  /** Part of message ids behind the `@`. */
  readonly host: string;
  /** Address at which the holder of a token chooses a password. */
  readonly linkOf: (token: string) => string;
  /** Chance from 0 up to 1. */
  readonly random: () => number;
}

/** Milliseconds that one letter may take; less than a letter is held. */
const PATIENCE = 90_000;

/** Sends letters about accounts. Every process may; the table lets one of them have each letter. */
export class AccountPost {
  private underWay: Promise<void> = Promise.resolve();
  private closing = false;

  constructor(private readonly parts: Parts) {}

  /** Sends what is due, one after the other. What fails is tried again at a later call, as reminders are. */
  deliverWaiting(): Promise<void> {
    this.underWay = this.underWay.catch(() => undefined).then(() => this.deliverAll());
    return this.underWay;
  }

  /** Begins no more letters, and settles when the one under way has ended. */
  async close(): Promise<void> {
    this.closing = true;
    await this.underWay.catch(() => undefined);
  }

  private async deliverAll(): Promise<void> {
    const { ledger, id: worker } = this.parts;
    for (const id of this.closing ? [] : await ledger.accountLetters.waiting()) {
      if (this.closing) return;
      const letter = await ledger.accountLetters.claim(id, worker);
      if (letter) await this.deliver(letter);
    }
  }

  private async deliver(letter: ClaimedLetter): Promise<void> {
    const { ledger, channel, clock, id: worker, host, linkOf } = this.parts;
    const place = { host, link: linkOf(letter.token), lasts: secondsBetween(clock(), letter.endsAt) };
    try {
      await channel.send(accountLetter(letter, place), { signal: AbortSignal.timeout(PATIENCE) });
    } catch (error) {
      await ledger.accountLetters.failed(letter.id, worker, reasonOf(error), this.nextTryAt(letter, error));
      return;
    }
    await ledger.accountLetters.sent(letter.id, worker);
  }

  private nextTryAt({ tries }: ClaimedLetter, error: unknown): string | undefined {
    const failure = error instanceof DeliveryFailed ? error : undefined;
    if (failure && failure.kind !== 'temporary') return undefined;
    const next = nextTry(tries, this.parts.random(), failure?.retryAfterSeconds);
    return next.outcome === 'dead' ? undefined : secondsAfter(this.parts.clock(), next.afterSeconds);
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof DeliveryFailed) return `${error.text.nl} / ${error.text.en}`;
  return error instanceof Error ? error.message : String(error);
}
