import { Heading } from '@nl-design-system-candidate/heading-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { api, ask } from '../../api/client.js';
import { usePages } from '../../api/use-pages.js';
import { reminderHealthQuery, type ReminderLine, type RemindersQuery } from '../../api/queries.js';
import { useFilters } from '../../app/use-filters.js';
import { useTitle } from '../../app/use-title.js';
import { Choice } from '../../components/choice.js';
import { Empty } from '../../components/empty.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { MorePages } from '../../components/more-pages.js';
import { Notice } from '../../components/notice.js';
import { SearchBox } from '../../components/search-box.js';
import { count, moment } from '../../i18n/format.js';
import { t } from '../../i18n/translate.js';
import { StateBadge, STATES } from './state-badge.js';

const route = getRouteApi('/herinneringen');

/** Every reminder, and how sending goes. */
export function RemindersScreen() {
  const { q = '', stand = '' } = route.useSearch();
  const navigate = route.useNavigate();
  useTitle(t('rem.title'));
  const { change, search } = useFilters(navigate);
  const state = STATES.find((one) => one === stand);
  return (
    <>
      <Heading level={1}>{t('rem.title')}</Heading>
      <Health />
      <div className="sw-filters" role="search" aria-label={t('list.filters')}>
        <SearchBox label={t('work.searchLabel')} value={q} onSearch={search} />
        <Choice
          label={t('rem.state')}
          value={stand}
          options={[['', t('rem.all')], ...STATES.map((one) => [one, t(`state.${one}`)] as const)]}
          onChoose={(chosen) => change({ stand: chosen })}
        />
      </div>
      <Found query={{ limit: 100, ...(q !== '' && { q }), ...(state && { state }) }} />
    </>
  );
}

function Health() {
  const { data } = useQuery(reminderHealthQuery);
  if (!data) return <div style={{ minBlockSize: 74 }} />;
  const { late, counts, dispatcher } = data;
  const lastScanAt = dispatcher?.['lastScanAt'];
  return (
    <div style={{ marginBlock: 16 }}>
      <Notice tone={counts.dead > 0 || late.count > 0 ? 'blocked' : 'done'} title={t('rem.health')}>
        <p>
          {late.count > 0 ? t('rem.late', { n: late.count }) : t('rem.fine')}
          {counts.dead > 0 && (
            <>
              {' '}
              <Link to="/herinneringen" search={{ stand: 'dead' }} className="nl-link">
                {t('rem.dead', { n: counts.dead })}
              </Link>
            </>
          )}
        </p>
        {typeof lastScanAt === 'string' && (
          <p className="sw-soft sw-small">{t('rem.lastScan', { at: moment(lastScanAt) })}</p>
        )}
      </Notice>
    </div>
  );
}

function Found({ query }: { readonly query: RemindersQuery }) {
  const pages = usePages(['reminders', 'pages', query], (cursor) =>
    ask(api.GET('/api/v1/reminders', { params: { query: { ...query, ...cursor } } })),
  );
  const { rows, error, refetch } = pages;
  if (error && !rows) return <Failure error={error} again={refetch} />;
  if (!rows) return <Loading rows={10} />;
  if (rows.length === 0 && !pages.hasNextPage)
    return (
      <div className="sw-card">
        <Empty title={t('rem.none')}>
          <p>{t('rem.noneText')}</p>
        </Empty>
      </div>
    );
  return (
    <>
      <div className="sw-card sw-table-frame" role="region" aria-label={t('rem.title')} tabIndex={0}>
        <table className="utrecht-table">
          <thead>
            <tr>
              <th scope="col">{t('rem.subject')}</th>
              <th scope="col">{t('rem.state')}</th>
              <th scope="col">{t('rem.due')}</th>
              <th scope="col">{t('rem.to')}</th>
              <th scope="col" className="sw-end">
                {t('rem.tries')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.id} row={row} />
            ))}
          </tbody>
        </table>
      </div>
      <MorePages shown={rows.length} pages={pages} />
    </>
  );
}

function Row({ row }: { readonly row: ReminderLine }) {
  const { id, subject, kind, step, state, dueAt, recipient, attempts, lastError } = row;
  return (
    <tr>
      <th scope="row">
        <Link to="/herinneringen/$id" params={{ id }} className="nl-link">
          {subject}
        </Link>
        <span className="sw-soft">
          {kind}
          {step > 0 && ` · ${t('rem.step', { n: step })}`}
        </span>
      </th>
      <td>
        <StateBadge state={state} />
        {lastError !== null && state.id !== 'sent' && <span className="sw-soft">{lastError.split(' / ')[0]}</span>}
      </td>
      <td>{moment(dueAt)}</td>
      <td>{recipient.title}</td>
      <td className="sw-end">{count(attempts)}</td>
    </tr>
  );
}
