import { fullDate, today } from '../../i18n/format.js';
import { t } from '../../i18n/translate.js';
import { EntryLink } from './entry-link.js';
import { type Entry } from './entries.js';
import { weeksOf } from './month.js';

/** Most entries that are written out on a day; the list has them all. */
const MOST_A_DAY = 3;

/** A month as a table; on a phone only the list remains. */
export function MonthTable({
  month,
  name,
  entries,
}: {
  readonly month: string;
  readonly name: string;
  readonly entries: readonly Entry[];
}) {
  const weeks = weeksOf(month);
  return (
    <div className="sw-card sw-table-frame sw-month-frame" role="region" aria-label={name} tabIndex={0}>
      <table className="sw-month">
        <thead>
          <tr>
            {weeks[0]?.map((day) => (
              <th scope="col" key={day}>
                {fullDate(day).split(' ')[0]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                <Day
                  key={day}
                  day={day}
                  isOutside={!day.startsWith(month)}
                  entries={entries.filter(({ on }) => on === day)}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Day({
  day,
  isOutside,
  entries,
}: {
  readonly day: string;
  readonly isOutside: boolean;
  readonly entries: readonly Entry[];
}) {
  const isToday = day === today();
  return (
    <td data-outside={isOutside} data-today={isToday}>
      <time dateTime={day} aria-current={isToday ? 'date' : undefined}>
        {Number(day.slice(8))}
        {isToday && <span className="sw-small"> {t('date.today')}</span>}
      </time>
      <ul>
        {entries.slice(0, MOST_A_DAY).map((entry) => (
          <li key={entry.id}>
            <EntryLink entry={entry} />
          </li>
        ))}
        {entries.length > MOST_A_DAY && (
          <li className="sw-soft sw-small">{t('cal.more', { n: entries.length - MOST_A_DAY })}</li>
        )}
      </ul>
    </td>
  );
}
