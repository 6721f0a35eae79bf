import { Button } from '@nl-design-system-candidate/button-react';
import { Heading } from '@nl-design-system-candidate/heading-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, ask } from '../../api/client.js';
import { type Schemas } from '../../api/queries.js';
import { Failure } from '../../components/failure.js';
import { Notice } from '../../components/notice.js';
import { count, dateOf, longDate } from '../../i18n/format.js';
import { t } from '../../i18n/translate.js';

/** Milliseconds between looks at one that runs. */
const LOOK_AGAIN = 1000;

const key = (name: string, version: string) => ['rule-packs', name, version, 'regression'];

/** The last regression of this version that is on record; it goes on while nobody looks. */
async function lastOf(name: string, version: string): Promise<Schemas['Regression'] | null> {
  const { items } = await ask(
    api.GET('/api/v1/rule-packs/{name}/regressions', { params: { path: { name }, query: { limit: 100 } } }),
  );
  const last = items.find(({ candidate }) => candidate.version === version);
  if (!last) return null;
  return ask(api.GET('/api/v1/rule-packs/{name}/regressions/{id}', { params: { path: { name, id: last.id } } }));
}

/** What would have gone another way: all running partnerships replayed under this version. */
export function PackRegression({
  name,
  version,
  mayStart,
}: {
  readonly name: string;
  readonly version: string;
  readonly mayStart: boolean;
}) {
  const client = useQueryClient();
  const { data, error } = useQuery({
    queryKey: key(name, version),
    queryFn: () => lastOf(name, version),
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? LOOK_AGAIN : false),
  });
  const start = useMutation({
    mutationFn: () =>
      ask(api.POST('/api/v1/rule-packs/{name}/regressions', { params: { path: { name } }, body: { version } })),
    onSuccess: () => client.invalidateQueries({ queryKey: key(name, version) }),
  });
  if (!mayStart && !data) return null;
  const failure = start.error ?? error;
  return (
    <section aria-labelledby="regressie">
      <div className="sw-section-title">
        <Heading level={2} id="regressie">
          {t('pack.regression')}
        </Heading>
        <span className="sw-soft sw-small">{t('pack.regressionHint')}</span>
      </div>
      <div className="sw-card sw-card-body sw-stack">
        {failure && <Failure error={failure} />}
        {data && <Outcome regression={data} />}
        {mayStart && data?.state !== 'running' && (
          <p>
            <Button purpose="secondary" disabled={start.isPending} onClick={() => start.mutate()}>
              {t('pack.replay')}
            </Button>
          </p>
        )}
      </div>
    </section>
  );
}

function Outcome({ regression: { state, progress, findings, id } }: { readonly regression: Schemas['Regression'] }) {
  if (state === 'running')
    return (
      <div role="status">
        <p>{t('pack.replaying', { done: count(progress.done), all: count(progress.partnerships) })}</p>
        <progress max={Math.max(1, progress.partnerships)} value={progress.done} aria-label={t('pack.regression')} />
      </div>
    );
  const differs = findings.refused.partnerships;
  return (
    <>
      <Notice tone={state !== 'done' ? 'late' : differs === 0 ? 'done' : 'blocked'}>
        <p>
          {state === 'done'
            ? t('pack.replayed', { n: progress.partnerships, differs: count(differs) })
            : t('pack.replayStopped')}
        </p>
      </Notice>
      <Refusals key={id} refusals={findings.refusals} />
    </>
  );
}

function Refusals({ refusals }: { readonly refusals: Schemas['Regression']['findings']['refusals'] }) {
  if (refusals.length === 0) return null;
  return (
    <ul className="sw-list">
      {refusals.map(({ partnership, title, firstRefused }) => (
        <li key={partnership}>
          <Link to="/partnerschappen/$id/tijdlijn" params={{ id: partnership }} className="nl-link">
            {title}
          </Link>
          {firstRefused && (
            <p className="sw-small">
              {t('pack.firstDifference', { event: firstRefused.event, date: longDate(dateOf(firstRefused.at)) })}{' '}
              {firstRefused.causes.map(({ id, message }) => `${id}: ${message}`).join(' ')}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
