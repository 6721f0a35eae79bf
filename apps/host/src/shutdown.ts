import { type Ledger } from '@samenwerkt/ledger';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';

/** Longest that open connections may hold up the end, in milliseconds. */
const DEADLINE = 5000;

/** On a signal: take no more requests, finish what waits, close the database; after the deadline end anyway. */
export function shutDownOn(signals: readonly NodeJS.Signals[], app: NestFastifyApplication, ledger: Ledger): void {
  let ending = false;
  for (const signal of signals) {
    process.on(signal, () => {
      if (ending) return;
      ending = true;
      setTimeout(() => process.exit(1), DEADLINE).unref();
      void end(app, ledger);
    });
  }
}

async function end(app: NestFastifyApplication, ledger: Ledger): Promise<void> {
  await app.close();
  await ledger.close();
  process.exit(0);
}
