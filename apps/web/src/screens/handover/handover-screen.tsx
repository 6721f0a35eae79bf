import { Button } from '@nl-design-system-candidate/button-react';
import { Heading } from '@nl-design-system-candidate/heading-react';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { api, ask } from '../../api/client.js';
import { faultsByField } from '../../api/errors.js';
import { sessionQuery, type Schemas } from '../../api/queries.js';
import { useTitle } from '../../app/use-title.js';
import { Empty } from '../../components/empty.js';
import { Failure } from '../../components/failure.js';
import { Fields } from '../../form/fields.js';
import { blank, read, type FieldSchema, type Typed } from '../../form/model.js';
import { t } from '../../i18n/translate.js';
import { HandedOver } from './handed-over.js';
import { HandoverPreview } from './handover-preview.js';

type Asked = Schemas['HandoverDto'] & { readonly from: string; readonly coordinator: string };

const schema = (): FieldSchema => ({
  type: 'object',
  required: ['from', 'coordinator', 'reden'],
  properties: {
    from: { type: 'string', title: t('over.from'), maxLength: 200 },
    coordinator: { type: 'string', title: t('over.to'), maxLength: 200 },
    backup: { type: 'string', title: t('over.backup'), maxLength: 200 },
    reden: { type: 'string', title: t('over.reason'), maxLength: 1000 },
  },
});

function send(body: Asked, dryRun: boolean) {
  return ask(api.POST('/api/v1/handovers', { params: { query: { dryRun } }, body }));
}

/** All running work of a coordinator to somebody else: which it is and what cannot go first, then done. */
export function HandoverScreen() {
  const fields = schema();
  const { data: session } = useSuspenseQuery(sessionQuery);
  const [typed, type] = useState<Typed>({ ...(blank(fields) as object), from: session.person.name } as Typed);
  const client = useQueryClient();
  useTitle(t('over.title'));
  const look = useMutation({ mutationFn: (asked: Asked) => send(asked, true) });
  const run = useMutation({
    mutationFn: (asked: Asked) => send(asked, false),
    onSuccess: () => client.invalidateQueries(),
  });
  const error = run.error ?? look.error;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    run.reset();
    look.mutate(read(fields, typed).value as Asked);
  };
  return (
    <>
      <Heading level={1}>{t('over.title')}</Heading>
      <p className="sw-soft">{t('over.text')}</p>
      <form className="sw-card sw-card-body sw-form" style={{ marginBlock: 16 }} onSubmit={submit} noValidate>
        {error && <Failure error={error} />}
        <Fields
          schema={fields}
          typed={typed}
          faults={faultsByField(error)}
          path=""
          onType={(next) => {
            type(next);
            look.reset();
          }}
        />
        <p>
          <Button purpose={look.data ? 'secondary' : 'primary'} type="submit" disabled={look.isPending}>
            {t('over.look')}
          </Button>
        </p>
      </form>
      {run.data ? (
        <HandedOver items={run.data.items} to={run.variables.coordinator} />
      ) : look.data && look.data.items.length === 0 ? (
        <div className="sw-card">
          <Empty title={t('over.none', { name: look.variables.from })}>{t('over.noneText')}</Empty>
        </div>
      ) : (
        look.data && (
          <HandoverPreview
            key={look.submittedAt}
            items={look.data.items}
            to={look.variables.coordinator}
            isBusy={run.isPending}
            go={(partnerships) => run.mutate({ ...look.variables, partnerships, unchangedSince: look.data.at })}
          />
        )
      )}
    </>
  );
}
