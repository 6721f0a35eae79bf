import { Heading } from '@nl-design-system-candidate/heading-react';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { optionsQuery, partnershipQuery, type Option } from '../../api/queries.js';
import { Empty } from '../../components/empty.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { longDate } from '../../i18n/format.js';
import { t } from '../../i18n/translate.js';
import { OptionRow } from './option-row.js';

const route = getRouteApi('/partnerschappen/$id');

/** Events that have nothing to do with the step a partnership is at. */
const ALWAYS = new Set(['dossierAanvullen', 'opschorten', 'coordinatorOverdragen', 'beeindigen']);

/** What can happen now, what stands in the way, and where it stands. */
export function OverviewTab() {
  const { id } = route.useParams();
  const { data: partnership } = useSuspenseQuery(partnershipQuery(id));
  const { data: options, error, refetch } = useQuery(optionsQuery(id));
  const steps = options?.items.filter(({ event }) => !ALWAYS.has(event)) ?? [];
  const always = options?.items.filter(({ event }) => ALWAYS.has(event)) ?? [];
  return (
    <div className="sw-columns">
      <div className="sw-stack">
        <section aria-labelledby="wat-kan">
          <div className="sw-section-title">
            <Heading level={2} id="wat-kan">
              {t('p.can')}
            </Heading>
            <span className="sw-soft sw-small">
              {t('p.canHint', { pack: `${partnership.pack.name} ${partnership.pack.version}` })}
            </span>
          </div>
          {error && !options ? (
            <Failure error={error} again={refetch} />
          ) : !options ? (
            <Loading />
          ) : options.items.length === 0 ? (
            <div className="sw-card">
              <Empty title={t('p.noOptions')}>
                <p>{t('p.noOptionsText')}</p>
              </Empty>
            </div>
          ) : (
            <Rows id={id} options={steps} />
          )}
        </section>
        {always.length > 0 && (
          <section aria-labelledby="altijd">
            <div className="sw-section-title">
              <Heading level={2} id="altijd">
                {t('p.anyMoment')}
              </Heading>
            </div>
            <Rows id={id} options={always} />
          </section>
        )}
      </div>
      <section className="sw-card" aria-labelledby="waar">
        <Heading level={2} id="waar">
          {t('p.now')}
        </Heading>
        <ol className="sw-list">
          {partnership.states.map(({ id: state, step, title, result, since, source }) => (
            <li key={state}>
              <strong>
                {step} {title}
              </strong>
              {since !== undefined && (
                <span className="sw-soft sw-small"> · {t('p.sinceDate', { date: longDate(since.slice(0, 10)) })}</span>
              )}
              <p className="sw-small">{result}</p>
              <p className="sw-soft sw-small">
                {source.title}
                {source.page !== undefined && `, ${source.page}`}
              </p>
            </li>
          ))}
        </ol>
      </section>
    </div>
  );
}

/** What can be done first, what is blocked after it. */
function Rows({ id, options }: { readonly id: string; readonly options: readonly Option[] }) {
  const rank = ({ status }: Option) => (status === 'blocked' ? 1 : 0);
  return (
    <div className="sw-card">
      {[...options]
        .sort((one, other) => rank(one) - rank(other))
        .map((option) => (
          <OptionRow key={option.event} id={id} option={option} />
        ))}
    </div>
  );
}
