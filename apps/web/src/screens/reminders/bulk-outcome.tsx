import { Button } from '@nl-design-system-candidate/button-react';
import { Link } from '@tanstack/react-router';
import { type Schemas } from '../../api/queries.js';
import { Notice } from '../../components/notice.js';
import { count, moment } from '../../i18n/format.js';
import { t } from '../../i18n/translate.js';
import { BULK_ACTS, type BulkAct } from './bulk-act.js';
import { type Chosen } from './chosen.js';

type Outcome = Schemas['ReminderActs'];

/** Most of those that it was done with that are named. */
const MOST_NAMED = 200;

/** What became of each. */
export function BulkOutcome({
  act,
  chosen,
  done,
  onClose,
}: {
  readonly act: BulkAct;
  readonly chosen: Chosen;
  readonly done: Outcome;
  readonly onClose: () => void;
}) {
  const refused = new Set(done.refused.map(({ id }) => id));
  const lines = chosen === 'all' ? [] : [...chosen.values()].filter(({ id }) => !refused.has(id));
  return (
    <>
      <Notice
        tone={done.refusedCount === 0 ? 'done' : 'blocked'}
        title={t(BULK_ACTS[act].did, { n: count(done.done) })}
        alert
      >
        {done.refusedCount > 0 && <p>{t('rems.refused', { n: count(done.refusedCount) })}</p>}
        <Refused chosen={chosen} outcome={done} />
      </Notice>
      {lines.length > 0 && done.refusedCount === done.refused.length && (
        <ul className="sw-list">
          {lines.slice(0, MOST_NAMED).map(({ id, subject, dueAt }) => (
            <li key={id}>
              <Link to="/herinneringen/$id" params={{ id }} className="nl-link">
                {subject}
              </Link>
              <span className="sw-soft sw-small">
                {' '}
                {moment(dueAt)}: {t('rems.done')}
              </span>
            </li>
          ))}
        </ul>
      )}
      <p>
        <Button purpose="primary" onClick={onClose}>
          {t('rems.back')}
        </Button>
      </p>
    </>
  );
}

/** Those with which it cannot be done, each with why. */
export function Refused({ chosen, outcome }: { readonly chosen: Chosen; readonly outcome: Outcome }) {
  const { refused, refusedCount } = outcome;
  if (refusedCount === 0) return null;
  return (
    <ul className="sw-refused">
      {refused.map(({ id, reason }) => (
        <li key={id}>
          <Link to="/herinneringen/$id" params={{ id }} className="nl-link">
            {(chosen === 'all' ? undefined : chosen.get(id)?.subject) ?? t('rems.one')}
          </Link>
          {': '}
          {reason.replace(` ${id}`, '')}
        </li>
      ))}
      {refusedCount > refused.length && <li>{t('rems.refusedMore', { n: count(refusedCount - refused.length) })}</li>}
    </ul>
  );
}
