/** The present moment as an ISO instant in UTC with milliseconds; tests hand in their own. */
export type Clock = () => string;

export const systemClock: Clock = () => new Date().toISOString();
