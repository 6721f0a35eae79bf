import { IconArrowRight, IconCircleCheck, IconLock } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type Reason } from '../../api/errors.js';
import { sessionQuery, type Option } from '../../api/queries.js';
import { Badge } from '../../components/badge.js';
import { ReasonCard } from '../../components/reason-card.js';
import { t } from '../../i18n/translate.js';
import { JudgedLater } from './judged-later.js';

/** An event: to be recorded, or why it cannot be yet. */
export function OptionRow({ id, option }: { readonly id: string; readonly option: Option }) {
  const { data: session } = useSuspenseQuery(sessionQuery);
  const { event, title, status, reasons, met, judgedWithData } = option;
  const blocking = reasons.filter(({ severity }) => severity === 'block');
  const warning = reasons.filter(({ severity }) => severity === 'warn');
  const isBlocked = status === 'blocked';
  const mayRecord = session.actions.some((action) => action === 'partnerships.record');
  return (
    <div className="sw-option">
      <span className="sw-dot" data-tone={isBlocked ? 'blocked' : 'action'} aria-hidden="true">
        {isBlocked ? <IconLock size={18} /> : <IconArrowRight size={18} />}
      </span>
      <div>
        <strong>{title}</strong>
        {isBlocked ? (
          <p className="sw-small">
            <Badge tone="blocked">{t('p.blocked')}</Badge> {t('p.blockedCount', { n: blocking.length })}
          </p>
        ) : (
          judgedWithData.length > 0 && <JudgedLater id={id} event={title} rules={judgedWithData} />
        )}
      </div>
      <div className="sw-do">
        {!isBlocked && mayRecord && (
          <Link
            to="/partnerschappen/$id/vastleggen/$event"
            params={{ id, event }}
            className="nl-button nl-button--secondary"
            aria-label={`${t('p.record')}: ${title}`}
          >
            {t('p.record')}
          </Link>
        )}
      </div>
      {(isBlocked || warning.length > 0) && (
        <div className="sw-wide">
          <Why reasons={isBlocked ? blocking : warning} title={title} />
          {isBlocked && met.length > 0 && (
            <p className="sw-ok sw-small">
              <IconCircleCheck size={18} aria-hidden /> {t('p.met', { n: met.length })}
            </p>
          )}
        </div>
      )}
    </div>
  );
}

function Why({ reasons, title }: { readonly reasons: readonly Reason[]; readonly title: string }) {
  return (
    <details>
      <summary>
        {t('p.why')}
        <span className="sw-hidden"> {title}</span>
      </summary>
      {reasons.map((reason) => (
        <ReasonCard key={`${reason.kind} ${reason.id}`} reason={reason} />
      ))}
    </details>
  );
}
