import { Button } from '@nl-design-system-candidate/button-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { api, ask } from '../../api/client.js';
import { Failure } from '../../components/failure.js';
import { Notice } from '../../components/notice.js';
import { t } from '../../i18n/translate.js';

const ACTS = {
  retry: { path: '/api/v1/reminders/{id}/retries', title: 'rem.retry', done: 'rem.retried' },
  skip: { path: '/api/v1/reminders/{id}/cancellations', title: 'rem.skip', done: 'rem.skipped' },
} as const;
type Act = keyof typeof ACTS;

/** What an administrator can do about a reminder; the reason goes on record. */
export function ReminderActs({ id, possible }: { readonly id: string; readonly possible: readonly string[] }) {
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const field = useId();
  const client = useQueryClient();
  const doing = useMutation({
    mutationFn: (act: Act) => ask(api.POST(ACTS[act].path, { params: { path: { id } }, body: { reason } })),
    onSuccess: async () => {
      setReason('');
      await client.invalidateQueries();
    },
  });
  const acts = (Object.keys(ACTS) as Act[]).filter((act) => possible.includes(act));
  if (acts.length === 0) return null;
  const start = (act: Act) => {
    setMissing(reason.trim() === '');
    if (reason.trim() !== '') doing.mutate(act);
  };
  return (
    <div className="sw-form">
      {doing.error && <Failure error={doing.error} />}
      {doing.isSuccess && <Notice tone="done" title={t(ACTS[doing.variables].done)} />}
      <div className="sw-field" data-invalid={missing}>
        <label htmlFor={field} className="utrecht-form-label">
          {t('rem.reason')}
        </label>
        <span className={missing ? 'sw-late sw-small' : 'sw-soft sw-small'} id={`${field}-uitleg`}>
          {t(missing ? 'form.required' : 'rem.reasonHint')}
        </span>
        <input
          id={field}
          className="utrecht-textbox utrecht-textbox--html-input"
          value={reason}
          aria-describedby={`${field}-uitleg`}
          aria-invalid={missing || undefined}
          onChange={({ target }) => setReason(target.value)}
        />
      </div>
      <div className="sw-actions">
        {acts.map((act) => (
          <Button key={act} purpose="secondary" disabled={doing.isPending} onClick={() => start(act)}>
            {t(ACTS[act].title)}
          </Button>
        ))}
      </div>
    </div>
  );
}
