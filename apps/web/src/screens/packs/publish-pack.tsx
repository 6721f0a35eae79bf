import { Button } from '@nl-design-system-candidate/button-react';
import { Heading } from '@nl-design-system-candidate/heading-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask } from '../../api/client.js';
import { Failure } from '../../components/failure.js';
import { t } from '../../i18n/translate.js';

/** Publishing cannot be undone, so it says what comes of it, and asks once more. */
export function PublishPack({
  name,
  version,
  digest,
}: {
  readonly name: string;
  readonly version: string;
  /** Of the draft on screen: when another came in its place meanwhile, that one is not published by mistake. */
  readonly digest: string;
}) {
  const [isAsked, setAsked] = useState(false);
  const client = useQueryClient();
  const publish = useMutation({
    mutationFn: () =>
      ask(
        api.POST('/api/v1/rule-packs/{name}/versions/{version}/publications', {
          params: { path: { name, version } },
          body: { digest },
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: ['rule-packs'] }),
  });
  return (
    <section aria-labelledby="publiceer" className="sw-card">
      <Heading level={2} id="publiceer">
        {t('pack.publish')}
      </Heading>
      <div className="sw-card-body sw-stack">
        {publish.error && <Failure error={publish.error} />}
        <p>{t('pack.publishText')}</p>
        <div className="sw-actions">
          {isAsked ? (
            <>
              <Button purpose="primary" disabled={publish.isPending} onClick={() => publish.mutate()}>
                {t('pack.publishSure', { version })}
              </Button>
              <Button purpose="subtle" onClick={() => setAsked(false)}>
                {t('app.cancel')}
              </Button>
            </>
          ) : (
            <Button purpose="secondary" onClick={() => setAsked(true)}>
              {t('pack.publish')}
            </Button>
          )}
        </div>
      </div>
    </section>
  );
}
