import { Button } from '@nl-design-system-candidate/button-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useId, useState, type FormEvent } from 'react';
import { api, ask, fileBody } from '../../api/client.js';
import { ApiError } from '../../api/errors.js';
import { Failure } from '../../components/failure.js';
import { t } from '../../i18n/translate.js';

/** What the host calls the two kinds of archive; browsers do not agree on it. */
const typeOf = (file: File) => (file.name.endsWith('.zip') ? 'application/zip' : 'application/gzip');

/** Offering a rule pack: every fault with file and line, or its page as a draft. */
export function UploadPack() {
  const [file, setFile] = useState<File>();
  const field = useId();
  const client = useQueryClient();
  const navigate = useNavigate();
  const upload = useMutation({
    mutationFn: (chosen: File) => ask(api.POST('/api/v1/rule-packs', fileBody(chosen, typeOf(chosen)))),
    onSuccess: async ({ name, version }) => {
      await client.invalidateQueries({ queryKey: ['rule-packs'] });
      await navigate({ to: '/regelpakketten/$name/$version', params: { name, version } });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (file) upload.mutate(file);
  };
  const faults = upload.error instanceof ApiError ? upload.error.faults : [];
  return (
    <form className="sw-card sw-card-body sw-form" onSubmit={submit}>
      {upload.error && (
        <Failure error={upload.error}>
          <ul>
            {faults.map(({ path, detail }) => (
              <li key={`${path} ${detail}`}>
                <code>{path}</code> {detail}
              </li>
            ))}
          </ul>
        </Failure>
      )}
      <div className="sw-field">
        <label htmlFor={field} className="utrecht-form-label">
          {t('pack.upload')}
        </label>
        <span className="sw-soft sw-small" id={`${field}-uitleg`}>
          {t('pack.uploadHint')}
        </span>
        <input
          id={field}
          type="file"
          accept=".tar.gz,.tgz,.zip"
          aria-describedby={`${field}-uitleg`}
          onChange={({ target }) => setFile(target.files?.[0])}
        />
      </div>
      <p>
        <Button purpose="primary" type="submit" disabled={!file || upload.isPending}>
          {t('pack.offer')}
        </Button>
      </p>
    </form>
  );
}
