import { afterAll, describe, expect, it } from '@jest/globals';
import { fire, get, startPartnership } from '../support/client.js';
import { ON_POSTGRES } from '../support/database.js';
import { startHost, stopHost, temporaryFolder, type RunningHost } from '../support/host.js';

/** On PostgreSQL a kill tests less of our own: the server is another process, and goes on. */
const KILLS = ON_POSTGRES ? 12 : 100;
const CLIENTS = 16;
/** Milliseconds of load before the kill: from the very first requests to a server in full swing, which comes later over a connection. */
const LONGEST = ON_POSTGRES ? 1500 : 300;

const seed = Number(process.env.CHAOS_SEED ?? Date.now() % 2 ** 31);
const random = generator(seed);
const place = temporaryFolder();
afterAll(() => place.dispose());

/** What the clients know for certain: the version of each partnership that was last acknowledged. */
type Acknowledged = Map<string, number>;

describe(`a host killed ${KILLS} times under load (CHAOS_SEED=${seed})`, () => {
  it(
    'loses no acknowledged transition, records none twice, and every chain verifies',
    async () => {
      const acknowledged = await prepare();
      let answered = 0;
      for (let kill = 0; kill < KILLS; kill++) {
        const host = await startHost(place.folder);
        await mustHold(host, acknowledged);
        answered += await loadUntilKilled(host, acknowledged, random() * LONGEST);
      }
      const host = await startHost(place.folder);
      await mustHold(host, acknowledged);
      for (const [id, version] of acknowledged) {
        const { body } = await get(host, `/partnerships/${id}/history/verification`);
        expect(body).toMatchObject({ intact: true, snapshotMatches: true });
        expect(Number(body.events)).toBeGreaterThanOrEqual(version);
      }
      await stopHost(host);
      console.log(`${answered} acknowledged transitions over ${KILLS} kills, seed ${seed}`);
      expect(answered).toBeGreaterThan(KILLS);
    },
    15 * 60_000,
  );
});

async function prepare(): Promise<Acknowledged> {
  const host = await startHost(place.folder);
  const ids = await Promise.all(Array.from({ length: CLIENTS }, () => startPartnership(host, { pack: 'basis' })));
  await stopHost(host, 'SIGKILL');
  return new Map(ids.map((id) => [id, 1]));
}

/** What was acknowledged is there; at most the one request that was under way may be there beside it. */
async function mustHold(host: RunningHost, acknowledged: Acknowledged): Promise<void> {
  for (const [id, version] of acknowledged) {
    const current = Number((await get(host, `/partnerships/${id}`)).body.version);
    expect([version, version + 1]).toContain(current);
    acknowledged.set(id, current);
  }
}

/** Each client suspends and resumes its own partnership over and over, until the host is gone. */
async function loadUntilKilled(host: RunningHost, acknowledged: Acknowledged, after: number): Promise<number> {
  let answered = 0;
  const clients = [...acknowledged.keys()].map(async (id) => {
    for (;;) {
      const version = acknowledged.get(id) ?? 1;
      const suspended = version % 2 === 0;
      const [event, data] = suspended ? ['hervatten', { toelichting: 'verder' }] : ['opschorten', { reden: 'chaos' }];
      const answer = await fire(host, id, event as string, data as object, { expectedVersion: version });
      if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
      acknowledged.set(id, Number(answer.body.version));
      answered++;
    }
  });
  const ended = Promise.allSettled(clients);
  await new Promise((resolve) => setTimeout(resolve, after));
  await stopHost(host, 'SIGKILL');
  for (const outcome of await ended) {
    // Connections that break are what a kill looks like from outside; an answer other than 200 is a fault.
    if (outcome.status === 'rejected' && /urn:samenwerkt/.test(String(outcome.reason))) throw outcome.reason;
  }
  return answered;
}

/** A small generator of chance, so that a run can be repeated from its seed. */
function generator(start: number): () => number {
  let state = start;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
