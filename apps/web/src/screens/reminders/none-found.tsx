import { Empty } from '../../components/empty.js';
import { t } from '../../i18n/translate.js';

/** Nothing fits: what to do. */
export function NoneFound() {
  return (
    <div className="sw-card">
      <Empty title={t('rem.none')}>
        <p>{t('rem.noneText')}</p>
      </Empty>
    </div>
  );
}
