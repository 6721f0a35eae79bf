import { secondsBetween } from '@samenwerkt/calendar';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The one form of date that HTTP still sends: `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110 §5.6.7). */
const httpDate = /^[A-Z][a-z]{2}, (\d\d) ([A-Z][a-z]{2}) (\d{4}) (\d\d:\d\d:\d\d) GMT$/;

/**
 * A Retry-After header in seconds; undefined when it is absent or says nothing that can be understood. A moment that has
 * passed is 0.
 * @param now moment in UTC
 */
export function retryAfterSeconds(header: string | undefined, now: string): number | undefined {
  if (header === undefined) return undefined;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header);
  const [, day, month = '', year, time] = httpDate.exec(header.trim()) ?? [];
  const number = MONTHS.indexOf(month) + 1;
  if (number === 0) return undefined;
  return secondsUntil(`${year}-${String(number).padStart(2, '0')}-${day}T${time}Z`, now);
}

function secondsUntil(moment: string, now: string): number | undefined {
  try {
    return Math.max(0, Math.ceil(secondsBetween(now, moment)));
  } catch {
    return undefined; // 31 February
  }
}
