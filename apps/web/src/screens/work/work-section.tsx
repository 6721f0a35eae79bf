import { Button } from '@nl-design-system-candidate/button-react';
import { Heading } from '@nl-design-system-candidate/heading-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { workQuery, type WorkItem, type WorkQuery } from '../../api/queries.js';
import { Badge } from '../../components/badge.js';
import { Empty } from '../../components/empty.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { phaseName } from '../../components/phase-name.js';
import { distance, shortDate, today } from '../../i18n/format.js';
import { t } from '../../i18n/translate.js';

/** Most that is asked for at a time. */
const MOST = 100;

/** One part of the work list: what is due between two dates. */
export function WorkSection({
  title,
  hint,
  query,
  tone = 'plain',
}: {
  readonly title: string;
  readonly hint?: string;
  readonly query: WorkQuery;
  readonly tone?: 'plain' | 'late' | 'blocked';
}) {
  const [limit, setLimit] = useState(query.limit ?? 25);
  const { data, error, refetch } = useQuery(workQuery({ ...query, limit }));
  return (
    <div>
      <div className="sw-section-title">
        <Heading level={2}>{title}</Heading>
        {data && data.items.length > 0 && (
          <Badge tone={tone}>
            {data.items.length}
            {data.nextCursor !== null && '+'}
          </Badge>
        )}
        {hint !== undefined && <span className="sw-soft sw-small">{hint}</span>}
      </div>
      <div className="sw-card">
        {error && !data ? (
          <div className="sw-card-body">
            <Failure error={error} again={refetch} />
          </div>
        ) : !data ? (
          <div className="sw-card-body">
            <Loading rows={2} />
          </div>
        ) : data.items.length === 0 ? (
          <Empty title={t('work.none')} />
        ) : (
          <Items items={data.items} label={title} />
        )}
        {data?.nextCursor != null && (
          <div className="sw-card-body sw-actions">
            {limit < MOST ? (
              <Button purpose="subtle" onClick={() => setLimit(MOST)}>
                {t('app.more')}
              </Button>
            ) : (
              <span className="sw-soft sw-small">{t('app.shown', { shown: MOST })}</span>
            )}
          </div>
        )}
      </div>
    </div>
  );
}

function Items({ items, label }: { readonly items: readonly WorkItem[]; readonly label: string }) {
  return (
    <div className="sw-table-frame" role="region" aria-label={label} tabIndex={0}>
      <table className="utrecht-table sw-work">
        <thead>
          <tr>
            <th scope="col">{t('work.task')}</th>
            <th scope="col">{t('work.phase')}</th>
            <th scope="col">{t('work.when')}</th>
            <th scope="col">
              <span className="sw-hidden">{t('work.act')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <Item key={item.id} item={item} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Item({ item: { kind, partnership, supplier, phase, dueOn } }: { readonly item: WorkItem }) {
  const away = distance(dueOn);
  const isLate = dueOn < today();
  return (
    <tr>
      <th scope="row">
        {kind.title}
        <span className="sw-soft">
          {partnership.title} · {supplier ?? t('list.noSupplier')}
        </span>
      </th>
      <td>{phaseName(phase)}</td>
      <td>
        <span className={isLate ? 'sw-late' : undefined}>{away}</span>
        <span className="sw-soft">{shortDate(dueOn)}</span>
      </td>
      <td className="sw-end">
        <Link
          to="/partnerschappen/$id"
          params={{ id: partnership.id }}
          className="nl-button nl-button--secondary"
          aria-label={`${t('work.open')}: ${kind.title}, ${partnership.title}`}
        >
          {t('work.open')}
        </Link>
      </td>
    </tr>
  );
}
