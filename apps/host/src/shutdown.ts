import { type Ledger } from '@samenwerkt/ledger';
import { type AccountPost, type Dispatcher } from '@samenwerkt/reminders';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';

/** Longest that open connections may hold up the end, in milliseconds. */
const DEADLINE = 5000;

/** Longest that a delivery may take to finish; then it is stopped, and tried again later. */
const DELIVERIES = 3000;

/** What a host is made of, from the outside in. */
interface Running {
  readonly app: NestFastifyApplication;
  readonly dispatcher: Dispatcher;
  readonly post: AccountPost;
  readonly ledger: Ledger;
}

/**
 * On a signal: take no more requests, begin no more deliveries, finish what is under way, close the database; after the
 * deadline end anyway.
 */
export function shutDownOn(signals: readonly NodeJS.Signals[], running: Running): void {
  let ending = false;
  for (const signal of signals) {
    process.on(signal, () => {
      if (ending) return;
      ending = true;
      setTimeout(() => process.exit(1), DEADLINE).unref();
      void end(running);
    });
  }
}

async function end({ app, dispatcher, post, ledger }: Running): Promise<void> {
  await app.close();
  await Promise.all([dispatcher.close(DELIVERIES), post.close()]);
  await ledger.close();
  process.exit(0);
}
