import { Button } from '@nl-design-system-candidate/button-react';
import { Heading } from '@nl-design-system-candidate/heading-react';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { api, ask } from '../../api/client.js';
import { type Schemas } from '../../api/queries.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { Notice } from '../../components/notice.js';
import { roleName } from '../../components/role-name.js';
import { ROLE_TEXTS } from '../../i18n/texts-roles.js';
import { t } from '../../i18n/translate.js';

type Role = Schemas['SecondFactorRule']['roles'][number];

const ROLES = Object.keys(ROLE_TEXTS).map((key) => key.slice('role.'.length) as Role);

const ruleQuery = queryOptions({
  queryKey: ['organisation', 'second-factor'],
  queryFn: () => ask(api.GET('/api/v1/organisation/second-factor')),
});

/** Of which roles a code is asked beside the password. */
export function CodeRoles({ mayChange }: { readonly mayChange: boolean }) {
  const { data, error, refetch } = useQuery(ruleQuery);
  if (error && !data) return <Failure error={error} again={refetch} />;
  if (!data) return <Loading rows={4} />;
  return <Choose required={data.roles} mayChange={mayChange} />;
}

function Choose({ required, mayChange }: { readonly required: readonly Role[]; readonly mayChange: boolean }) {
  const [chosen, choose] = useState<ReadonlySet<Role>>(new Set(required));
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: () => ask(api.PUT('/api/v1/organisation/second-factor', { body: { roles: [...chosen] } })),
    onSuccess: (rule) => client.setQueryData(ruleQuery.queryKey, rule),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  const toggle = (role: Role, isIn: boolean) => {
    save.reset();
    choose(new Set(isIn ? [...chosen, role] : [...chosen].filter((one) => one !== role)));
  };
  return (
    <form className="sw-card sw-card-body sw-form" onSubmit={submit} aria-labelledby="codes">
      <Heading level={2} id="codes">
        {t('org.codes')}
      </Heading>
      <p className="sw-soft">{t('org.codesText')}</p>
      {save.error && <Failure error={save.error} />}
      {save.isSuccess && <Notice tone="done" title={t('org.codesSaved')} />}
      <fieldset className="sw-group" disabled={!mayChange}>
        <legend className="sw-hidden">{t('org.codes')}</legend>
        <div className="sw-checks">
          {ROLES.map((role) => (
            <label key={role}>
              <input
                type="checkbox"
                checked={chosen.has(role)}
                onChange={({ target }) => toggle(role, target.checked)}
              />
              {roleName(role)}
            </label>
          ))}
        </div>
      </fieldset>
      {mayChange && (
        <p>
          <Button purpose="primary" type="submit" disabled={save.isPending}>
            {t('org.codesSave')}
          </Button>
        </p>
      )}
    </form>
  );
}
