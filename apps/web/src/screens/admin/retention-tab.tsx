import { Button } from '@nl-design-system-candidate/button-react';
import { Heading } from '@nl-design-system-candidate/heading-react';
import { useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask } from '../../api/client.js';
import { privacySettingsQuery, sessionQuery } from '../../api/queries.js';
import { Confirm } from '../../components/confirm.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { Notice } from '../../components/notice.js';
import { t } from '../../i18n/translate.js';
import { ChangeRetention } from './change-retention.js';
import { WouldErase } from './would-erase.js';

/** How long names are kept, from how many people on a figure is shown, and whom that would erase. */
export function RetentionTab() {
  const { data: session } = useSuspenseQuery(sessionQuery);
  const { data, error, refetch } = useQuery(privacySettingsQuery);
  const [isSaved, setSaved] = useState(false);
  if (error && !data) return <Failure error={error} again={refetch} />;
  if (!data) return <Loading rows={4} />;
  const months = data.eraseAfterMonths;
  return (
    <div className="sw-stack">
      {isSaved && <Notice tone="done" title={t('keep.saved')} />}
      <section className="sw-card sw-card-body" aria-labelledby="bewaren-nu">
        <Heading level={2} id="bewaren-nu">
          {t('keep.title')}
        </Heading>
        <p>{months === null ? t('keep.never') : t('keep.term', { n: months })}</p>
        <p>{t('keep.group', { n: data.groupMinimum })}</p>
        <p className="sw-soft">{t('keep.daily')}</p>
        {months !== null && session.actions.includes('subjects.erase') && <EraseNow />}
      </section>
      {session.actions.includes('privacySettings.manage') && (
        <ChangeRetention
          onSaved={() => setSaved(true)}
          key={`${months} ${data.groupMinimum}`}
          settings={data}
          mayLook={session.actions.includes('subjects.erase')}
        />
      )}
    </div>
  );
}

/** What the daily run does, now: first who it would be. */
function EraseNow() {
  const client = useQueryClient();
  const [isSure, setSure] = useState(false);
  const run = (dryRun: boolean) => ask(api.POST('/api/v1/retention-runs', { params: { query: { dryRun } } }));
  const look = useMutation({ mutationFn: () => run(true), onSuccess: () => setSure(true) });
  const erase = useMutation({
    mutationFn: () => run(false),
    onSuccess: async () => {
      setSure(false);
      await client.invalidateQueries();
    },
  });
  const people = look.data?.people.length ?? 0;
  const error = look.error ?? erase.error;
  return (
    <>
      {error && <Failure error={error} />}
      {erase.data && <Notice tone="done" title={t('keep.done', { n: erase.data.erased })} />}
      {isSure && look.data && people === 0 && <Notice title={t('keep.nobody')} />}
      {isSure && look.data && people > 0 && (
        <>
          <WouldErase found={look.data} />
          <Confirm
            title={t('keep.runTitle')}
            text={t('keep.runText', { n: people })}
            sure={t('keep.sure')}
            isBusy={erase.isPending}
            onSure={() => erase.mutate()}
            onCancel={() => setSure(false)}
          />
        </>
      )}
      <p>
        <Button
          purpose="secondary"
          disabled={look.isPending || erase.isPending}
          onClick={() => {
            erase.reset();
            look.mutate();
          }}
        >
          {t('keep.run')}
        </Button>
      </p>
    </>
  );
}
