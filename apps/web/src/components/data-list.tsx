import { Fragment } from 'react';
import { longDate } from '../i18n/format.js';
import { t } from '../i18n/translate.js';

/** What was recorded with an event, however deep. */
export function DataList({ data }: { readonly data: Readonly<Record<string, unknown>> }) {
  return (
    <dl className="sw-data">
      {Object.entries(data).map(([name, value]) => (
        <Fragment key={name}>
          <dt>{name}</dt>
          <dd>
            <Value value={value} />
          </dd>
        </Fragment>
      ))}
    </dl>
  );
}

function Value({ value }: { readonly value: unknown }) {
  if (Array.isArray(value))
    return (
      <ol>
        {value.map((one, index) => (
          <li key={index}>
            <Value value={one} />
          </li>
        ))}
      </ol>
    );
  if (typeof value === 'object' && value !== null) return <DataList data={value as Record<string, unknown>} />;
  if (typeof value === 'boolean') return t(value ? 'app.yes' : 'app.no');
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return longDate(value);
  return String(value ?? '');
}
