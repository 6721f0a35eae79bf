import { Button } from '@nl-design-system-candidate/button-react';
import { keepPreviousData, useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { api, ask } from '../../api/client.js';
import { sessionQuery, type Schemas } from '../../api/queries.js';
import { download } from '../../components/download.js';
import { Empty } from '../../components/empty.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { Notice } from '../../components/notice.js';
import { SearchBox } from '../../components/search-box.js';
import { count, dateOf, longDate } from '../../i18n/format.js';
import { t } from '../../i18n/translate.js';
import { EraseSubject } from './erase-subject.js';

const route = getRouteApi('/beheer/betrokkenen');

type Subject = Schemas['DataSubjects']['items'][number];

/** Most people that are drawn at once. */
const MOST = 100;

/** Who is named in partnerships: what is on record about them, and their right to be erased. */
export function SubjectsTab() {
  const { q = '' } = route.useSearch();
  const navigate = route.useNavigate();
  const search = useCallback((text: string) => void navigate({ search: { q: text }, replace: true }), [navigate]);
  const { data: session } = useSuspenseQuery(sessionQuery);
  const [leaving, setLeaving] = useState<Subject>();
  const [erased, setErased] = useState<Schemas['Erasure']>();
  const client = useQueryClient();
  const { data, error, refetch } = useQuery({
    queryKey: ['data-subjects', q],
    placeholderData: keepPreviousData,
    queryFn: () => ask(api.GET('/api/v1/data-subjects', { params: { query: q === '' ? {} : { name: q } } })),
  });
  const fetchAll = useMutation({
    mutationFn: ({ id }: Subject) => ask(api.GET('/api/v1/data-subjects/{id}/export', { params: { path: { id } } })),
    onSuccess: (found) =>
      download(
        `betrokkene-${found.subject.id}.json`,
        new Blob([JSON.stringify(found, null, 2)], { type: 'application/json' }),
      ),
  });
  const done = async (erasure: Schemas['Erasure']) => {
    setLeaving(undefined);
    setErased(erasure);
    await client.invalidateQueries();
  };
  return (
    <div className="sw-stack">
      <p>{t('subject.lead')}</p>
      <div className="sw-filters" role="search" aria-label={t('list.filters')} style={{ margin: 0 }}>
        <SearchBox label={t('subject.search')} value={q} onSearch={search} />
      </div>
      {fetchAll.error && <Failure error={fetchAll.error} />}
      {fetchAll.isSuccess && <Notice tone="done" title={t('subject.downloaded')} />}
      {erased && <Notice tone="done" title={t('subject.erased', { n: erased.addresses })} />}
      {leaving && (
        <EraseSubject key={leaving.id} subject={leaving} onDone={done} onCancel={() => setLeaving(undefined)} />
      )}
      {error && !data ? (
        <Failure error={error} again={refetch} />
      ) : !data ? (
        <Loading rows={8} />
      ) : data.items.length === 0 ? (
        <div className="sw-card">
          <Empty title={t('subject.none')}>
            <p>{t('subject.noneText')}</p>
          </Empty>
        </div>
      ) : (
        <Rows
          items={data.items}
          onExport={(subject) => fetchAll.mutate(subject)}
          {...(session.actions.includes('subjects.erase') && { onErase: setLeaving })}
        />
      )}
    </div>
  );
}

function Rows({
  items,
  onExport,
  onErase,
}: {
  readonly items: readonly Subject[];
  readonly onExport: (subject: Subject) => void;
  readonly onErase?: (subject: Subject) => void;
}) {
  return (
    <>
      <div className="sw-card sw-table-frame" role="region" aria-label={t('subject.title')} tabIndex={0}>
        <table className="utrecht-table sw-stacked">
          <thead>
            <tr>
              <th scope="col">{t('subject.name')}</th>
              <th scope="col">{t('subject.since')}</th>
              <th scope="col">
                <span className="sw-hidden">{t('people.act')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {items.slice(0, MOST).map((subject) => (
              <tr key={subject.id}>
                <th scope="row">{subject.name}</th>
                <td data-label={t('subject.since')}>{longDate(dateOf(subject.createdAt))}</td>
                <td className="sw-end">
                  <Button
                    purpose="subtle"
                    aria-label={t('subject.export', { name: subject.name })}
                    onClick={() => onExport(subject)}
                  >
                    {t('subject.exportShort')}
                  </Button>
                  {onErase && (
                    <Button
                      purpose="subtle"
                      aria-label={t('subject.erase', { name: subject.name })}
                      onClick={() => onErase(subject)}
                    >
                      {t('subject.eraseShort')}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="sw-soft sw-small" role="status">
        {t('app.shown', { shown: count(Math.min(items.length, MOST)) })}
        {items.length > MOST && ` · ${t('subject.noneText')}`}
      </p>
    </>
  );
}
