import { Button } from '@nl-design-system-candidate/button-react';
import { useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask } from '../../api/client.js';
import { peopleQuery, sessionQuery, type Schemas } from '../../api/queries.js';
import { Badge } from '../../components/badge.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { Notice } from '../../components/notice.js';
import { roleName } from '../../components/role-name.js';
import { t } from '../../i18n/translate.js';
import { ErasePerson } from './erase-person.js';
import { InvitePerson } from './invite-person.js';

/** Who may sign in, as what, and who no longer. */
export function PeopleTab() {
  const { data: session } = useSuspenseQuery(sessionQuery);
  const { data: people, error, refetch } = useQuery(peopleQuery);
  const [leaving, setLeaving] = useState<Schemas['Person']>();
  const [isErased, setErased] = useState(false);
  const client = useQueryClient();
  const change = useMutation({
    mutationFn: ({ id, blocked }: { readonly id: string; readonly blocked: boolean }) =>
      ask(api.PATCH('/api/v1/people/{id}', { params: { path: { id } }, body: { blocked } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['people'] }),
  });
  if (error && !people) return <Failure error={error} again={refetch} />;
  if (!people) return <Loading rows={8} />;
  const mayManage = session.actions.includes('people.manage');
  return (
    <div className="sw-stack">
      {change.error && <Failure error={change.error} />}
      {isErased && <Notice tone="done" title={t('people.erased')} />}
      {leaving && (
        <ErasePerson
          key={leaving.id}
          person={leaving}
          onDone={async () => {
            setLeaving(undefined);
            setErased(true);
            await client.invalidateQueries();
          }}
          onCancel={() => setLeaving(undefined)}
        />
      )}
      <div className="sw-card sw-table-frame" role="region" aria-label={t('people.title')} tabIndex={0}>
        <table className="utrecht-table">
          <thead>
            <tr>
              <th scope="col">{t('people.name')}</th>
              <th scope="col">{t('people.roles')}</th>
              <th scope="col">{t('people.state')}</th>
              {mayManage && (
                <th scope="col">
                  <span className="sw-hidden">{t('people.act')}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {people.map((person) => (
              <Row
                key={person.id}
                person={person}
                mayManage={mayManage}
                {...(mayManage &&
                  person.id !== session.person.id && {
                    setBlocked: (blocked: boolean) => change.mutate({ id: person.id, blocked }),
                    erase: () => {
                      setErased(false);
                      setLeaving(person);
                    },
                  })}
              />
            ))}
          </tbody>
        </table>
      </div>
      {mayManage && <InvitePerson />}
    </div>
  );
}

function Row({
  person: { name, email, roles, state },
  mayManage,
  setBlocked,
  erase,
}: {
  readonly person: Schemas['Person'];
  readonly mayManage: boolean;
  readonly setBlocked?: (blocked: boolean) => void;
  readonly erase?: () => void;
}) {
  const isBlocked = state === 'blocked';
  return (
    <tr>
      <th scope="row">
        {name}
        <span className="sw-soft">{email}</span>
      </th>
      <td>{roles.map(({ role }) => roleName(role)).join(', ')}</td>
      <td>
        <Badge tone={isBlocked ? 'late' : state === 'active' ? 'done' : 'plain'}>{t(`person.${state}`)}</Badge>
      </td>
      {mayManage && (
        <td className="sw-end">
          {setBlocked && (
            <Button
              purpose="subtle"
              aria-label={t(isBlocked ? 'people.unblock' : 'people.block', { name })}
              onClick={() => setBlocked(!isBlocked)}
            >
              {t(isBlocked ? 'people.unblockShort' : 'people.blockShort')}
            </Button>
          )}
          {erase && (
            <Button purpose="subtle" aria-label={t('people.erase', { name })} onClick={erase}>
              {t('people.erase', { name: '' }).trim()}
            </Button>
          )}
        </td>
      )}
    </tr>
  );
}
