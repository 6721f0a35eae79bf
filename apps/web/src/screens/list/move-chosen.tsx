import { Button } from '@nl-design-system-candidate/button-react';
import { Heading } from '@nl-design-system-candidate/heading-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { rulePacksQuery } from '../../api/queries.js';
import { Choice } from '../../components/choice.js';
import { Failure } from '../../components/failure.js';
import { t } from '../../i18n/translate.js';
import { MigrateToPack } from '../packs/migrate-to-pack.js';

/** The chosen partnerships to another version or another pack: which one first, then what that changes. */
export function MoveChosen({
  ids,
  onClose,
}: {
  readonly ids: readonly string[];
  /** @param isDone whether it was done */
  readonly onClose: (isDone: boolean) => void;
}) {
  const packs = useQuery(rulePacksQuery);
  const published = (packs.data?.items ?? []).filter(({ state }) => state === 'gepubliceerd');
  const [digest, setDigest] = useState('');
  const to = published.find((one) => one.digest === digest);
  const heading = useRef<HTMLDivElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="sw-card sw-card-body sw-stack sw-bulk-panel" aria-labelledby="samen">
      <div tabIndex={-1} ref={heading}>
        <Heading level={2} id="samen">
          {t('list.moveTitle')}
        </Heading>
      </div>
      {packs.error && <Failure error={packs.error} again={packs.refetch} />}
      <Choice
        label={t('list.moveTo')}
        value={digest}
        options={[
          ['', t('list.moveToNone')],
          ...published.map((one) => [one.digest, `${one.name} ${one.version}`] as const),
        ]}
        onChoose={setDigest}
      />
      {to && <MigrateToPack key={digest} name={to.name} version={to.version} partnerships={ids} />}
      <p>
        <Button purpose="subtle" onClick={() => onClose(false)}>
          {t('list.close')}
        </Button>
      </p>
    </section>
  );
}
