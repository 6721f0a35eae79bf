import './agenda.css';
import { Button } from '@nl-design-system-candidate/button-react';
import { Heading } from '@nl-design-system-candidate/heading-react';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { sessionQuery } from '../../api/queries.js';
import { useTitle } from '../../app/use-title.js';
import { Choice } from '../../components/choice.js';
import { Empty } from '../../components/empty.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { Notice } from '../../components/notice.js';
import { longDate, today } from '../../i18n/format.js';
import { t } from '../../i18n/translate.js';
import { DayList } from './day-list.js';
import { entriesQuery, MOST } from './entries.js';
import { Feeds } from './feeds.js';
import { MonthTable } from './month-table.js';
import { monthAway } from './month.js';

const route = getRouteApi('/agenda');

/** What is on, by month and as a list; and the addresses by which other agendas read along. */
export function AgendaScreen() {
  const { maand = '', van = '', met = '' } = route.useSearch();
  const navigate = route.useNavigate();
  const { data: session } = useSuspenseQuery(sessionQuery);
  useTitle(t('cal.title'));
  const now = today().slice(0, 7);
  const month = /^\d{4}-(0[1-9]|1[0-2])$/.test(maand) ? maand : now;
  const name = longDate(`${month}-01`).replace(/^1 /, '');
  const isMine = van === 'mij';
  const change = (changes: Record<string, string>) =>
    void navigate({ search: (before) => ({ ...before, ...changes }), replace: true });
  const maySeeReminders = session.actions.includes('reminders.read') && !isMine;
  const { data, error, refetch } = useQuery(
    entriesQuery({
      month,
      withReminders: maySeeReminders && met === 'herinneringen',
      ...(isMine && { coordinator: session.person.name }),
    }),
  );
  return (
    <div className="sw-stack">
      <Heading level={1}>{t('cal.title')}</Heading>
      <div className="sw-filters" role="search" aria-label={t('list.filters')} style={{ margin: 0 }}>
        <Choice
          label={t('work.mine')}
          value={van}
          options={[
            ['', t('work.everybody')],
            ['mij', t('work.ofMe')],
          ]}
          onChoose={(chosen) => change({ van: chosen })}
        />
        {maySeeReminders && (
          <Choice
            label={t('cal.show')}
            value={met}
            options={[
              ['', t('cal.moments')],
              ['herinneringen', t('cal.withReminders')],
            ]}
            onChoose={(chosen) => change({ met: chosen })}
          />
        )}
      </div>
      <div className="sw-actions sw-month-bar">
        <Heading level={2}>{name}</Heading>
        <Button purpose="secondary" onClick={() => change({ maand: monthAway(month, -1) })}>
          {t('cal.previous')}
        </Button>
        {month !== now && (
          <Button purpose="subtle" onClick={() => change({ maand: '' })}>
            {t('cal.now')}
          </Button>
        )}
        <Button purpose="secondary" onClick={() => change({ maand: monthAway(month, 1) })}>
          {t('cal.next')}
        </Button>
      </div>
      {error && !data && <Failure error={error} again={refetch} />}
      {!data && !error && <Loading rows={10} />}
      {data?.isCut === true && <Notice tone="blocked" title={t('cal.tooMany', { n: MOST })} />}
      {data &&
        (data.items.length === 0 ? (
          <div className="sw-card">
            <Empty title={t('cal.none', { month: name })}>
              <p>{t('cal.noneText')}</p>
            </Empty>
          </div>
        ) : (
          <>
            <MonthTable month={month} entries={data.items} name={name} />
            <DayList entries={data.items} />
          </>
        ))}
      {session.actions.includes('calendar.manage') && <Feeds />}
    </div>
  );
}
