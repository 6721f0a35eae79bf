import { Heading } from '@nl-design-system-candidate/heading-react';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { reminderPreviewQuery, reminderQuery, sessionQuery, type Schemas } from '../../api/queries.js';
import { useTitle } from '../../app/use-title.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { Notice } from '../../components/notice.js';
import { longDate, moment } from '../../i18n/format.js';
import { t } from '../../i18n/translate.js';
import { ReminderActs } from './reminder-acts.js';
import { StateBadge } from './state-badge.js';

const route = getRouteApi('/herinneringen/$id');

/** One reminder: why it is there, what it says, what became of it, and what can be done. */
export function ReminderScreen() {
  const { id } = route.useParams();
  const { data: reminder } = useSuspenseQuery(reminderQuery(id));
  const { data: session } = useSuspenseQuery(sessionQuery);
  useTitle(`${reminder.title}: ${reminder.subject}`);
  const { title, subject, state, partnership, dueAt, recipient, lastError, why, possible } = reminder;
  return (
    <div className="sw-stack">
      <div>
        <Link to="/herinneringen" className="nl-link">
          {t('rem.title')}
        </Link>
        <div className="sw-head" style={{ marginBlockStart: 8 }}>
          <div>
            <Heading level={1}>{title}</Heading>
            <p>
              {partnership ? (
                <Link to="/partnerschappen/$id" params={{ id: partnership.id }} className="nl-link">
                  {subject}
                </Link>
              ) : (
                subject
              )}
            </p>
          </div>
          <StateBadge state={state} />
        </div>
        <dl className="sw-facts">
          <div>
            <dt>{t('rem.due')}</dt>
            <dd>{moment(dueAt)}</dd>
          </div>
          <div>
            <dt>{t('rem.to')}</dt>
            <dd>{recipient.title}</dd>
          </div>
          <div>
            <dt>{t('rem.tries')}</dt>
            <dd>{reminder.attempts}</dd>
          </div>
        </dl>
      </div>
      {lastError !== null && state.id !== 'sent' && (
        <Notice tone="late" title={t('rem.lastError')}>
          <p>{lastError}</p>
        </Notice>
      )}
      {session.actions.includes('reminders.act') && <ReminderActs id={id} possible={possible} />}
      <div className="sw-columns">
        <Preview id={id} />
        <div className="sw-stack">
          <section className="sw-card" aria-labelledby="waarom">
            <Heading level={2} id="waarom">
              {t('rem.why')}
            </Heading>
            <div className="sw-card-body">
              <p>{why.text}</p>
              {why.parameters.map(({ name, title: parameter, value, unit, validFrom, source }) => (
                <p key={name} className="sw-soft sw-small">
                  {parameter}: {String(value)} {unit} ({t('p.validFrom', { date: longDate(validFrom) })}; {source.title}
                  {source.page !== undefined && `, ${source.page}`})
                </p>
              ))}
            </div>
          </section>
          <Log reminder={reminder} />
        </div>
      </div>
    </div>
  );
}

function Log({ reminder: { tried, acts } }: { readonly reminder: Schemas['Reminder'] }) {
  return (
    <section className="sw-card" aria-labelledby="bezorging">
      <Heading level={2} id="bezorging">
        {t('rem.log')}
      </Heading>
      <ul className="sw-list">
        {tried.length === 0 && acts.length === 0 && <li className="sw-soft">{t('rem.nothing')}</li>}
        {tried.map(({ number, startedAt, outcome, channel, error }) => (
          <li key={number}>
            <strong>
              {number}. {outcome}
            </strong>
            <span className="sw-soft sw-small">
              {' '}
              {moment(startedAt)} {channel}
            </span>
            {error !== null && <p className="sw-small">{error}</p>}
          </li>
        ))}
        {acts.map(({ id, act, reason, at, actor, actorName }) => (
          <li key={id}>
            <strong>{act}</strong>
            <span className="sw-soft sw-small">
              {' '}
              {moment(at)} {t('time.by', { who: actorName ?? actor })}
            </span>
            <p className="sw-small">{reason}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The message itself, in a frame that can do nothing. */
function Preview({ id }: { readonly id: string }) {
  const { data, error } = useQuery(reminderPreviewQuery(id));
  return (
    <section aria-labelledby="bericht">
      <div className="sw-section-title">
        <Heading level={2} id="bericht">
          {t('rem.preview')}
        </Heading>
      </div>
      {error ? (
        <Failure error={error} />
      ) : !data ? (
        <Loading rows={5} />
      ) : (
        <>
          <p>
            <strong>{data.subject}</strong>
          </p>
          <p className="sw-soft sw-small">
            {data.to} {data.email !== null && `<${data.email}>`}
          </p>
          <iframe className="sw-frame" title={data.subject} sandbox="" srcDoc={data.html} />
        </>
      )}
    </section>
  );
}
