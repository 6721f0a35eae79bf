import { Button } from '@nl-design-system-candidate/button-react';
import { Heading } from '@nl-design-system-candidate/heading-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { faultsByField } from '../../api/errors.js';
import { type RemindersFilter } from '../../api/queries.js';
import { Confirm } from '../../components/confirm.js';
import { Failure } from '../../components/failure.js';
import { Notice } from '../../components/notice.js';
import { Fields } from '../../form/fields.js';
import { blank, read, type Faults, type Typed } from '../../form/model.js';
import { count } from '../../i18n/format.js';
import { t } from '../../i18n/translate.js';
import { askedOf, BULK_ACTS, fieldsOf, send, type BulkAct, type BulkAsked } from './bulk-act.js';
import { BulkOutcome, Refused } from './bulk-outcome.js';
import { type Chosen } from './chosen.js';

interface Look {
  readonly asked: BulkAsked;
  readonly at: string;
}

/** The same for many reminders: why, what would come of it, and then it is done; what changed meanwhile is left alone. */
export function BulkPanel({
  act,
  chosen,
  filter,
  onClose,
}: {
  readonly act: BulkAct;
  readonly chosen: Chosen;
  readonly filter: RemindersFilter;
  /** @param isDone whether it was done */
  readonly onClose: (isDone: boolean) => void;
}) {
  const schema = fieldsOf(act);
  const [typed, type] = useState<Typed>(blank(schema));
  const [unread, setUnread] = useState<Faults>({});
  const heading = useRef<HTMLDivElement>(null);
  const client = useQueryClient();
  const look = useMutation({ mutationFn: (asked: BulkAsked) => send(asked, true) });
  const run = useMutation({
    mutationFn: ({ asked, at }: Look) => send({ ...asked, unchangedSince: at }, false),
    onSuccess: () => client.invalidateQueries({ queryKey: ['reminders'] }),
  });
  useEffect(() => heading.current?.focus(), [run.isSuccess]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { value, faults } = read(schema, typed);
    setUnread(faults);
    if (Object.keys(faults).length === 0) look.mutate(askedOf(act, chosen, filter, value as object));
  };
  const error = run.error ?? look.error;
  const preview = look.data;
  return (
    <section className="sw-card sw-card-body sw-stack sw-bulk-panel" aria-labelledby="samen">
      <div tabIndex={-1} ref={heading}>
        <Heading level={2} id="samen">
          {t(BULK_ACTS[act].panel)}
        </Heading>
        <p className="sw-soft">
          {chosen === 'all' ? t('rems.allChosen') : t('rems.chosen', { n: count(chosen.size) })}
        </p>
      </div>
      {run.data ? (
        <BulkOutcome act={act} chosen={chosen} done={run.data} onClose={() => onClose(true)} />
      ) : (
        <>
          <form className="sw-form" onSubmit={submit} noValidate>
            {error && <Failure error={error} />}
            <Fields
              schema={schema}
              typed={typed}
              faults={{ ...faultsByField(error), ...unread }}
              path=""
              onType={(next) => {
                type(next);
                look.reset();
                run.reset();
              }}
            />
            <div className="sw-actions">
              <Button purpose={preview ? 'secondary' : 'primary'} type="submit" disabled={look.isPending}>
                {t('rems.look')}
              </Button>
              {!preview && (
                <Button purpose="subtle" onClick={() => onClose(false)}>
                  {t('app.cancel')}
                </Button>
              )}
            </div>
          </form>
          {preview &&
            (preview.done === 0 ? (
              <Notice tone="blocked" title={t('rems.nobody')} alert>
                <Refused chosen={chosen} outcome={preview} />
              </Notice>
            ) : (
              <Confirm
                title={wouldBe(preview)}
                text={t('rem.reasonHint')}
                sure={t(BULK_ACTS[act].sure, { n: count(preview.done) })}
                isBusy={run.isPending}
                onSure={() => run.mutate({ asked: look.variables, at: preview.at })}
                onCancel={() => onClose(false)}
              >
                <Refused chosen={chosen} outcome={preview} />
              </Confirm>
            ))}
        </>
      )}
    </section>
  );
}

function wouldBe({ selected, done, refusedCount }: { selected: number; done: number; refusedCount: number }): string {
  if (refusedCount === 0) return selected === 1 ? t('rems.wouldOne') : t('rems.wouldAll', { all: count(selected) });
  return t('rems.would', { done: count(done), all: count(selected), refused: count(refusedCount) });
}
