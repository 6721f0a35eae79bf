import { Heading } from '@nl-design-system-candidate/heading-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { recentChangesQuery, type Session } from '../../api/queries.js';
import { previousVisit } from '../../app/visit.js';
import { moment } from '../../i18n/format.js';
import { t } from '../../i18n/translate.js';

/** What others did since somebody was here last; nothing for who is here for the first time. */
export function RecentChanges({
  person,
  coordinator,
}: {
  readonly person: Session['person'];
  /** Only partnerships of this coordinator. */
  readonly coordinator: string | undefined;
}) {
  const since = previousVisit(person.id);
  const { data } = useQuery({ ...recentChangesQuery(since ?? '', coordinator), enabled: since !== undefined });
  if (since === undefined || !data) return null;
  return (
    <section className="sw-card" aria-labelledby="veranderd">
      <Heading level={2} id="veranderd">
        {t('changes.title')}
      </Heading>
      <p className="sw-card-body sw-soft sw-small">{t('changes.since', { moment: moment(since) })}</p>
      {data.items.length === 0 ? (
        <p className="sw-card-body">{t('changes.none')}</p>
      ) : (
        <ul className="sw-list">
          {data.items.map(({ partnership: { id, title }, event, actor, at, events }) => (
            <li key={id}>
              <Link to="/partnerschappen/$id/tijdlijn" params={{ id }} className="nl-link">
                {title}
              </Link>
              <p className="sw-soft sw-small">
                {event.title} · {actor.name ?? t('changes.somebody')} · {moment(at)}
                {events > 1 && ` · ${t('changes.more', { n: events - 1 })}`}
              </p>
            </li>
          ))}
        </ul>
      )}
      {!data.isWhole && <p className="sw-card-body sw-soft sw-small">{t('changes.notWhole')}</p>}
    </section>
  );
}
