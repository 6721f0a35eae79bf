import { Button } from '@nl-design-system-candidate/button-react';
import { Heading } from '@nl-design-system-candidate/heading-react';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { api, ask } from '../../api/client.js';
import { Failure } from '../../components/failure.js';
import { Notice } from '../../components/notice.js';
import { t } from '../../i18n/translate.js';

/** The facts of a contract that is there already, found by its reference. */
export function TakeContract({ onTake }: { readonly onTake: (facts: string) => void }) {
  const [reference, setReference] = useState('');
  const find = useMutation({
    mutationFn: async (kenmerk: string) => {
      const { items } = await ask(api.GET('/api/v1/contracts', { params: { query: { kenmerk } } }));
      return items[0]?.facts;
    },
    onSuccess: (facts) => {
      if (facts) onTake(JSON.stringify({ ...facts, kenmerk: undefined, titel: undefined }));
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reference.trim() !== '') find.mutate(reference.trim());
  };
  return (
    <section className="sw-card sw-card-body" aria-labelledby="overnemen">
      <form className="sw-form" onSubmit={submit}>
        <Heading level={2} id="overnemen">
          {t('if.take')}
        </Heading>
        {find.error && <Failure error={find.error} />}
        {find.isSuccess &&
          (find.data ? (
            <Notice tone="done" title={t('if.taken', { title: find.data.titel })} />
          ) : (
            <Notice tone="blocked" title={t('if.noContract', { reference: find.variables })} />
          ))}
        <div className="sw-field">
          <label htmlFor="kenmerk" className="utrecht-form-label">
            {t('if.reference')}
          </label>
          <span id="kenmerk-uitleg" className="sw-soft sw-small">
            {t('if.takeHint')}
          </span>
          <input
            id="kenmerk"
            className="utrecht-textbox utrecht-textbox--html-input"
            aria-describedby="kenmerk-uitleg"
            autoComplete="off"
            value={reference}
            onChange={({ target }) => setReference(target.value)}
          />
        </div>
        <p>
          <Button purpose="secondary" type="submit" disabled={find.isPending}>
            {t('if.takeIt')}
          </Button>
        </p>
      </form>
    </section>
  );
}
