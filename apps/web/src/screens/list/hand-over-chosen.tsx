import { Button } from '@nl-design-system-candidate/button-react';
import { Heading } from '@nl-design-system-candidate/heading-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { api, ask } from '../../api/client.js';
import { faultsByField } from '../../api/errors.js';
import { type Schemas } from '../../api/queries.js';
import { Failure } from '../../components/failure.js';
import { Fields } from '../../form/fields.js';
import { blank, read, type FieldSchema, type Typed } from '../../form/model.js';
import { t } from '../../i18n/translate.js';
import { HandedOver } from '../handover/handed-over.js';
import { HandoverPreview } from '../handover/handover-preview.js';

type Asked = Schemas['HandoverDto'];

const schema = (): FieldSchema => ({
  type: 'object',
  required: ['reden'],
  properties: {
    coordinator: { type: 'string', title: t('over.toOrBackup'), maxLength: 200 },
    backup: { type: 'string', title: t('over.backup'), maxLength: 200 },
    reden: { type: 'string', title: t('over.reason'), maxLength: 1000 },
  },
});

function send(body: Asked, dryRun: boolean) {
  return ask(api.POST('/api/v1/handovers', { params: { query: { dryRun } }, body }));
}

/** The chosen partnerships to somebody, or each to its own back-up: what would come of it first, then done. */
export function HandOverChosen({
  ids,
  onClose,
}: {
  readonly ids: readonly string[];
  /** @param isDone whether it was done */
  readonly onClose: (isDone: boolean) => void;
}) {
  const fields = schema();
  const [typed, type] = useState<Typed>(blank(fields));
  const heading = useRef<HTMLDivElement>(null);
  const client = useQueryClient();
  const look = useMutation({ mutationFn: (asked: Asked) => send(asked, true) });
  const run = useMutation({
    mutationFn: (asked: Asked) => send(asked, false),
    onSuccess: () => client.invalidateQueries(),
  });
  useEffect(() => heading.current?.focus(), [run.isSuccess]);
  const error = run.error ?? look.error;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    run.reset();
    const asked = { reden: '', ...(read(fields, typed).value as Partial<Asked>), partnerships: [...ids] };
    look.mutate(asked.coordinator === undefined ? { ...asked, toBackup: true } : asked);
  };
  return (
    <section className="sw-card sw-card-body sw-stack sw-bulk-panel" aria-labelledby="samen">
      <div tabIndex={-1} ref={heading}>
        <Heading level={2} id="samen">
          {t('list.handOverTitle')}
        </Heading>
      </div>
      {run.data ? (
        <>
          <HandedOver items={run.data.items} to={run.variables.coordinator} />
          <p>
            <Button purpose="secondary" onClick={() => onClose(true)}>
              {t('list.close')}
            </Button>
          </p>
        </>
      ) : (
        <>
          <form className="sw-form" onSubmit={submit} noValidate>
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
            <div className="sw-actions">
              <Button purpose={look.data ? 'secondary' : 'primary'} type="submit" disabled={look.isPending}>
                {t('over.look')}
              </Button>
              <Button purpose="subtle" onClick={() => onClose(false)}>
                {t('app.cancel')}
              </Button>
            </div>
          </form>
          {look.data && (
            <HandoverPreview
              key={look.submittedAt}
              items={look.data.items}
              to={look.variables.coordinator}
              isBusy={run.isPending}
              go={(partnerships) => run.mutate({ ...look.variables, partnerships, unchangedSince: look.data.at })}
            />
          )}
        </>
      )}
    </section>
  );
}
