/** The present moment as an ISO instant in UTC with milliseconds; tests hand in their own. */
export type Clock = () => string;

/** A history never runs backwards, not even when somebody sets the clock back. */
export function notBefore(previous: string, moment: string): string {
  return moment < previous ? previous : moment;
}

export const systemClock: Clock = () => new Date().toISOString();
