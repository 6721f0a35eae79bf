/** No lease lasts longer than a day, in seconds: one that seems to was written under a clock that has been set back. */
export const LONGEST_LEASE = 24 * 3600;
