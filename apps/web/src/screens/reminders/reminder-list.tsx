import { Link } from '@tanstack/react-router';
import { type ReminderLine, type RemindersFilter } from '../../api/queries.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { MorePages } from '../../components/more-pages.js';
import { count, moment } from '../../i18n/format.js';
import { t } from '../../i18n/translate.js';
import { NoneFound } from './none-found.js';
import { StateBadge } from './state-badge.js';
import { useReminderPages } from './use-reminder-pages.js';

/** The same as the table, with every row that was asked for in the document: to print, and to search in by browser. */
export function ReminderList({ filter }: { readonly filter: RemindersFilter }) {
  const pages = useReminderPages(filter);
  const { rows, error, refetch } = pages;
  if (error && !rows) return <Failure error={error} again={refetch} />;
  if (!rows) return <Loading rows={10} />;
  if (rows.length === 0 && !pages.hasNextPage) return <NoneFound />;
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
