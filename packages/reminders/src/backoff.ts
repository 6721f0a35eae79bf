/** How often and how long to try again. Seconds. */
export interface Backoff {
  /** Wait after the first failure. */
  readonly firstSeconds: number;
  /** Each wait is this many times the one before… */
  readonly factor: number;
  /** …and never longer than this. */
  readonly longestSeconds: number;
  /** Longest wait that another side may ask for with Retry-After. */
  readonly longestAskedSeconds: number;
  /** Tries in all, the first included. */
  readonly tries: number;
}

/**
 * 1, 2, 4… minutes up to 6 hours, 18 tries: between 28 and 57 hours in all, so that a mail server that is down for a
 * night and a day costs no reminder. After that somebody must look.
 */
export const BACKOFF: Backoff = {
  firstSeconds: 60,
  factor: 2,
  longestSeconds: 6 * 3600,
  longestAskedSeconds: 24 * 3600,
  tries: 18,
};

export type NextTry = { readonly outcome: 'again'; readonly afterSeconds: number } | { readonly outcome: 'dead' };

/**
 * What to do after a temporary failure. The wait is between half and the whole of its length: messages that failed
 * together do not all come back together.
 * @param attempt how many tries there have been, 1 after the first
 * @param random chance from 0 up to 1, handed in
 * @param retryAfterSeconds what the other side asked for; a longer wait than ours is granted, up to a day
 */
export function nextTry(attempt: number, random: number, retryAfterSeconds = 0, backoff: Backoff = BACKOFF): NextTry {
  if (attempt >= backoff.tries) return { outcome: 'dead' };
  const whole = Math.min(backoff.longestSeconds, backoff.firstSeconds * backoff.factor ** (attempt - 1));
  const own = whole * (0.5 + random / 2);
  const asked = Math.min(backoff.longestAskedSeconds, retryAfterSeconds);
  return { outcome: 'again', afterSeconds: Math.ceil(Math.max(own, asked)) };
}
