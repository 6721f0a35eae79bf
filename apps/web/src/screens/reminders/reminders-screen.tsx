import { Heading } from '@nl-design-system-candidate/heading-react';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { reminderCountQuery, sessionQuery, type RemindersFilter, type Session } from '../../api/queries.js';
import { useFilters } from '../../app/use-filters.js';
import { useTitle } from '../../app/use-title.js';
import { Choice } from '../../components/choice.js';
import { SearchBox } from '../../components/search-box.js';
import { t } from '../../i18n/translate.js';
import { type BulkAct } from './bulk-act.js';
import { BulkBar } from './bulk-bar.js';
import { BulkPanel } from './bulk-panel.js';
import { NOTHING, type Chosen } from './chosen.js';
import { Health } from './health.js';
import { PlacedTable } from './placed-table.js';
import { ReminderList } from './reminder-list.js';
import { SoughtTable } from './sought-table.js';
import { STATES } from './state-badge.js';

const route = getRouteApi('/herinneringen');

/** Every reminder, and how sending goes. */
export function RemindersScreen() {
  const { data: session } = useSuspenseQuery(sessionQuery);
  useTitle(t('rem.title'));
  return (
    <>
      <Heading level={1}>{t('rem.title')}</Heading>
      {session.actions.includes('queues.read') && <Health actions={session.actions} />}
      {session.actions.includes('reminders.read') && <All session={session} />}
    </>
  );
}

/** The list, for who may see what reminders say; who only keeps the queue going may not. */
function All({ session }: { readonly session: Session }) {
  const { q = '', stand = '', vorm = '' } = route.useSearch();
  const navigate = route.useNavigate();
  const { change, search } = useFilters(navigate);
  const state = STATES.find((one) => one === stand);
  const filter: RemindersFilter = { ...(q !== '' && { q }), ...(state && { state }) };
  const isList = vorm === 'lijst';
  return (
    <>
      <div className="sw-filters" role="search" aria-label={t('list.filters')}>
        <SearchBox label={t('rems.searchLabel')} value={q} onSearch={search} />
        <Choice
          label={t('rem.state')}
          value={stand}
          options={[['', t('rem.all')], ...STATES.map((one) => [one, t(`state.${one}`)] as const)]}
          onChoose={(chosen) => change({ stand: chosen })}
        />
        <Link
          to="/herinneringen"
          search={{ q, stand, vorm: isList ? '' : 'lijst' }}
          className="nl-link sw-no-print sw-form-of-list"
        >
          {t(isList ? 'rems.asTable' : 'rems.asList')}
        </Link>
      </div>
      {isList ? (
        <ReminderList filter={filter} />
      ) : (
        <Found key={`${stand} ${q}`} filter={filter} mayAct={session.actions.includes('reminders.act')} />
      )}
    </>
  );
}

/** What fits, and what is to be done with it; whoever narrows it otherwise chooses anew. */
function Found({ filter, mayAct }: { readonly filter: RemindersFilter; readonly mayAct: boolean }) {
  const [chosen, choose] = useState<Chosen>(NOTHING);
  const [act, start] = useState<BulkAct>();
  const fitting = useQuery({ ...reminderCountQuery(withoutText(filter)), enabled: filter.q === undefined });
  const count = filter.q === undefined ? fitting.data?.count : undefined;
  const choosing = mayAct ? { chosen, choose } : undefined;
  const close = (isDone: boolean) => {
    start(undefined);
    if (isDone) choose(NOTHING);
  };
  if (act) return <BulkPanel act={act} chosen={chosen} filter={filter} onClose={close} />;
  return (
    <>
      {mayAct && count !== 0 && <BulkBar chosen={chosen} fitting={count} choose={choose} start={start} />}
      <p className="sw-print-only">{t('rems.printPart')}</p>
      {filter.q === undefined ? (
        <PlacedTable filter={withoutText(filter)} choosing={choosing} />
      ) : (
        <SoughtTable filter={filter} choosing={choosing} />
      )}
    </>
  );
}

function withoutText({ q: _q, ...filter }: RemindersFilter): Omit<RemindersFilter, 'q'> {
  return filter;
}
