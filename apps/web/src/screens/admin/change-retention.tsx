import { Button } from '@nl-design-system-candidate/button-react';
import { Heading } from '@nl-design-system-candidate/heading-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { api, ask } from '../../api/client.js';
import { faultsByField } from '../../api/errors.js';
import { privacySettingsQuery, type Schemas } from '../../api/queries.js';
import { Failure } from '../../components/failure.js';
import { Fields } from '../../form/fields.js';
import { read, type FieldSchema, type Typed } from '../../form/model.js';
import { t } from '../../i18n/translate.js';
import { WouldErase } from './would-erase.js';

type Settings = Schemas['PrivacySettings'];

/** Other choices, with their reason; whom a term would erase can be seen first. */
export function ChangeRetention({
  settings,
  mayLook,
  onSaved,
}: {
  readonly settings: Settings;
  readonly mayLook: boolean;
  readonly onSaved: () => void;
}) {
  const schema: FieldSchema = {
    type: 'object',
    required: ['groupMinimum', 'reason'],
    properties: {
      eraseAfterMonths: { type: 'integer', title: `${t('keep.months')}. ${t('keep.monthsHint')}` },
      groupMinimum: { type: 'integer', title: t('keep.minimum') },
      reason: { type: 'string', maxLength: 1000, title: t('keep.reason') },
    },
  };
  const [typed, type] = useState<Typed>({
    eraseAfterMonths: settings.eraseAfterMonths === null ? '' : String(settings.eraseAfterMonths),
    groupMinimum: String(settings.groupMinimum),
    reason: '',
  });
  const client = useQueryClient();
  const said = read(schema, typed);
  const asked = said.value as { eraseAfterMonths?: number; groupMinimum?: number; reason?: string };
  const look = useMutation({
    mutationFn: (months: number) =>
      ask(api.POST('/api/v1/retention-runs', { params: { query: { dryRun: true, months } } })),
  });
  const save = useMutation({
    mutationFn: () => {
      const { eraseAfterMonths = null, groupMinimum, reason = '' } = asked;
      const body = { eraseAfterMonths, reason, ...(groupMinimum !== undefined && { groupMinimum }) };
      return ask(api.PATCH('/api/v1/privacy-settings', { body }));
    },
    onSuccess: (changed) => {
      client.setQueryData(privacySettingsQuery.queryKey, changed);
      onSaved();
    },
  });
  const isWrong = Object.keys(said.faults).length > 0;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isWrong) save.mutate();
  };
  const error = save.error ?? look.error;
  return (
    <form className="sw-card sw-card-body sw-form" onSubmit={submit} noValidate>
      <Heading level={2}>{t('keep.change')}</Heading>
      {error && <Failure error={error} />}
      <Fields
        schema={schema}
        typed={typed}
        faults={{ ...faultsByField(error), ...said.faults }}
        path=""
        onType={(next) => {
          look.reset();
          type(next);
        }}
      />
      {look.data && <WouldErase found={look.data} />}
      <div className="sw-actions">
        <Button purpose="primary" type="submit" disabled={save.isPending || isWrong}>
          {t('keep.save')}
        </Button>
        {mayLook && asked.eraseAfterMonths !== undefined && (
          <Button
            purpose="secondary"
            type="button"
            disabled={look.isPending}
            onClick={() => look.mutate(asked.eraseAfterMonths ?? 0)}
          >
            {t('keep.look')}
          </Button>
        )}
      </div>
    </form>
  );
}
