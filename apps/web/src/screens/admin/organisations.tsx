import { Button } from '@nl-design-system-candidate/button-react';
import { Heading } from '@nl-design-system-candidate/heading-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { api, ask } from '../../api/client.js';
import { faultsByField } from '../../api/errors.js';
import { type Schemas } from '../../api/queries.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { Notice } from '../../components/notice.js';
import { Fields } from '../../form/fields.js';
import { blank, read, type FieldSchema, type Typed } from '../../form/model.js';
import { dateOf, longDate } from '../../i18n/format.js';
import { t } from '../../i18n/translate.js';

const schema = (): FieldSchema => ({
  type: 'object',
  required: ['name', 'administrator'],
  properties: {
    name: { type: 'string', title: t('org.name'), maxLength: 200 },
    administrator: {
      type: 'object',
      title: t('org.administrator'),
      required: ['name', 'email'],
      properties: {
        name: { type: 'string', title: t('people.name'), maxLength: 200 },
        email: { type: 'string', title: t('people.email'), maxLength: 200 },
      },
    },
  },
});

/** All organisations of the installation, and a new one with its first administrator. */
export function Organisations() {
  const all = useQuery({ queryKey: ['organisations'], queryFn: () => ask(api.GET('/api/v1/organisations')) });
  return (
    <>
      <section className="sw-card" aria-labelledby="organisaties">
        <Heading level={2} id="organisaties">
          {t('org.all')}
        </Heading>
        {all.error && !all.data ? (
          <Failure error={all.error} again={all.refetch} />
        ) : !all.data ? (
          <Loading rows={3} />
        ) : (
          <ul className="sw-list">
            {all.data.items.map(({ id, name, createdAt }) => (
              <li key={id} className="sw-actions">
                {name}
                <span className="sw-soft sw-small">{longDate(dateOf(createdAt))}</span>
              </li>
            ))}
          </ul>
        )}
      </section>
      <AddOrganisation />
    </>
  );
}

function AddOrganisation() {
  const fields = schema();
  const [typed, type] = useState<Typed>(blank(fields));
  const client = useQueryClient();
  const add = useMutation({
    mutationFn: (body: Schemas['NewOrganisationDto']) => ask(api.POST('/api/v1/organisations', { body })),
    onSuccess: async () => {
      type(blank(fields));
      await client.invalidateQueries({ queryKey: ['organisations'] });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate(read(fields, typed).value as Schemas['NewOrganisationDto']);
  };
  return (
    <form className="sw-card sw-card-body sw-form" onSubmit={submit} noValidate>
      <Heading level={2}>{t('org.add')}</Heading>
      {add.error && <Failure error={add.error} />}
      {add.data && (
        <Notice tone="done" title={t('org.added', { name: add.data.name, email: add.data.administrator.email })} />
      )}
      <Fields schema={fields} typed={typed} faults={faultsByField(add.error)} path="" onType={type} />
      <p>
        <Button purpose="primary" type="submit" disabled={add.isPending}>
          {t('org.addIt')}
        </Button>
      </p>
    </form>
  );
}
