/** Milliseconds. */
const MINUTE = 60_000;

/** Whoever asked longest ago is forgotten beyond this number: a flood of addresses must not fill the memory. */
const MOST_KNOWN = 50_000;

/**
 * How often each of many may ask: so many a minute, evenly, and at most a minute's worth at once. A bucket of tokens for
 * each, kept as the one moment at which it is full again.
 */
export class Pace {
  private readonly fullAgain = new Map<string, number>();

  /**
   * @param perMinute 0 for no limit
   * @param now milliseconds on a clock that only goes forward
   */
  constructor(
    private readonly perMinute: number,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Asks once on somebody's behalf. @returns whole seconds to wait first; 0 when it may be done now, which is counted */
  take(who: string): number {
    if (this.perMinute === 0) return 0;
    const now = this.now();
    const each = MINUTE / this.perMinute;
    const before = Math.max(this.fullAgain.get(who) ?? now, now);
    const short = before + each - now - MINUTE;
    // Sums of fractions are not exact: half a token more or less is the same number of tokens.
    const refused = short > each / 2;
    this.remember(who, refused ? before : before + each);
    return refused ? Math.ceil(short / 1000) : 0;
  }

  private remember(who: string, moment: number): void {
    this.fullAgain.delete(who);
    this.fullAgain.set(who, moment);
    if (this.fullAgain.size <= MOST_KNOWN) return;
    const [longestAgo] = this.fullAgain.keys();
    if (longestAgo !== undefined) this.fullAgain.delete(longestAgo);
  }
}
