import { Button } from '@nl-design-system-candidate/button-react';
import { Heading } from '@nl-design-system-candidate/heading-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { api, ask } from '../../api/client.js';
import { usePages } from '../../api/use-pages.js';
import { rulePacksQuery, type PartnershipsQuery } from '../../api/queries.js';
import { useFilters } from '../../app/use-filters.js';
import { useTitle } from '../../app/use-title.js';
import { Choice } from '../../components/choice.js';
import { Empty } from '../../components/empty.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { MorePages } from '../../components/more-pages.js';
import { PHASES, phaseName } from '../../components/phase-name.js';
import { SavedViews } from '../../components/saved-views.js';
import { SearchBox } from '../../components/search-box.js';
import { t } from '../../i18n/translate.js';
import { NOTHING, type Chosen } from './chosen.js';
import { ListActs } from './list-acts.js';
import { ListTable } from './list-table.js';

const route = getRouteApi('/partnerschappen');

/** All partnerships, to look for one. */
export function ListScreen() {
  const { q = '', fase = '', pakket = '', laat = '' } = route.useSearch();
  const navigate = route.useNavigate();
  useTitle(t('list.title'));
  const { change, search } = useFilters(navigate);
  const packs = useQuery(rulePacksQuery).data?.items ?? [];
  const [chosen, choose] = useState(NOTHING);
  const selection = {
    ...(q !== '' && { q }),
    ...(fase !== '' && { phase: fase }),
    ...(pakket !== '' && { pack: pakket }),
    ...(laat === 'ja' && { overdue: true }),
  };
  const names = [...new Set(packs.map(({ name }) => name))].sort();
  return (
    <>
      <Heading level={1}>{t('list.title')}</Heading>
      <div className="sw-filters" role="search" aria-label={t('list.filters')} style={{ marginBlockStart: 16 }}>
        <SearchBox label={t('work.searchLabel')} value={q} onSearch={search} />
        <Choice
          label={t('work.phase')}
          value={fase}
          options={[['', t('work.phaseAll')], ...PHASES.map((phase) => [phase, phaseName(phase)] as const)]}
          onChoose={(chosen) => change({ fase: chosen })}
        />
        <Choice
          label={t('list.pack')}
          value={pakket}
          options={[['', t('list.packAll')], ...names.map((name) => [name, name] as const)]}
          onChoose={(chosen) => change({ pakket: chosen })}
        />
        <Choice
          label={t('work.when')}
          value={laat}
          options={[
            ['', t('app.allOf')],
            ['ja', t('list.overdueOnly')],
          ]}
          onChoose={(chosen) => change({ laat: chosen })}
        />
      </div>
      <SavedViews screen="partnerschappen" search={{ q, fase, pakket, laat }} />
      <ListActs chosen={chosen} choose={choose} selection={selection} />
      <Found
        query={{ limit: 50, ...selection }}
        chosen={chosen}
        choose={choose}
        clear={() => void navigate({ search: {} })}
      />
    </>
  );
}

function Found({
  query,
  clear,
  ...choosing
}: {
  readonly query: PartnershipsQuery;
  readonly chosen: Chosen;
  readonly choose: (chosen: Chosen) => void;
  readonly clear: () => void;
}) {
  const pages = usePages(['partnerships', 'pages', query], (cursor) =>
    ask(api.GET('/api/v1/partnerships', { params: { query: { ...query, ...cursor } } })),
  );
  const { rows, error, refetch } = pages;
  if (error && !rows) return <Failure error={error} again={refetch} />;
  if (!rows) return <Loading rows={8} />;
  if (rows.length === 0)
    return (
      <div className="sw-card">
        <Empty title={t('list.none')}>
          <p>{t('list.noneText')}</p>
          <Button purpose="secondary" onClick={clear}>
            {t('list.clear')}
          </Button>
        </Empty>
      </div>
    );
  return (
    <>
      <ListTable rows={rows} {...choosing} />
      <MorePages shown={rows.length} pages={pages} />
    </>
  );
}
