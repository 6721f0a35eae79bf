import { Button } from '@nl-design-system-candidate/button-react';
import { Heading } from '@nl-design-system-candidate/heading-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { api, ask } from '../../api/client.js';
import { faultsByField } from '../../api/errors.js';
import { type Schemas } from '../../api/queries.js';
import { Failure } from '../../components/failure.js';
import { roleName } from '../../components/role-name.js';
import { Notice } from '../../components/notice.js';
import { Fields } from '../../form/fields.js';
import { blank, read, type FieldSchema, type Typed } from '../../form/model.js';
import { t } from '../../i18n/translate.js';

/** Roles that somebody inside the organisation can have; a supplier's people come in with their supplier. */
const ROLES = [
  ...['coordinator', 'projectcoordinator', 'hrExpert', 'inkoopexpert', 'categoriemanager', 'contractmanager'],
  ...['bestuurder', 'interneOpdrachtgever', 'packbeheerder', 'beheerder', 'auditor'],
] as const;

const schema = (): FieldSchema => ({
  type: 'object',
  required: ['name', 'email', 'roles'],
  properties: {
    name: { type: 'string', title: t('people.name'), maxLength: 200 },
    email: { type: 'string', title: t('people.email'), maxLength: 200 },
    roles: { type: 'array', title: t('people.roles'), items: { type: 'string', enum: ROLES, called: roleName } },
  },
});

/** Somebody new: they choose a password with the link in the message. */
export function InvitePerson() {
  const fields = schema();
  const [typed, type] = useState<Typed>(blank(fields));
  const client = useQueryClient();
  const invite = useMutation({
    mutationFn: (body: Schemas['NewPersonDto']) => ask(api.POST('/api/v1/people', { body })),
    onSuccess: async () => {
      type(blank(fields));
      await client.invalidateQueries({ queryKey: ['people'] });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    invite.mutate(read(fields, typed).value as Schemas['NewPersonDto']);
  };
  return (
    <form className="sw-card sw-card-body sw-form" onSubmit={submit} noValidate>
      <Heading level={2}>{t('people.invite')}</Heading>
      {invite.error && <Failure error={invite.error} />}
      {invite.isSuccess && <Notice tone="done" title={t('people.invited', { email: invite.variables.email })} />}
      <Fields schema={fields} typed={typed} faults={faultsByField(invite.error)} path="" onType={type} />
      <p>
        <Button purpose="primary" type="submit" disabled={invite.isPending}>
          {t('people.send')}
        </Button>
      </p>
    </form>
  );
}
