import { Button } from '@nl-design-system-candidate/button-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask } from '../../../api/client.js';
import { evidenceQuery, type Schemas } from '../../../api/queries.js';
import { Failure } from '../../../components/failure.js';
import { WithReason } from '../../../components/with-reason.js';
import { longDate } from '../../../i18n/format.js';
import { t } from '../../../i18n/translate.js';
import { AddFile } from './add-file.js';
import { ProofFile } from './proof-file.js';

/** One attestation: what, who saw it and when, and the files with it. */
export function Attested({
  id,
  one,
  mayAttest,
  mayRead,
}: {
  readonly id: string;
  readonly one: Schemas['Evidence'];
  readonly mayAttest: boolean;
  readonly mayRead: boolean;
}) {
  const { id: evidence, title, eventTitle, note, seenBy, seenOn, withdrawnBecause, files } = one;
  const [isLeaving, setLeaving] = useState(false);
  const client = useQueryClient();
  const withdraw = useMutation({
    mutationFn: (reason: string) =>
      ask(
        api.POST('/api/v1/partnerships/{id}/evidence/{evidence}/withdrawals', {
          params: { path: { id, evidence } },
          body: { reason },
        }),
      ),
    onSuccess: async () => {
      setLeaving(false);
      await client.invalidateQueries({ queryKey: evidenceQuery(id).queryKey });
    },
  });
  const isHeld = withdrawnBecause === null;
  return (
    <li>
      <div className="sw-proof">
        <div>
          <strong>{title}</strong> <span className="sw-soft">{t('proof.at', { event: eventTitle })}</span>
          <p>{t('proof.by', { who: seenBy, date: longDate(seenOn) })}</p>
          {note !== null && <p className="sw-small">{note}</p>}
          {!isHeld && <p className="sw-late">{t('proof.withdrawn', { why: withdrawnBecause })}</p>}
        </div>
        {mayAttest && isHeld && (
          <Button
            purpose="subtle"
            aria-label={t('proof.withdrawThis', { title, event: eventTitle })}
            onClick={() => setLeaving(true)}
          >
            {t('proof.withdraw')}
          </Button>
        )}
      </div>
      {files.length > 0 && (
        <ul className="sw-small">
          {files.map((file) => (
            <ProofFile key={file.id} id={id} title={title} file={file} mayRead={mayRead} mayRemove={mayAttest} />
          ))}
        </ul>
      )}
      {mayAttest && isHeld && <AddFile id={id} evidence={evidence} title={title} />}
      {withdraw.error && <Failure error={withdraw.error} />}
      {isLeaving && (
        <WithReason
          title={t('proof.withdrawTitle')}
          text={t('proof.withdrawText')}
          label={t('proof.reason')}
          sure={t('proof.withdrawSure')}
          isBusy={withdraw.isPending}
          onSure={(reason) => withdraw.mutate(reason)}
          onCancel={() => setLeaving(false)}
        />
      )}
    </li>
  );
}
