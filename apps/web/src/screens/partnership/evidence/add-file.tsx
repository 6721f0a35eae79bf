import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { api, ask, fileBody } from '../../../api/client.js';
import { evidenceQuery } from '../../../api/queries.js';
import { Failure } from '../../../components/failure.js';
import { t, type TextKey } from '../../../i18n/translate.js';

const KINDS = ['application/pdf', 'image/png', 'image/jpeg'];
const MOST_BYTES = 5 * 1024 * 1024;

/** A file to keep with an attestation. What surely will be refused is told before it is sent. */
export function AddFile({
  id,
  evidence,
  title,
}: {
  readonly id: string;
  readonly evidence: string;
  readonly title: string;
}) {
  const field = useId();
  const [wrong, setWrong] = useState<TextKey>();
  const client = useQueryClient();
  const add = useMutation({
    mutationFn: (file: File) =>
      ask(
        api.POST('/api/v1/partnerships/{id}/evidence/{evidence}/files', {
          params: { path: { id, evidence } },
          ...fileBody(file, file.type),
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: evidenceQuery(id).queryKey }),
  });
  const take = (file: File | undefined) => {
    add.reset();
    const fault = file && faultOf(file);
    setWrong(fault);
    if (file && !fault) add.mutate(file);
  };
  return (
    <div className="sw-field">
      {add.error && <Failure error={add.error} />}
      <label htmlFor={field} className="sw-small">
        {t('proof.add', { title })}
      </label>
      <span id={`${field}-uitleg`} className={wrong ? 'sw-late sw-small' : 'sw-soft sw-small'} role={wrong && 'alert'}>
        {t(wrong ?? 'proof.addHint')}
      </span>
      <input
        id={field}
        type="file"
        accept={KINDS.join(',')}
        aria-describedby={`${field}-uitleg`}
        disabled={add.isPending}
        onChange={({ target }) => {
          take(target.files?.[0]);
          target.value = '';
        }}
      />
    </div>
  );
}

function faultOf({ type, size }: File): TextKey | undefined {
  if (!KINDS.includes(type)) return 'proof.notKind';
  return size > MOST_BYTES ? 'proof.tooLarge' : undefined;
}
