import { Button } from '@nl-design-system-candidate/button-react';
import { Heading } from '@nl-design-system-candidate/heading-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { api, ask } from '../../api/client.js';
import { type Schemas } from '../../api/queries.js';
import { Choice } from '../../components/choice.js';
import { Failure } from '../../components/failure.js';
import { Notice } from '../../components/notice.js';
import { roleName } from '../../components/role-name.js';
import { t } from '../../i18n/translate.js';

/** An address, new or in the place of the one that was there. @param start what the form begins with */
export function PutAddress({ start }: { readonly start: Partial<Schemas['Address']> }) {
  const [name, setName] = useState(start.name ?? '');
  const [email, setEmail] = useState(start.email ?? '');
  const [language, setLanguage] = useState<'nl' | 'en'>(start.language ?? 'nl');
  const mail = useRef<HTMLInputElement>(null);
  const client = useQueryClient();
  const put = useMutation({
    mutationFn: () =>
      ask(api.PUT('/api/v1/addresses/{name}', { params: { path: { name } }, body: { email, language } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['addresses'] }),
  });
  useEffect(() => {
    // Whoever chose a name above goes on with its address.
    if (start.name !== undefined) mail.current?.focus();
  }, [start.name]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '') put.mutate();
  };
  return (
    <form className="sw-card sw-card-body sw-form" onSubmit={submit}>
      <Heading level={2}>{t('addr.put')}</Heading>
      {put.error && <Failure error={put.error} />}
      {put.data && (
        <Notice tone="done" title={t('addr.saved', { name: roleName(put.data.name), email: put.data.email })} />
      )}
      <label className="sw-field">
        <span className="utrecht-form-label">{t('addr.name')}</span>
        <input
          className="utrecht-textbox utrecht-textbox--html-input"
          autoComplete="off"
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
      </label>
      <label className="sw-field">
        <span className="utrecht-form-label">{t('addr.email')}</span>
        <input
          ref={mail}
          className="utrecht-textbox utrecht-textbox--html-input"
          inputMode="email"
          autoComplete="off"
          value={email}
          onChange={({ target }) => setEmail(target.value)}
        />
      </label>
      <div className="sw-filters">
        <Choice
          label={t('addr.language')}
          value={language}
          options={[
            ['nl', t('app.dutch')],
            ['en', t('app.english')],
          ]}
          onChoose={(chosen) => setLanguage(chosen === 'en' ? 'en' : 'nl')}
        />
      </div>
      <p>
        <Button purpose="primary" type="submit" disabled={put.isPending || name.trim() === ''}>
          {t('addr.save')}
        </Button>
      </p>
    </form>
  );
}
