import { IconAlertTriangle, IconX } from '@tabler/icons-react';
import { type Reason } from '../api/errors.js';
import { longDate } from '../i18n/format.js';
import { t } from '../i18n/translate.js';

/** Why an event may not happen: what is, what is needed, since when that holds, and where it stands. */
export function ReasonCard({ reason }: { readonly reason: Reason }) {
  const { id, kind, severity, title, message, remedy, now, needed, parameters, source } = reason;
  const [parameter] = parameters;
  return (
    <div className="sw-reason">
      <p className="sw-reason-title">
        {severity === 'block' ? <IconX size={18} aria-hidden /> : <IconAlertTriangle size={18} aria-hidden />}
        <span>{title || message}</span>
        {kind === 'rule' && <span className="sw-soft sw-small">{id}</span>}
      </p>
      {title !== '' && title !== message && <p className="sw-small">{message}</p>}
      <dl className="sw-strip">
        {now && (
          <div>
            <dt>{t('p.valueNow')}</dt>
            <dd data-tone="late">{written(now.value)}</dd>
          </div>
        )}
        {needed && (
          <div>
            <dt>{t('p.valueNeeded')}</dt>
            <dd>{written(needed.value)}</dd>
          </div>
        )}
        {parameter && (
          <div>
            <dt>{parameter.title}</dt>
            <dd>
              {written(parameter.value)} {parameter.unit}
              <span>{t('p.validFrom', { date: longDate(parameter.validFrom) })}</span>
            </dd>
          </div>
        )}
        <div>
          <dt>{t('app.source')}</dt>
          <dd>
            {source.title}
            {source.page !== undefined && <span>{source.page}</span>}
          </dd>
        </div>
      </dl>
      <p className="sw-small">{remedy}</p>
    </div>
  );
}

/** A value of the dossier as people write it. */
function written(value: unknown): string {
  if (value === undefined || value === null) return t('p.notRecorded');
  if (typeof value === 'boolean') return t(value ? 'app.yes' : 'app.no');
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return longDate(value);
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
