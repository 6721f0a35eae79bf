import { Button } from '@nl-design-system-candidate/button-react';
import { Heading } from '@nl-design-system-candidate/heading-react';
import { useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { api, ask } from '../../../api/client.js';
import { faultsByField } from '../../../api/errors.js';
import { evidenceQuery, historyQuery, sessionQuery, type Schemas } from '../../../api/queries.js';
import { Choice } from '../../../components/choice.js';
import { Failure } from '../../../components/failure.js';
import { Fields } from '../../../form/fields.js';
import { read, type FieldSchema, type Typed } from '../../../form/model.js';
import { dateOf, longDate, today } from '../../../i18n/format.js';
import { t } from '../../../i18n/translate.js';

/** What is to be attested: a kind that the pack asks of an event, or `anders`, of an event that is still to be chosen. */
export interface Wanted {
  readonly kind: string;
  readonly title?: string;
  readonly sequence?: number;
}

/** Who saw it and when; the evidence itself stays where it is. */
export function Attest({
  id,
  wanted,
  onDone,
  onCancel,
}: {
  readonly id: string;
  readonly wanted: Wanted;
  readonly onDone: (title: string) => void;
  readonly onCancel: () => void;
}) {
  const isOther = wanted.sequence === undefined;
  const { data: session } = useSuspenseQuery(sessionQuery);
  const { data: events = [] } = useQuery({ ...historyQuery(id), enabled: isOther });
  const [chosen, choose] = useState(wanted.sequence);
  const sequence = chosen ?? events.at(-1)?.sequence;
  const schema: FieldSchema = {
    type: 'object',
    required: ['seenBy', 'seenOn', ...(isOther ? ['note'] : [])],
    properties: {
      note: {
        type: 'string',
        maxLength: 500,
        title: `${t(isOther ? 'proof.what' : 'proof.note')}. ${t('proof.noteHint')}`,
      },
      seenBy: { type: 'string', maxLength: 200, title: t('proof.seenBy') },
      seenOn: { type: 'string', format: 'date', title: t('proof.seenOn') },
    },
  };
  const [typed, type] = useState<Typed>({ note: '', seenBy: session.person.name, seenOn: written(today()) });
  const said = read(schema, typed);
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: () => {
      const body = { ...(said.value as object), sequence, kind: wanted.kind } as Schemas['NewEvidenceDto'];
      return ask(api.POST('/api/v1/partnerships/{id}/evidence', { params: { path: { id } }, body }));
    },
    onSuccess: async ({ title }) => {
      await client.invalidateQueries({ queryKey: evidenceQuery(id).queryKey });
      onDone(title);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (Object.keys(said.faults).length === 0) save.mutate();
  };
  return (
    <form className="sw-card sw-card-body sw-form" onSubmit={submit} noValidate>
      <Heading level={2}>{wanted.title ?? t('proof.form')}</Heading>
      {save.error && <Failure error={save.error} />}
      {isOther && (
        <Choice
          label={t('proof.event')}
          value={String(sequence ?? '')}
          options={events.map((one) => [String(one.sequence), `${one.title}, ${longDate(dateOf(one.at))}`] as const)}
          onChoose={(next) => choose(Number(next))}
        />
      )}
      <Fields
        schema={schema}
        typed={typed}
        faults={{ ...faultsByField(save.error), ...said.faults }}
        path=""
        onType={type}
      />
      <div className="sw-actions">
        <Button purpose="primary" type="submit" disabled={save.isPending || sequence === undefined}>
          {t('proof.save')}
        </Button>
        <Button purpose="subtle" type="button" onClick={onCancel}>
          {t('app.cancel')}
        </Button>
      </div>
    </form>
  );
}

function written(isoDate: string): string {
  return isoDate.split('-').reverse().join('-');
}
