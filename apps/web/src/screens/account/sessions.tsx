import { Button } from '@nl-design-system-candidate/button-react';
import { Heading } from '@nl-design-system-candidate/heading-react';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ask } from '../../api/client.js';
import { Badge } from '../../components/badge.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { Notice } from '../../components/notice.js';
import { dateOf, longDate, moment } from '../../i18n/format.js';
import { t } from '../../i18n/translate.js';

const sessionsQuery = queryOptions({ queryKey: ['sessions'], queryFn: () => ask(api.GET('/api/v1/sessions')) });

/** Where one is signed in; any but this one can be ended from here. */
export function Sessions() {
  const { data, error, refetch } = useQuery(sessionsQuery);
  const client = useQueryClient();
  const end = useMutation({
    mutationFn: async (ids: readonly string[]) => {
      for (const id of ids) await ask(api.DELETE('/api/v1/sessions/{id}', { params: { path: { id } } }));
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['sessions'] }),
  });
  const others = data?.items.filter(({ current }) => !current) ?? [];
  return (
    <div className="sw-close">
      <Heading level={2}>{t('account.sessions')}</Heading>
      {end.error && <Failure error={end.error} />}
      {end.isSuccess && <Notice tone="done" title={t('account.ended')} />}
      {error && !data && <Failure error={error} again={refetch} />}
      {!data && !error && <Loading rows={3} />}
      {data && (
        <div className="sw-card sw-table-frame" role="region" aria-label={t('account.sessions')} tabIndex={0}>
          <table className="utrecht-table sw-stacked">
            <thead>
              <tr>
                <th scope="col">{t('account.device')}</th>
                <th scope="col">{t('account.seen')}</th>
                <th scope="col">{t('account.ends')}</th>
                <th scope="col">
                  <span className="sw-hidden">{t('account.act')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {data.items.map(({ id, device, createdAt, lastSeenAt, endsAt, current }) => (
                <tr key={id}>
                  <th scope="row" title={device}>
                    {deviceName(device)}
                  </th>
                  <td data-label={t('account.seen')}>{moment(lastSeenAt)}</td>
                  <td data-label={t('account.ends')}>{longDate(dateOf(endsAt))}</td>
                  <td className="sw-end">
                    {current ? (
                      <Badge tone="action">{t('account.here')}</Badge>
                    ) : (
                      <Button
                        purpose="subtle"
                        aria-label={t('account.endOf', { date: moment(createdAt) })}
                        onClick={() => end.mutate([id])}
                      >
                        {t('account.end')}
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {others.length > 1 && (
        <p>
          <Button purpose="secondary" disabled={end.isPending} onClick={() => end.mutate(others.map(({ id }) => id))}>
            {t('account.endOthers')}
          </Button>
        </p>
      )}
    </div>
  );
}

const BROWSERS = ['Edg', 'OPR', 'Firefox', 'Chrome', 'Safari'] as const;
const NAMES: Readonly<Record<string, string>> = { Edg: 'Edge', OPR: 'Opera' };
const SYSTEMS = ['Windows', 'Android', 'iPhone', 'iPad', 'Mac', 'Linux'] as const;

/** `Firefox op Windows`; what a device says of itself when that is not a browser. @param device its user agent */
function deviceName(device: string): string {
  const browser = BROWSERS.find((one) => device.includes(one));
  const system = SYSTEMS.find((one) => device.includes(one));
  if (browser === undefined || system === undefined) return device;
  return t('account.on', { browser: NAMES[browser] ?? browser, system });
}
