import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask } from '../../api/client.js';
import { type Schemas } from '../../api/queries.js';
import { Confirm } from '../../components/confirm.js';
import { Failure } from '../../components/failure.js';
import { t } from '../../i18n/translate.js';

/** Erasing somebody for good: what that means, and why it is done. */
export function EraseSubject({
  subject: { id, name },
  onDone,
  onCancel,
}: {
  readonly subject: Schemas['DataSubjects']['items'][number];
  readonly onDone: (erasure: Schemas['Erasure']) => unknown;
  readonly onCancel: () => void;
}) {
  const [reason, setReason] = useState('');
  const erase = useMutation({
    mutationFn: () =>
      ask(api.POST('/api/v1/data-subjects/{id}/erasures', { params: { path: { id } }, body: { reason } })),
    onSuccess: onDone,
  });
  return (
    <>
      {erase.error && <Failure error={erase.error} />}
      <Confirm
        title={t('subject.eraseTitle', { name })}
        text={t('subject.eraseText')}
        sure={t('subject.sure')}
        isBusy={erase.isPending || reason.trim() === ''}
        onSure={() => erase.mutate()}
        onCancel={onCancel}
      >
        <label className="sw-field">
          <span className="utrecht-form-label">{t('subject.reason')}</span>
          <span className="sw-small">{t('subject.reasonHint')}</span>
          <input
            className="utrecht-textbox utrecht-textbox--html-input"
            autoComplete="off"
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        </label>
      </Confirm>
    </>
  );
}
