import { join } from 'node:path';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { secondsAfter } from '@samenwerkt/calendar';
import { ledgerLocation, openLedger, type Ledger } from '@samenwerkt/ledger';
import { databaseOf, ON_POSTGRES } from '../support/database.js';
import { BEFORE, livesFiveYears } from '../support/five-years.js';
import { temporaryFolder } from '../support/host.js';
import { sendAll } from '../support/simulation.js';

/** Every question to a server takes its time; the rules are the same. */
const CROWD = ON_POSTGRES ? { monthly: 24, quarterly: 36 } : { monthly: 400, quarterly: 600 };

const place = temporaryFolder();
const time = { now: BEFORE };
let ledger: Ledger;
beforeAll(async () => {
  ledger = await openLedger({
    ...ledgerLocation(join(place.folder, 'data'), databaseOf(place.folder)),
    clock: () => time.now,
  });
});
afterAll(async () => {
  await ledger.close();
  place.dispose();
});

describe(`five years of ${CROWD.monthly + CROWD.quarterly} partnerships, 2024 to 2028`, () => {
  it(
    'remind of every conversation exactly once, a week before its last working day, and tell the back-up only of what is late',
    async () => {
      const send = async () => {
        const claims = await sendAll(ledger, time.now, secondsAfter(time.now, 1800));
        return claims.map(({ reminder }) => ({ ...reminder, at: time.now }));
      };
      await livesFiveYears({ ledger, time, send }, CROWD);
    },
    10 * 60_000,
  );
});
