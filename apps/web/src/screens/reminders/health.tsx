import { Button } from '@nl-design-system-candidate/button-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, ask } from '../../api/client.js';
import { reminderHealthQuery, type Schemas, type Session } from '../../api/queries.js';
import { Failure } from '../../components/failure.js';
import { Notice } from '../../components/notice.js';
import { count, moment } from '../../i18n/format.js';
import { language } from '../../i18n/language.js';
import { t } from '../../i18n/translate.js';

type Standing = Schemas['ReminderHealth'];
type Dispatcher = NonNullable<Standing['dispatcher']>;

/** How sending goes: what is late, the queue, the last check and what it did. */
export function Health({ actions }: Pick<Session, 'actions'>) {
  const { data, error } = useQuery(reminderHealthQuery);
  const client = useQueryClient();
  const check = useMutation({
    mutationFn: () => ask(api.POST('/api/v1/reminders/reconciliations')),
    onSuccess: () => client.invalidateQueries({ queryKey: ['reminders'] }),
  });
  if (!data) return error ? <Failure error={error} /> : <div className="sw-health" />;
  const { late, counts, dispatcher, board } = data;
  const isWell = counts.dead === 0 && late.count === 0 && dispatcher?.trouble === undefined;
  return (
    <div className="sw-health">
      <Notice tone={isWell ? 'done' : 'blocked'} title={t('rem.health')}>
        <Summary data={data} mayRead={actions.includes('reminders.read')} />
        {dispatcher ? <Facts dispatcher={dispatcher} /> : <p className="sw-small">{t('health.none')}</p>}
        {check.error && <Failure error={check.error} />}
        <p className="sw-actions sw-no-print">
          {dispatcher && actions.includes('queues.reconcile') && (
            <Button purpose="secondary" disabled={check.isPending} onClick={() => check.mutate()}>
              {t('health.check')}
            </Button>
          )}
          {board !== null && actions.includes('installation.manage') && (
            <a href={board} className="nl-link">
              {t('health.board')}
            </a>
          )}
        </p>
      </Notice>
    </div>
  );
}

function Summary({
  data: { late, counts, dispatcher },
  mayRead,
}: {
  readonly data: Standing;
  readonly mayRead: boolean;
}) {
  const dead = t('rem.dead', { n: counts.dead });
  return (
    <>
      <p>
        {late.count > 0 ? t('rem.late', { n: late.count }) : t('rem.fine')}
        {counts.dead > 0 && (
          <>
            {' '}
            {mayRead ? (
              <Link to="/herinneringen" search={{ stand: 'dead' }} className="nl-link">
                {dead}
              </Link>
            ) : (
              `${dead}.`
            )}
          </>
        )}
      </p>
      {dispatcher?.trouble && <p>{dispatcher.trouble[language()]}</p>}
      {typeof dispatcher?.lastFailure === 'string' && <p>{t('health.failure', { why: dispatcher.lastFailure })}</p>}
    </>
  );
}

function Facts({ dispatcher }: { readonly dispatcher: Dispatcher }) {
  const { queue, depth, scans, lastScanAt, lastReconciliation: last, delivered, failed } = dispatcher;
  const facts: readonly (readonly [string, string])[] = [
    [t('health.queue'), t(queue === 'redis' ? 'health.redis' : 'health.in-process')],
    [t('health.depth'), depth ? t('health.depthOf', written(depth)) : t('health.unknown')],
    [t('health.lastScan'), scans && lastScanAt !== null ? moment(lastScanAt) : t('health.elsewhere')],
    ...(last ? [[t('health.reconciled'), t('health.reconciledOf', written(last))] as const] : []),
    [t('health.since'), t('health.sinceOf', written({ delivered, failed }))],
  ];
  return (
    <dl className="sw-facts sw-small">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function written(numbers: Readonly<Record<string, number>>): Record<string, string> {
  return Object.fromEntries(Object.entries(numbers).map(([name, number]) => [name, count(number)]));
}
