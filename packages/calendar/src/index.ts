export { DateInvalid, InstantInvalid, TimeInvalid } from './errors.js';
export { secondsAfter, secondsBetween } from './elapsed.js';
export { isPlainDate, plainDate, type PlainDate } from './plain-date.js';
export { addDays } from './days.js';
export { atLocalTime, endOfLocalDay, today } from './local-day.js';
export { addMonths, lastDayOf, monthsBetween, occurrence, yearlyStatementDue } from './months.js';
export { quarterOf, type Quarter } from './quarters.js';
export { nearestWorkday } from './workday.js';
