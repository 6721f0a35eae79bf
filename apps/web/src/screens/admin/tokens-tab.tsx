import { Button } from '@nl-design-system-candidate/button-react';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask } from '../../api/client.js';
import { type Schemas } from '../../api/queries.js';
import { Badge } from '../../components/badge.js';
import { Confirm } from '../../components/confirm.js';
import { Empty } from '../../components/empty.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { dateOf, longDate, moment } from '../../i18n/format.js';
import { t } from '../../i18n/translate.js';
import { NewToken } from './new-token.js';

type Token = Schemas['ApiToken'];

/** One's own tokens, and a new one. */
export function TokensTab() {
  const [leaving, setLeaving] = useState<Token>();
  const client = useQueryClient();
  const tokens = useInfiniteQuery({
    queryKey: ['api-tokens'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam: cursor }) =>
      ask(api.GET('/api/v1/api-tokens', { params: { query: { limit: 50, ...(cursor !== undefined && { cursor }) } } })),
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
  const revoke = useMutation({
    mutationFn: ({ id }: Token) => ask(api.DELETE('/api/v1/api-tokens/{id}', { params: { path: { id } } })),
    onSuccess: async () => {
      setLeaving(undefined);
      await client.invalidateQueries({ queryKey: ['api-tokens'] });
    },
  });
  const rows = tokens.data?.pages.flatMap(({ items }) => items);
  return (
    <div className="sw-stack">
      <p>{t('token.lead')}</p>
      <NewToken />
      {revoke.error && <Failure error={revoke.error} />}
      {leaving && (
        <Confirm
          title={t('token.revokeOf', { name: leaving.name })}
          text={t('token.revokeText', { name: leaving.name })}
          sure={t('token.sure', { name: leaving.name })}
          isBusy={revoke.isPending}
          onSure={() => revoke.mutate(leaving)}
          onCancel={() => setLeaving(undefined)}
        />
      )}
      {tokens.error && !rows ? (
        <Failure error={tokens.error} again={tokens.refetch} />
      ) : !rows ? (
        <Loading rows={4} />
      ) : rows.length === 0 ? (
        <div className="sw-card">
          <Empty title={t('token.none')} />
        </div>
      ) : (
        <Rows rows={rows} onRevoke={setLeaving} />
      )}
      {tokens.hasNextPage && (
        <p>
          <Button purpose="secondary" onClick={() => void tokens.fetchNextPage()}>
            {t('app.more')}
          </Button>
        </p>
      )}
    </div>
  );
}

function Rows({ rows, onRevoke }: { readonly rows: readonly Token[]; readonly onRevoke: (token: Token) => void }) {
  return (
    <div className="sw-card sw-table-frame" role="region" aria-label={t('token.title')} tabIndex={0}>
      <table className="utrecht-table sw-stacked">
        <thead>
          <tr>
            <th scope="col">{t('token.name')}</th>
            <th scope="col">{t('token.state')}</th>
            <th scope="col">{t('token.ends')}</th>
            <th scope="col">{t('token.used')}</th>
            <th scope="col">
              <span className="sw-hidden">{t('people.act')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((token) => {
            const state = stateOf(token);
            const { id, name, scopes, endsAt, lastUsedAt } = token;
            return (
              <tr key={id}>
                <th scope="row">
                  {name}
                  <span className="sw-soft">{scopes.map((scope) => t(`scope.${scope}`)).join(' · ')}</span>
                </th>
                <td>
                  <Badge tone={state === 'works' ? 'done' : 'plain'}>{t(`token.${state}`)}</Badge>
                </td>
                <td data-label={t('token.ends')}>{longDate(dateOf(endsAt))}</td>
                <td data-label={t('token.used')}>{lastUsedAt === null ? t('token.never') : moment(lastUsedAt)}</td>
                <td className="sw-end">
                  {state === 'works' && (
                    <Button purpose="subtle" aria-label={t('token.revokeOf', { name })} onClick={() => onRevoke(token)}>
                      {t('token.revoke')}
                    </Button>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function stateOf({ revokedAt, endsAt }: Token): 'revoked' | 'expired' | 'works' {
  if (revokedAt !== null) return 'revoked';
  return endsAt < new Date().toISOString() ? 'expired' : 'works';
}
