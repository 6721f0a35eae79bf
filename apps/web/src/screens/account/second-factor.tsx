import { Button } from '@nl-design-system-candidate/button-react';
import { Heading } from '@nl-design-system-candidate/heading-react';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState, type FormEvent } from 'react';
import { api, ask } from '../../api/client.js';
import { Confirm } from '../../components/confirm.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { Notice } from '../../components/notice.js';
import { Secret } from '../../components/secret.js';
import { dateOf, longDate } from '../../i18n/format.js';
import { t } from '../../i18n/translate.js';

const QrCode = lazy(async () => ({ default: (await import('./qr-code.js')).QrCode }));

const factorQuery = queryOptions({
  queryKey: ['second-factor'],
  queryFn: () => ask(api.GET('/api/v1/second-factor')),
});

/** The code beside the password: on, off, and the codes for when the phone is lost. */
export function SecondFactor() {
  const { data, error, refetch } = useQuery(factorQuery);
  const [codes, setCodes] = useState<readonly string[]>();
  return (
    <section className="sw-card" aria-labelledby="code">
      <Heading level={2} id="code">
        {t('totp.title')}
      </Heading>
      <div className="sw-card-body sw-stack">
        {error && !data && <Failure error={error} again={refetch} />}
        {!data && !error && <Loading rows={2} />}
        {codes && <RecoveryCodes codes={codes} onKept={() => setCodes(undefined)} />}
        {data?.required === true && <p>{t('totp.required')}</p>}
        {data &&
          (data.since === null ? (
            <SetUp onCodes={setCodes} />
          ) : (
            <>
              <p>{t('totp.on', { date: longDate(dateOf(data.since)), n: data.recoveryCodes })}</p>
              {!data.required && <TurnOff />}
            </>
          ))}
      </div>
    </section>
  );
}

function RecoveryCodes({ codes, onKept }: { readonly codes: readonly string[]; readonly onKept: () => void }) {
  return (
    <Notice tone="done" title={t('totp.recovery')}>
      <p>{t('totp.recoveryText')}</p>
      <ul className="sw-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <p>
        <Button purpose="secondary" onClick={onKept}>
          {t('totp.kept')}
        </Button>
      </p>
    </Notice>
  );
}

function SetUp({ onCodes }: { readonly onCodes: (codes: readonly string[]) => void }) {
  const [code, setCode] = useState('');
  const client = useQueryClient();
  const begin = useMutation({ mutationFn: () => ask(api.POST('/api/v1/second-factor')) });
  const confirm = useMutation({
    mutationFn: () => ask(api.POST('/api/v1/second-factor/confirmations', { body: { code } })),
    onSuccess: async ({ recoveryCodes }) => {
      onCodes(recoveryCodes);
      await client.invalidateQueries({ queryKey: ['second-factor'] });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    confirm.mutate();
  };
  if (!begin.data)
    return (
      <>
        {begin.error && <Failure error={begin.error} />}
        <p>{t('totp.off')}</p>
        <p>
          <Button purpose="secondary" disabled={begin.isPending} onClick={() => begin.mutate()}>
            {t('totp.begin')}
          </Button>
        </p>
      </>
    );
  return (
    <form className="sw-form" onSubmit={submit}>
      {confirm.error && <Failure error={confirm.error} />}
      <p>{t('totp.scan')}</p>
      <Suspense fallback={<div style={{ blockSize: 220 }} />}>
        <QrCode text={begin.data.uri} />
      </Suspense>
      <Secret label={t('totp.secret')} value={begin.data.secret} />
      <CodeField label={t('totp.code')} code={code} onType={setCode} />
      <p>
        <Button purpose="primary" type="submit" disabled={confirm.isPending || code.trim() === ''}>
          {t('totp.turnOn')}
        </Button>
      </p>
    </form>
  );
}

function TurnOff() {
  const [isAsked, setAsked] = useState(false);
  const [code, setCode] = useState('');
  const client = useQueryClient();
  const off = useMutation({
    mutationFn: () => ask(api.POST('/api/v1/second-factor/removals', { body: { code } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['second-factor'] }),
  });
  if (!isAsked)
    return (
      <p>
        <Button purpose="secondary" onClick={() => setAsked(true)}>
          {t('totp.turnOff')}
        </Button>
      </p>
    );
  return (
    <>
      {off.error && <Failure error={off.error} />}
      <Confirm
        title={t('totp.turnOff')}
        text={t('totp.turnOffText')}
        sure={t('totp.turnOff')}
        isBusy={off.isPending || code.trim() === ''}
        onSure={() => off.mutate()}
        onCancel={() => setAsked(false)}
      >
        <CodeField label={t('totp.codeOff')} code={code} onType={setCode} />
      </Confirm>
    </>
  );
}

function CodeField({
  label,
  code,
  onType,
}: {
  readonly label: string;
  readonly code: string;
  readonly onType: (code: string) => void;
}) {
  return (
    <label className="sw-field">
      <span className="utrecht-form-label">{label}</span>
      <input
        className="utrecht-textbox utrecht-textbox--html-input sw-short"
        autoComplete="one-time-code"
        value={code}
        onChange={({ target }) => onType(target.value)}
      />
    </label>
  );
}
