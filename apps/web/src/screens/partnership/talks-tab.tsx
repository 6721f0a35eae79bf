import { Heading } from '@nl-design-system-candidate/heading-react';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { agendaQuery, checkInsQuery, optionsQuery, sessionQuery, type Schemas } from '../../api/queries.js';
import { Empty } from '../../components/empty.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { distance, longDate } from '../../i18n/format.js';
import { t } from '../../i18n/translate.js';

const route = getRouteApi('/partnerschappen/$id/gesprekken');
const EVENT = 'gesprekVastleggen';

/** The next conversation with what to talk about, what was agreed, and the conversations held. */
export function TalksTab() {
  const { id } = route.useParams();
  const { data: session } = useSuspenseQuery(sessionQuery);
  const { data, error, refetch } = useQuery(checkInsQuery(id));
  if (error && !data) return <Failure error={error} again={refetch} />;
  if (!data) return <Loading />;
  return (
    <div className="sw-columns">
      <div className="sw-stack">
        <Next id={id} next={data.next} />
        {session.actions.includes('agenda.read') && data.next && <AgendaCard id={id} />}
        <section aria-labelledby="gehouden">
          <div className="sw-section-title">
            <Heading level={2} id="gehouden">
              {t('talk.held')}
            </Heading>
          </div>
          <div className="sw-card">
            {data.items.length === 0 ? (
              <Empty title={t('talk.noneHeld')} />
            ) : (
              <ol className="sw-list">
                {data.items.map((talk) => (
                  <li key={talk.sequence}>
                    <strong>{longDate(talk.datum)}</strong>
                    <span className="sw-soft sw-small">
                      {' '}
                      · {talk.deelnemers.map(({ functie }) => functie).join(', ')}
                    </span>
                    <p>{talk.verslag}</p>
                    <ul className="sw-small">
                      {talk.afspraken.map(({ afspraak, eigenaar, datum }) => (
                        <li key={afspraak}>
                          {afspraak}
                          {eigenaar !== undefined && ` – ${eigenaar}`}
                          {datum !== undefined && `, ${longDate(datum)}`}
                        </li>
                      ))}
                    </ul>
                  </li>
                ))}
              </ol>
            )}
          </div>
        </section>
      </div>
      {data.openAgreements.length > 0 && (
        <section className="sw-card" aria-labelledby="afspraken">
          <Heading level={2} id="afspraken">
            {t('talk.agreements')}
          </Heading>
          <ul className="sw-list">
            {data.openAgreements.map(({ id: agreement, afspraak, eigenaar, datum }) => (
              <li key={agreement}>
                {afspraak}
                <p className="sw-soft sw-small">
                  {eigenaar} · {longDate(datum)} · {distance(datum)}
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function Next({ id, next }: { readonly id: string; readonly next: Schemas['CheckIns']['next'] }) {
  const { data: options } = useQuery(optionsQuery(id));
  const canRecord = options?.items.some(({ event, status }) => event === EVENT && status !== 'blocked');
  return (
    <section className="sw-card" aria-labelledby="volgend">
      <Heading level={2} id="volgend">
        {t('talk.next')}
      </Heading>
      <div className="sw-card-body sw-actions">
        {next ? (
          <p>
            <strong>{next.title}</strong>, {t('talk.by', { date: longDate(next.dueOn) })} ({distance(next.dueOn)})
          </p>
        ) : (
          <p>{t('talk.none')}</p>
        )}
        {canRecord === true && (
          <Link
            to="/partnerschappen/$id/vastleggen/$event"
            params={{ id, event: EVENT }}
            className="nl-button nl-button--primary"
          >
            {t('p.record')}
          </Link>
        )}
      </div>
    </section>
  );
}

function AgendaCard({ id }: { readonly id: string }) {
  const { data, error } = useQuery(agendaQuery(id));
  if (error) return <Failure error={error} />;
  if (!data) return <Loading rows={3} />;
  return (
    <section className="sw-card" aria-labelledby="agenda">
      <Heading level={2} id="agenda">
        {t('talk.agenda')}
      </Heading>
      <ol className="sw-list">
        {data.items.map(({ kind, id: item, title, reason, source }) => (
          <li key={`${kind} ${item}`}>
            <strong>{title}</strong>
            <p className="sw-small">{reason}</p>
            {source && (
              <p className="sw-soft sw-small">
                {source.title}
                {source.page !== undefined && `, ${source.page}`}
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
