import { Button } from '@nl-design-system-candidate/button-react';
import { queryOptions, useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask } from '../../api/client.js';
import { sessionQuery, type Schemas } from '../../api/queries.js';
import { Confirm } from '../../components/confirm.js';
import { Empty } from '../../components/empty.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { Notice } from '../../components/notice.js';
import { roleName } from '../../components/role-name.js';
import { t } from '../../i18n/translate.js';
import { PutAddress } from './put-address.js';

const addressesQuery = queryOptions({ queryKey: ['addresses'], queryFn: () => ask(api.GET('/api/v1/addresses')) });

/** Most names without an address that are written out. */
const MOST = 20;

/** Where mail for a role, function or person goes, and who has no address yet. */
export function AddressesTab() {
  const { data: session } = useSuspenseQuery(sessionQuery);
  const { data, error, refetch } = useQuery(addressesQuery);
  const [leaving, setLeaving] = useState<string>();
  const [filling, setFilling] = useState<Partial<Schemas['Address']>>({});
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: (name: string) => ask(api.DELETE('/api/v1/addresses/{name}', { params: { path: { name } } })),
    onSuccess: async () => {
      setLeaving(undefined);
      await client.invalidateQueries({ queryKey: ['addresses'] });
    },
  });
  if (error && !data) return <Failure error={error} again={refetch} />;
  if (!data) return <Loading rows={8} />;
  const mayManage = session.actions.includes('addresses.manage');
  return (
    <div className="sw-stack">
      <p>{t('addr.lead')}</p>
      {data.missing.length > 0 && (
        <Missing missing={data.missing} {...(mayManage && { onFill: (name: string) => setFilling({ name }) })} />
      )}
      {mayManage && <PutAddress key={filling.name ?? ''} start={filling} />}
      {remove.error && <Failure error={remove.error} />}
      {leaving !== undefined && (
        <Confirm
          title={t('addr.remove', { name: roleName(leaving) })}
          text={t('addr.removeText', { name: roleName(leaving) })}
          sure={t('addr.sure', { name: roleName(leaving) })}
          isBusy={remove.isPending}
          onSure={() => remove.mutate(leaving)}
          onCancel={() => setLeaving(undefined)}
        />
      )}
      {data.items.length === 0 ? (
        <div className="sw-card">
          <Empty title={t('addr.none')} />
        </div>
      ) : (
        <Rows items={data.items} {...(mayManage && { onChange: setFilling, onRemove: setLeaving })} />
      )}
    </div>
  );
}

function Missing({
  missing,
  onFill,
}: {
  readonly missing: Schemas['Addresses']['missing'];
  readonly onFill?: (name: string) => void;
}) {
  return (
    <Notice tone="blocked" title={t('addr.missing', { n: missing.length })}>
      <ul className="sw-missing">
        {missing.slice(0, MOST).map(({ name, namedBy, instead }) => (
          <li key={name}>
            <span>
              <strong>{roleName(name)}</strong>{' '}
              <span className="sw-small">
                {t(`addr.by.${namedBy}`)};{' '}
                {instead === null ? t('addr.nowhere') : t('addr.instead', { email: instead })}
              </span>
            </span>
            {onFill && (
              <Button purpose="subtle" onClick={() => onFill(name)}>
                {t('addr.fill', { name: roleName(name) })}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Rows({
  items,
  onChange,
  onRemove,
}: {
  readonly items: Schemas['Addresses']['items'];
  readonly onChange?: (address: Schemas['Address']) => void;
  readonly onRemove?: (name: string) => void;
}) {
  return (
    <div className="sw-card sw-table-frame" role="region" aria-label={t('addr.title')} tabIndex={0}>
      <table className="utrecht-table sw-stacked">
        <thead>
          <tr>
            <th scope="col">{t('addr.name')}</th>
            <th scope="col">{t('addr.email')}</th>
            <th scope="col">{t('addr.language')}</th>
            <th scope="col">
              <span className="sw-hidden">{t('people.act')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((address) => {
            const { name, email, language } = address;
            return (
              <tr key={name}>
                <th scope="row">{roleName(name)}</th>
                <td data-label={t('addr.email')}>{email}</td>
                <td data-label={t('addr.language')}>{t(language === 'nl' ? 'app.dutch' : 'app.english')}</td>
                <td className="sw-end">
                  {onChange && (
                    <Button
                      purpose="subtle"
                      aria-label={t('addr.change', { name: roleName(name) })}
                      onClick={() => onChange(address)}
                    >
                      {t('addr.change', { name: '' }).trim()}
                    </Button>
                  )}
                  {onRemove && (
                    <Button
                      purpose="subtle"
                      aria-label={t('addr.remove', { name: roleName(name) })}
                      onClick={() => onRemove(name)}
                    >
                      {t('addr.removeShort')}
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
