import { Heading } from '@nl-design-system-candidate/heading-react';
import { useQueries, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type ReactNode } from 'react';
import { sessionQuery, workCountsQuery, workQuery, type WorkQuery } from '../../api/queries.js';
import { useFilters } from '../../app/use-filters.js';
import { useTitle } from '../../app/use-title.js';
import { Choice } from '../../components/choice.js';
import { Loading } from '../../components/loading.js';
import { PHASES, phaseName } from '../../components/phase-name.js';
import { SavedViews } from '../../components/saved-views.js';
import { SearchBox } from '../../components/search-box.js';
import { count, fullDate, longDate, plusDays, today } from '../../i18n/format.js';
import { t } from '../../i18n/translate.js';
import { RecentChanges } from './recent-changes.js';
import { WorkBoard } from './work-board.js';
import { WorkSection } from './work-section.js';

const route = getRouteApi('/');

/** Kind of moment that says that nothing happened for too long. */
const STANDSTILL = 'stilstand';

/** Where a coordinator begins the day: what is late, what is due, what stands still. */
export function WorkScreen() {
  const { q = '', fase = '', van = '', beeld = '' } = route.useSearch();
  const navigate = route.useNavigate();
  const { data: session } = useSuspenseQuery(sessionQuery);
  useTitle(t('work.title'));
  const { change, search } = useFilters(navigate);
  const day = today();
  const filter: WorkQuery = {
    limit: 25,
    ...(q !== '' && { q }),
    ...(fase !== '' && { phase: fase }),
    ...(van === 'mij' && { coordinator: session.person.name }),
  };
  return (
    <>
      <div className="sw-head">
        <div>
          <Heading level={1}>{t('work.title')}</Heading>
          <p className="sw-soft">{fullDate(day)}</p>
        </div>
        {session.actions.includes('partnerships.handOver') && (
          <Link to="/overdragen" className="nl-link">
            {t('over.title')}
          </Link>
        )}
      </div>
      <div className="sw-filters" role="search" aria-label={t('list.filters')}>
        <SearchBox label={t('work.searchLabel')} value={q} onSearch={search} />
        <Choice
          label={t('work.phase')}
          value={fase}
          options={[['', t('work.phaseAll')], ...PHASES.map((phase) => [phase, phaseName(phase)] as const)]}
          onChoose={(chosen) => change({ fase: chosen })}
        />
        <Choice
          label={t('work.mine')}
          value={van}
          options={[
            ['', t('work.everybody')],
            ['mij', t('work.ofMe')],
          ]}
          onChoose={(chosen) => change({ van: chosen })}
        />
      </div>
      <SavedViews screen="werkvoorraad" search={{ q, fase, van, beeld }} />
      <nav className="sw-tabs" aria-label={t('board.view')}>
        {(['', 'bord'] as const).map((one) => (
          <Link
            key={one}
            to="/"
            search={(before) => ({ ...before, beeld: one })}
            aria-current={beeld === one || undefined}
          >
            {t(one === '' ? 'board.list' : 'board.title')}
          </Link>
        ))}
      </nav>
      {beeld === 'bord' ? (
        <WorkBoard filter={filter} />
      ) : (
        <Sections
          filter={filter}
          day={day}
          aside={<RecentChanges person={session.person} coordinator={filter.coordinator} />}
        />
      )}
    </>
  );
}

/** What is late, what is due and what stands still, one under the other. */
function Sections({
  filter,
  day,
  aside,
}: {
  readonly filter: WorkQuery;
  readonly day: string;
  readonly aside: ReactNode;
}) {
  const overdue = { ...filter, except: STANDSTILL, until: plusDays(day, -1) };
  const dueToday = { ...filter, from: day, until: day };
  const week = { ...filter, from: plusDays(day, 1), until: plusDays(day, 7) };
  const stuck = { ...filter, kind: STANDSTILL, until: plusDays(day, -1) };
  const later = { ...filter, from: plusDays(day, 8) };
  const parts = useQueries({ queries: [overdue, dueToday, week, stuck, later].map((part) => workQuery(part)) });
  // Shown together: a part that came before the one above it would be pushed down.
  const isHere = parts.every(({ data, error }) => data ?? error);
  return (
    <div className="sw-columns">
      {isHere ? (
        <div className="sw-stack">
          <WorkSection title={t('work.overdue')} hint={t('work.overdueHint')} query={overdue} tone="late" />
          <WorkSection title={t('work.today')} hint={longDate(day)} query={dueToday} />
          <WorkSection
            title={t('work.week')}
            hint={t('work.weekHint', { date: longDate(plusDays(day, 7)) })}
            query={week}
          />
          <WorkSection title={t('work.stuck')} hint={t('work.stuckHint')} query={stuck} tone="blocked" />
          <WorkSection title={t('work.later')} query={later} />
        </div>
      ) : (
        <Loading rows={12} />
      )}
      <div className="sw-stack">
        <Phases />
        {aside}
      </div>
    </div>
  );
}

/** How many partnerships there are in each phase. */
function Phases() {
  const { data } = useQuery(workCountsQuery);
  const most = Math.max(1, ...(data?.phases ?? []).map((one) => one.count));
  return (
    <section className="sw-card" aria-labelledby="fasen">
      <Heading level={2} id="fasen">
        {t('work.perPhase')}
      </Heading>
      <div className="sw-card-body sw-bars">
        {PHASES.flatMap((phase) => {
          const found = data?.phases.find((one) => one.phase === phase);
          if (!found) return [];
          return [
            <span key={phase}>{phaseName(phase)}</span>,
            <span key={`${phase} bar`} style={{ inlineSize: `${(100 * found.count) / most}%` }} aria-hidden="true" />,
            <span key={`${phase} count`}>{count(found.count)}</span>,
          ];
        })}
      </div>
    </section>
  );
}
