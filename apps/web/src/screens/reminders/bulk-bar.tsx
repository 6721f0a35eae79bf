import { Button } from '@nl-design-system-candidate/button-react';
import { count } from '../../i18n/format.js';
import { t } from '../../i18n/translate.js';
import { BULK_ACTS, type BulkAct } from './bulk-act.js';
import { NOTHING, type Chosen } from './chosen.js';

/** Most reminders that one act is done on. */
const MOST = 10_000;

/** What is chosen, the way to choose everything that fits, and what can be done; it stays in sight once something is chosen. */
export function BulkBar({
  chosen,
  fitting,
  choose,
  start,
}: {
  readonly chosen: Chosen;
  /** How many fit the filter; undefined when nobody knows. */
  readonly fitting: number | undefined;
  readonly choose: (chosen: Chosen) => void;
  readonly start: (act: BulkAct) => void;
}) {
  const isTooMany = fitting !== undefined && fitting > MOST;
  const some = chosen === 'all' ? 1 : chosen.size;
  return (
    <div className="sw-bulk sw-no-print" data-some={some > 0} role="group" aria-label={t('rems.acts')}>
      <span role="status">{chosen === 'all' ? t('rems.allChosen') : t('rems.chosen', { n: count(chosen.size) })}</span>
      {chosen !== 'all' &&
        (isTooMany ? (
          some > 0 && <span className="sw-soft sw-small">{t('rems.tooMany', { n: count(MOST) })}</span>
        ) : (
          <Button purpose="subtle" onClick={() => choose('all')}>
            {fitting === undefined ? t('rems.chooseAll') : t('rems.chooseAllN', { n: count(fitting) })}
          </Button>
        ))}
      {some > 0 && (
        <>
          <Button purpose="subtle" onClick={() => choose(NOTHING)}>
            {t('rems.none')}
          </Button>
          <span className="sw-actions">
            {(Object.keys(BULK_ACTS) as BulkAct[]).map((act) => (
              <Button key={act} purpose="secondary" onClick={() => start(act)}>
                {t(BULK_ACTS[act].title)}
              </Button>
            ))}
          </span>
        </>
      )}
    </div>
  );
}
