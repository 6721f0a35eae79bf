import { type Schemas } from '../../../api/queries.js';
import { longDate } from '../../../i18n/format.js';
import { t } from '../../../i18n/translate.js';

type Step = Schemas['FigureStep'];

/** How a figure came about, each step with its parameters and its source. */
export function Steps({ steps }: { readonly steps: readonly Step[] }) {
  if (steps.length === 0) return null;
  return (
    <details>
      <summary>{t('duty.how')}</summary>
      <Tree steps={steps} />
    </details>
  );
}

function Tree({ steps }: { readonly steps: readonly Step[] }) {
  return (
    <ol className="sw-steps">
      {steps.map(({ text, parameters, parts, source, assumption }, index) => (
        <li key={`${index} ${text}`}>
          {text}
          {parameters.map(({ name, title, value, unit, validFrom, source: of }) => (
            <p key={name} className="sw-soft sw-small">
              {title}: {String(value)} {unit}, {t('p.validFrom', { date: longDate(validFrom) })} · {of.title}
              {of.page !== undefined && `, ${of.page}`}
            </p>
          ))}
          {source && (
            <p className="sw-soft sw-small">
              {t('app.source')}: {source.title}
              {source.page !== undefined && `, ${source.page}`}
            </p>
          )}
          {assumption !== undefined && (
            <p className="sw-small">
              {t('duty.assumption')} {assumption}
            </p>
          )}
          {parts.length > 0 && <Tree steps={parts} />}
        </li>
      ))}
    </ol>
  );
}
