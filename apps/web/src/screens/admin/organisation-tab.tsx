import { Heading } from '@nl-design-system-candidate/heading-react';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { api, ask } from '../../api/client.js';
import { sessionQuery } from '../../api/queries.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { dateOf, longDate } from '../../i18n/format.js';
import { t } from '../../i18n/translate.js';
import { CodeRoles } from './code-roles.js';
import { Organisations } from './organisations.js';

/** The organisation, how people sign in to it, and for who keeps the installation all organisations. */
export function OrganisationTab() {
  const { actions } = useSuspenseQuery(sessionQuery).data;
  return (
    <div className="sw-stack">
      <Own />
      {actions.includes('people.read') && <CodeRoles mayChange={actions.includes('people.manage')} />}
      {actions.includes('installation.manage') && <Organisations />}
    </div>
  );
}

function Own() {
  const own = useQuery({ queryKey: ['organisation'], queryFn: () => ask(api.GET('/api/v1/organisation')) });
  const providers = useQuery({
    queryKey: ['session', 'providers'],
    queryFn: () => ask(api.GET('/api/v1/session/providers')),
  });
  if (own.error && !own.data) return <Failure error={own.error} again={own.refetch} />;
  if (!own.data || !providers.data) return <Loading rows={3} />;
  const { name, createdAt } = own.data;
  const titles = providers.data.items.map(({ title }) => title);
  return (
    <section className="sw-card sw-card-body" aria-labelledby="organisatie">
      <Heading level={2} id="organisatie">
        {name}
      </Heading>
      <dl className="sw-data">
        <dt>{t('org.since')}</dt>
        <dd>{longDate(dateOf(createdAt))}</dd>
        <dt>{t('org.signIn')}</dt>
        <dd>{titles.length === 0 ? t('org.passwords') : t('org.providers', { names: titles.join(', ') })}</dd>
      </dl>
      <p className="sw-soft sw-small">{t('org.providersHint')}</p>
    </section>
  );
}
