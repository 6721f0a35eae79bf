import { setTimeout as pause } from 'node:timers/promises';

/** Milliseconds between two looks. */
const LOOK_EVERY = 1000;
/** Looks without news after which a line is sent all the same: whatever is in between must not think that nobody is there. */
const STILL_THERE = 15;
/** Looks after which it ends. Who still listens comes back by himself, and whether they may is established anew. */
const LOOKS = 60;

/**
 * The version of a partnership as server-sent events: the one there is, and each one that comes.
 * @param look the version now
 * @param ending aborted when the process stops
 */
export async function* versionStream(look: () => Promise<number>, ending: AbortSignal): AsyncGenerator<string> {
  let told: number | undefined;
  yield `retry: ${LOOK_EVERY}\n\n`;
  for (let looks = 0; looks < LOOKS && !ending.aborted; looks++) {
    const version = await look();
    if (version !== told) yield `data: ${JSON.stringify({ version })}\n\n`;
    else if (looks % STILL_THERE === 0) yield ':\n\n';
    told = version;
    await pause(LOOK_EVERY, undefined, { signal: ending }).catch(() => undefined);
  }
}
