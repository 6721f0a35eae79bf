/** The zone in which the field lives; the name every agenda knows it by. */
export const TIME_ZONE = 'Europe/Amsterdam';

/**
 * The zone's rules since 1996, the last change of them: summer time from the last Sunday of March to the last of
 * October, both at 01:00 UTC (Directive 2000/84/EC). A partnership has nothing before that.
 */
export const TIME_ZONE_LINES: readonly string[] = [
  'BEGIN:VTIMEZONE',
  `TZID:${TIME_ZONE}`,
  'BEGIN:DAYLIGHT',
  'TZNAME:CEST',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'DTSTART:19960331T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'TZNAME:CET',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'DTSTART:19961027T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
];
