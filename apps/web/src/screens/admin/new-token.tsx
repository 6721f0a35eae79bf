import { Button } from '@nl-design-system-candidate/button-react';
import { Heading } from '@nl-design-system-candidate/heading-react';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { api, ask } from '../../api/client.js';
import { sessionQuery, type Schemas, type Session } from '../../api/queries.js';
import { Choice } from '../../components/choice.js';
import { Failure } from '../../components/failure.js';
import { Notice } from '../../components/notice.js';
import { Secret } from '../../components/secret.js';
import { t } from '../../i18n/translate.js';

type Scope = Schemas['NewApiTokenDto']['scopes'][number];

/** What only a person at a screen may do: never a token. */
const NEVER: Readonly<Record<Exclude<Session['actions'][number], Scope>, true>> = {
  'people.manage': true,
  'installation.manage': true,
  'sessions.own': true,
  'views.own': true,
  'tokens.own': true,
};

const DAYS = [30, 90, 180, 365] as const;

/** A token for what its owner may, for so many days; shown this once. */
export function NewToken() {
  const { data: session } = useSuspenseQuery(sessionQuery);
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<readonly Scope[]>([]);
  const [days, setDays] = useState<number>(DAYS[1]);
  const [isMissing, setMissing] = useState(false);
  const client = useQueryClient();
  const make = useMutation({
    mutationFn: (body: Schemas['NewApiTokenDto']) => ask(api.POST('/api/v1/api-tokens', { body })),
    onSuccess: async () => {
      setName('');
      setScopes([]);
      await client.invalidateQueries({ queryKey: ['api-tokens'] });
    },
  });
  const possible = session.actions.filter((action): action is Scope => !(action in NEVER));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const isReady = name.trim() !== '' && scopes.length > 0;
    setMissing(!isReady);
    if (isReady) make.mutate({ name: name.trim(), scopes: [...scopes], days });
  };
  return (
    <form className="sw-card sw-card-body sw-form" onSubmit={submit} noValidate>
      <Heading level={2}>{t('token.new')}</Heading>
      {make.error && <Failure error={make.error} />}
      {isMissing && <Notice tone="late" title={t('token.missing')} alert />}
      {make.data && (
        <Notice tone="done" title={t('token.made', { name: make.data.name })}>
          <p>{t('secret.once')}</p>
          <Secret label={t('token.made', { name: make.data.name })} value={make.data.token} />
        </Notice>
      )}
      <div className="sw-field">
        <label htmlFor="token-naam" className="utrecht-form-label">
          {t('token.name')}
        </label>
        <span id="token-uitleg" className="sw-soft sw-small">
          {t('token.nameHint')}
        </span>
        <input
          id="token-naam"
          className="utrecht-textbox utrecht-textbox--html-input"
          aria-describedby="token-uitleg"
          autoComplete="off"
          maxLength={100}
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
      </div>
      <fieldset className="sw-group">
        <legend className="utrecht-form-label">{t('token.scopes')}</legend>
        <div className="sw-checks">
          {possible.map((scope) => (
            <label key={scope}>
              <input
                type="checkbox"
                checked={scopes.includes(scope)}
                onChange={({ target }) =>
                  setScopes(target.checked ? [...scopes, scope] : scopes.filter((one) => one !== scope))
                }
              />
              {t(`scope.${scope}`)}
            </label>
          ))}
        </div>
      </fieldset>
      <div className="sw-filters">
        <Choice
          label={t('token.days')}
          value={String(days)}
          options={DAYS.map((n) => [String(n), t('token.daysOf', { n })])}
          onChoose={(chosen) => setDays(DAYS.find((n) => String(n) === chosen) ?? DAYS[1])}
        />
      </div>
      <p>
        <Button purpose="primary" type="submit" disabled={make.isPending}>
          {t('token.make')}
        </Button>
      </p>
    </form>
  );
}
