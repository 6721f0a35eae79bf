import { IconShieldCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { api, ask } from '../../api/client.js';
import { auditVerificationQuery } from '../../api/queries.js';
import { usePages } from '../../api/use-pages.js';
import { Empty } from '../../components/empty.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { MorePages } from '../../components/more-pages.js';
import { Notice } from '../../components/notice.js';
import { count, moment } from '../../i18n/format.js';
import { t, type TextKey } from '../../i18n/translate.js';

/** Who did what to the administration, and that nothing of it was changed afterwards. */
export function LogTab() {
  const pages = usePages(['audit', 'pages'], (cursor) =>
    ask(api.GET('/api/v1/audit-log', { params: { query: { limit: 50, ...cursor } } })),
  );
  const { rows, error, refetch } = pages;
  if (error && !rows) return <Failure error={error} again={refetch} />;
  if (!rows) return <Loading rows={8} />;
  return (
    <div className="sw-stack">
      <Verified />
      {rows.length === 0 ? (
        <div className="sw-card">
          <Empty title={t('log.none')} />
        </div>
      ) : (
        <div className="sw-card sw-table-frame" role="region" aria-label={t('log.title')} tabIndex={0}>
          <table className="utrecht-table">
            <thead>
              <tr>
                <th scope="col">{t('log.what')}</th>
                <th scope="col">{t('log.when')}</th>
                <th scope="col">{t('log.who')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ sequence, title, subject, reason, at, actor, actorName }) => (
                <tr key={sequence}>
                  <th scope="row">
                    {title}
                    <span className="sw-soft">
                      {subject.kind} {subject.name ?? subject.id}
                      {reason !== null && ` · ${reason}`}
                    </span>
                  </th>
                  <td>{moment(at)}</td>
                  <td>{actorName ?? nameOf(actor)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <MorePages shown={rows.length} pages={pages} />
    </div>
  );
}

function Verified() {
  const { data } = useQuery(auditVerificationQuery);
  if (!data) return null;
  if (!data.intact) return <Notice tone="late" title={t('log.broken')} alert />;
  return (
    <p className="sw-ok">
      <IconShieldCheck size={20} aria-hidden /> {t('log.intact', { n: count(data.entries) })}
    </p>
  );
}

/** What acts without a person: the program itself, and whoever is at the machine. */
const NOBODYS: Readonly<Record<string, TextKey>> = { programma: 'log.program', lokaal: 'log.local' };

function nameOf(actor: string): string {
  const name = NOBODYS[actor];
  return name ? t(name) : actor;
}
