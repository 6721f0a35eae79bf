import { type Schemas } from '../../api/queries.js';
import { Notice } from '../../components/notice.js';
import { ReasonCard } from '../../components/reason-card.js';
import { longDate } from '../../i18n/format.js';
import { t } from '../../i18n/translate.js';

/** What would come of an event, before it is recorded. */
export function RehearsalCard({ rehearsal }: { readonly rehearsal: Schemas['Rehearsal'] }) {
  const { states, done, warnings, timers } = rehearsal;
  return (
    <Notice tone="done" title={t('event.checked')}>
      <p>
        {t('event.becomes')} <strong>{states.join(', ')}</strong>
      </p>
      {done && <p>{t('event.ends')}</p>}
      <Dates title={t('event.newDates')} dates={timers.set} />
      <Dates title={t('event.gone')} dates={timers.cancel} />
      {warnings.length > 0 && (
        <>
          <strong>{t('event.warnings')}</strong>
          {warnings.map((warning) => (
            <ReasonCard key={warning.id} reason={warning} />
          ))}
        </>
      )}
    </Notice>
  );
}

function Dates({ title, dates }: { readonly title: string; readonly dates: readonly Schemas['Timer'][] }) {
  if (dates.length === 0) return null;
  return (
    <p>
      {title}: {dates.map(({ kind, dueOn }) => `${kind} ${longDate(dueOn)}`).join(' · ')}
    </p>
  );
}
