import { Heading } from '@nl-design-system-candidate/heading-react';
import { distance, fullDate, today } from '../../i18n/format.js';
import { t } from '../../i18n/translate.js';
import { EntryLink } from './entry-link.js';
import { type Entry } from './entries.js';

/** What is on day after day, in words; days on which nothing is are left out. */
export function DayList({ entries }: { readonly entries: readonly Entry[] }) {
  const days = [...new Set(entries.map(({ on }) => on))];
  return (
    <section className="sw-card" aria-labelledby="als-lijst">
      <Heading level={2} id="als-lijst">
        {t('cal.asList')}
      </Heading>
      <ol className="sw-list">
        {days.map((day) => (
          <li key={day} className="sw-day">
            <p>
              <strong>{fullDate(day)}</strong>
              <br />
              <span className="sw-soft sw-small">{day >= today() && distance(day)}</span>
            </p>
            <ul>
              {entries
                .filter(({ on }) => on === day)
                .map((entry) => (
                  <li key={entry.id}>
                    <EntryLink entry={entry} />
                  </li>
                ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  );
}
