import { Button } from '@nl-design-system-candidate/button-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask } from '../../../api/client.js';
import { evidenceQuery, type Schemas } from '../../../api/queries.js';
import { Failure } from '../../../components/failure.js';
import { WithReason } from '../../../components/with-reason.js';
import { count, dateOf, longDate } from '../../../i18n/format.js';
import { t } from '../../../i18n/translate.js';

/** A file with an attestation: to download, or to destroy for good. */
export function ProofFile({
  id,
  title,
  file: { id: file, attestation: evidence, type, bytes, recordedAt, removedBecause },
  mayRead,
  mayRemove,
}: {
  readonly id: string;
  readonly title: string;
  readonly file: Schemas['EvidenceFile'];
  readonly mayRead: boolean;
  readonly mayRemove: boolean;
}) {
  const [isLeaving, setLeaving] = useState(false);
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: (reason: string) =>
      ask(
        api.POST('/api/v1/partnerships/{id}/evidence/{evidence}/files/{file}/removals', {
          params: { path: { id, evidence, file } },
          body: { reason },
        }),
      ),
    onSuccess: async () => {
      setLeaving(false);
      await client.invalidateQueries({ queryKey: evidenceQuery(id).queryKey });
    },
  });
  const kind = (type.split('/')[1] ?? '').toUpperCase();
  if (removedBecause !== null) return <li>{t('proof.fileGone', { kind, why: removedBecause })}</li>;
  const size = count(Math.ceil(bytes / 1024));
  return (
    <li>
      <span className="sw-actions">
        {t('proof.file', { kind, size, date: longDate(dateOf(recordedAt)) })}
        {mayRead && (
          <a
            className="nl-link"
            href={`/api/v1/partnerships/${id}/evidence/${evidence}/files/${file}`}
            aria-label={t('proof.downloadThis', { kind, title })}
          >
            {t('proof.download')}
          </a>
        )}
        {mayRemove && (
          <Button
            purpose="subtle"
            aria-label={t('proof.destroyThis', { kind, title })}
            onClick={() => setLeaving(true)}
          >
            {t('proof.destroy')}
          </Button>
        )}
      </span>
      {remove.error && <Failure error={remove.error} />}
      {isLeaving && (
        <WithReason
          title={t('proof.destroyTitle')}
          text={t('proof.destroyText')}
          label={t('proof.reason')}
          sure={t('proof.destroySure')}
          isBusy={remove.isPending}
          onSure={(reason) => remove.mutate(reason)}
          onCancel={() => setLeaving(false)}
        />
      )}
    </li>
  );
}
