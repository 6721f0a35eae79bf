import { useMutation } from '@tanstack/react-query';
import { api, ask } from '../../api/client.js';
import { type Schemas } from '../../api/queries.js';
import { Failure } from '../../components/failure.js';
import { WithReason } from '../../components/with-reason.js';
import { t } from '../../i18n/translate.js';

/** Erasing an account for good: what that means, and why it is done. */
export function ErasePerson({
  person: { id, name },
  onDone,
  onCancel,
}: {
  readonly person: Schemas['Person'];
  readonly onDone: () => unknown;
  readonly onCancel: () => void;
}) {
  const erase = useMutation({
    mutationFn: (reason: string) =>
      ask(api.POST('/api/v1/people/{id}/erasures', { params: { path: { id } }, body: { reason } })),
    onSuccess: onDone,
  });
  return (
    <>
      {erase.error && <Failure error={erase.error} />}
      <WithReason
        title={t('people.eraseTitle', { name })}
        text={t('people.eraseText')}
        label={t('people.eraseReason')}
        sure={t('people.eraseSure')}
        isBusy={erase.isPending}
        onSure={(reason) => erase.mutate(reason)}
        onCancel={onCancel}
      />
    </>
  );
}
