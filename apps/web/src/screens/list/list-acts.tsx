import { Button } from '@nl-design-system-candidate/button-react';
import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask } from '../../api/client.js';
import { sessionQuery, type Schemas } from '../../api/queries.js';
import { download } from '../../components/download.js';
import { Failure } from '../../components/failure.js';
import { count, today } from '../../i18n/format.js';
import { t } from '../../i18n/translate.js';
import { NOTHING, type Chosen } from './chosen.js';
import { HandOverChosen } from './hand-over-chosen.js';
import { MoveChosen } from './move-chosen.js';

const ACTS = [
  { act: 'handOver', needs: 'partnerships.handOver', title: 'list.handOver' },
  { act: 'move', needs: 'packs.migrate', title: 'list.move' },
] as const;

type Act = (typeof ACTS)[number]['act'];

/** What can be done with the partnerships that are chosen; the whole list can be taken along without choosing. */
export function ListActs({
  chosen,
  choose,
  selection,
}: {
  readonly chosen: Chosen;
  readonly choose: (chosen: Chosen) => void;
  /** What the list is narrowed by. */
  readonly selection: Schemas['SelectionDto'];
}) {
  const { actions } = useSuspenseQuery(sessionQuery).data;
  const [doing, setDoing] = useState<Act>();
  const ids = [...chosen.keys()];
  const take = useMutation({
    mutationFn: () => {
      const body = ids.length > 0 ? { partnerships: ids } : { selection };
      return ask(api.POST('/api/v1/partnership-exports', { body, parseAs: 'blob' }));
    },
    onSuccess: (file) => download(`partnerschappen-${today()}.csv`, file as unknown as Blob),
  });
  const close = (isDone: boolean) => {
    setDoing(undefined);
    if (isDone) choose(NOTHING);
  };
  return (
    <>
      <div className="sw-bulk sw-no-print" data-some={ids.length > 0} role="group" aria-label={t('list.acts')}>
        <span role="status">{t('list.chosen', { n: count(ids.length) })}</span>
        {ids.length > 0 && (
          <Button purpose="subtle" onClick={() => close(true)}>
            {t('list.chooseNone')}
          </Button>
        )}
        <span className="sw-actions">
          {ids.length > 0 &&
            ACTS.filter(({ needs }) => actions.includes(needs)).map(({ act, title }) => (
              <Button key={act} purpose="secondary" onClick={() => setDoing(act)}>
                {t(title)}
              </Button>
            ))}
          <Button purpose="secondary" disabled={take.isPending} onClick={() => take.mutate()}>
            {ids.length > 0 ? t('list.export') : t('list.exportAll')}
          </Button>
        </span>
      </div>
      {take.error && <Failure error={take.error} />}
      {ids.length > 0 && doing === 'handOver' && <HandOverChosen ids={ids} onClose={close} />}
      {ids.length > 0 && doing === 'move' && <MoveChosen ids={ids} onClose={close} />}
    </>
  );
}
