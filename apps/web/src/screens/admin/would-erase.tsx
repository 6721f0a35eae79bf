import { type Schemas } from '../../api/queries.js';
import { Notice } from '../../components/notice.js';
import { longDate } from '../../i18n/format.js';
import { t } from '../../i18n/translate.js';

/** Whom a term would erase today. */
export function WouldErase({ found }: { readonly found: Schemas['RetentionRun'] }) {
  const { months, people, files } = found;
  if (people.length === 0 && files === 0) return <Notice title={t('keep.wouldNone', { months })} />;
  return (
    <>
      <Notice tone="blocked" title={t('keep.would', { months, n: people.length })}>
        {files > 0 && <p>{t('keep.files', { n: files })}</p>}
      </Notice>
      {people.length > 0 && (
        <div className="sw-table-frame" role="region" aria-label={t('keep.name')} tabIndex={0}>
          <table className="utrecht-table">
            <thead>
              <tr>
                <th scope="col">{t('keep.name')}</th>
                <th scope="col">{t('keep.ended')}</th>
                <th scope="col">{t('keep.partnerships')}</th>
              </tr>
            </thead>
            <tbody>
              {people.map(({ id, name, endedOn, partnerships }) => (
                <tr key={id}>
                  <th scope="row">{name}</th>
                  <td>{longDate(endedOn)}</td>
                  <td>{partnerships}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
