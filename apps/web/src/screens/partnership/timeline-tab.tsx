import { IconShieldCheck } from '@tabler/icons-react';
import { Heading } from '@nl-design-system-candidate/heading-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { historyQuery, partnershipQuery, verificationQuery, type Schemas } from '../../api/queries.js';
import { DataList } from '../../components/data-list.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { Notice } from '../../components/notice.js';
import { dateOf, daysBetween, longDate, moment, plusDays, today } from '../../i18n/format.js';
import { t } from '../../i18n/translate.js';

const route = getRouteApi('/partnerschappen/$id/tijdlijn');

/** Everything that happened, and how the partnership stood on any day. */
export function TimelineTab() {
  const { id } = route.useParams();
  const { op } = route.useSearch();
  const { data: events, error, refetch } = useQuery(historyQuery(id));
  if (error && !events) return <Failure error={error} again={refetch} />;
  if (!events) return <Loading />;
  const shown = op === undefined ? events : events.filter(({ at }) => dateOf(at) <= op);
  return (
    <div className="sw-columns">
      <ol className="sw-timeline" aria-label={t('p.timeline')}>
        {[...shown].reverse().map((event) => (
          <Event key={event.sequence} event={event} />
        ))}
      </ol>
      <div className="sw-stack">
        <DateSlider first={dateOf(events[0]?.at ?? new Date().toISOString())} at={op} />
        {op !== undefined && <Standing id={id} at={op} />}
        <Verification id={id} />
      </div>
    </div>
  );
}

function Event({ event }: { readonly event: Schemas['HistoryEvent'] }) {
  const { sequence, title, actor, at, pack, data } = event;
  return (
    <li>
      <span aria-hidden="true" />
      <div>
        <strong>{title}</strong>
        <p className="sw-soft sw-small">
          {moment(at)} · {t('time.by', { who: actor.name ?? actor.id })} · {t('time.version', { n: sequence })} ·{' '}
          {pack.name} {pack.version}
        </p>
        {Object.keys(data).length > 0 && (
          <details>
            <summary>{t('time.recorded')}</summary>
            <DataList data={data} />
          </details>
        )}
      </div>
    </li>
  );
}

/** A day between the first event and today. */
function DateSlider({ first, at }: { readonly first: string; readonly at: string | undefined }) {
  const navigate = route.useNavigate();
  const days = Math.max(1, daysBetween(first, today()));
  const value = at === undefined ? days : Math.min(days, Math.max(0, daysBetween(first, at)));
  const show = (day: number) =>
    void navigate({ search: day >= days ? {} : { op: plusDays(first, day) }, replace: true });
  return (
    <label className="sw-card sw-card-body sw-field">
      <strong>{t('time.at')}</strong>
      <output>{at === undefined ? t('time.now') : longDate(at)}</output>
      <input
        type="range"
        min={0}
        max={days}
        value={value}
        aria-valuetext={at === undefined ? t('time.now') : longDate(at)}
        onChange={({ target }) => show(Number(target.value))}
      />
    </label>
  );
}

function Standing({ id, at }: { readonly id: string; readonly at: string }) {
  const { data, error } = useQuery(partnershipQuery(id, at));
  if (error) return <Notice tone="blocked">{error.message}</Notice>;
  if (!data) return <Loading rows={2} />;
  return (
    <section className="sw-card" aria-labelledby="stand">
      <Heading level={2} id="stand">
        {t('time.then', { date: longDate(at) })}
      </Heading>
      <ul className="sw-list">
        {data.states.map(({ id: state, step, title }) => (
          <li key={state}>
            {step} {title}
          </li>
        ))}
        <li className="sw-soft">
          {t('p.coordinator')}: {data.coordinator ?? t('p.nobody')}
        </li>
      </ul>
    </section>
  );
}

function Verification({ id }: { readonly id: string }) {
  const { data } = useQuery(verificationQuery(id));
  if (!data) return null;
  if (!data.intact) return <Notice tone="late">{t('time.broken')}</Notice>;
  return (
    <p className="sw-ok sw-small" title={data.head}>
      <IconShieldCheck size={20} aria-hidden /> {t('time.verified', { n: data.events })}
    </p>
  );
}
