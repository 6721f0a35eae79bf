import { Button } from '@nl-design-system-candidate/button-react';
import { Heading } from '@nl-design-system-candidate/heading-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { api, ask } from '../../api/client.js';
import { type Schemas } from '../../api/queries.js';
import { Failure } from '../../components/failure.js';
import { Notice } from '../../components/notice.js';
import { count } from '../../i18n/format.js';
import { t } from '../../i18n/translate.js';

/** Milliseconds between looks at one that runs. */
const LOOK_AGAIN = 1000;

interface Target {
  readonly name: string;
  readonly version: string;
}

/** Who moves: these, or everybody under the pack. */
interface Movers {
  readonly partnerships?: readonly string[];
}

const key = ({ name, version }: Target) => ['rule-packs', name, version, 'migration'];

/** The last move to this version; it goes on while nobody looks. */
async function lastOf({ name, version }: Target): Promise<Schemas['MigrationResults'] | null> {
  const { items } = await ask(api.GET('/api/v1/pack-migrations', { params: { query: { limit: 100 } } }));
  const last = items.find(({ to }) => to.name === name && to.version === version);
  if (!last) return null;
  return ask(api.GET('/api/v1/pack-migrations/{id}', { params: { path: { id: last.id } } }));
}

/** Moving partnerships to this version: what that changes first, and then one by one. */
export function MigrateToPack({ partnerships, ...to }: Target & Movers) {
  const { name, version } = to;
  const [reden, setReden] = useState('');
  const [isMissing, setMissing] = useState(false);
  const field = useId();
  const client = useQueryClient();
  const who = partnerships ? { partnerships: [...partnerships] } : { selection: { pack: name } };
  const body = { to: { name, version }, ...who, reden };
  const { data: last } = useQuery({
    queryKey: key(to),
    queryFn: () => lastOf(to),
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? LOOK_AGAIN : false),
  });
  const survey = useMutation({
    mutationFn: () => ask(api.POST('/api/v1/pack-migrations', { params: { query: { dryRun: true } }, body })),
  });
  const move = useMutation({
    mutationFn: () => ask(api.POST('/api/v1/pack-migrations', { body })),
    onSuccess: async () => {
      survey.reset();
      await client.invalidateQueries();
    },
  });
  const failure = move.error ?? survey.error;
  const look = () => {
    setMissing(reden.trim() === '');
    if (reden.trim() !== '') survey.mutate();
  };
  const found = survey.data && 'counts' in survey.data ? survey.data : undefined;
  return (
    <section aria-labelledby="overzetten" className="sw-card">
      <Heading level={2} id="overzetten">
        {t('pack.migrate')}
      </Heading>
      <div className="sw-card-body sw-stack">
        {failure && <Failure error={failure} />}
        {last && <Progress report={last} />}
        <p>
          {partnerships
            ? t('pack.migrateChosen', { n: partnerships.length, name, version })
            : t('pack.migrateText', { name, version })}
        </p>
        <div className="sw-field" data-invalid={isMissing}>
          <label htmlFor={field} className="utrecht-form-label">
            {t('rem.reason')}
          </label>
          {isMissing && (
            <span id={`${field}-fout`} className="sw-late sw-small">
              {t('form.required')}
            </span>
          )}
          <input
            id={field}
            className="utrecht-textbox utrecht-textbox--html-input"
            value={reden}
            aria-invalid={isMissing || undefined}
            aria-describedby={isMissing ? `${field}-fout` : undefined}
            onChange={({ target }) => {
              survey.reset();
              setReden(target.value);
            }}
          />
        </div>
        {found && <Survey counts={found.counts} />}
        <div className="sw-actions">
          {found && found.counts.movable > 0 ? (
            <Button purpose="primary" disabled={move.isPending} onClick={() => move.mutate()}>
              {t('pack.move', { n: count(found.counts.movable) })}
            </Button>
          ) : (
            <Button purpose="secondary" disabled={survey.isPending} onClick={look}>
              {t('pack.survey')}
            </Button>
          )}
        </div>
      </div>
    </section>
  );
}

function Survey({ counts }: { readonly counts: Schemas['MigrationSurvey']['counts'] }) {
  const { movable, present, refused, obligationChanged, newlyBlocked } = counts;
  return (
    <Notice>
      <p>
        {t('pack.surveyed', {
          ...{ movable: count(movable), present: count(present), refused: count(refused) },
          ...{ obligation: count(obligationChanged), blocked: count(newlyBlocked) },
        })}
      </p>
    </Notice>
  );
}

function Progress({ report: { state, progress } }: { readonly report: Schemas['MigrationResults'] }) {
  const { moved, waiting, refused, conflict } = progress;
  return (
    <Notice tone={state === 'running' ? 'info' : 'done'}>
      {state === 'running' ? (
        <>
          <p>{t('pack.moving', { moved: count(moved), waiting: count(waiting) })}</p>
          <progress max={Math.max(1, moved + waiting)} value={moved} aria-label={t('pack.migrate')} />
        </>
      ) : (
        <p>{t('pack.moved', { moved: count(moved), refused: count(refused), conflict: count(conflict) })}</p>
      )}
    </Notice>
  );
}
