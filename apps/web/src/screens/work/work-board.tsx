import './board.css';
import { Heading } from '@nl-design-system-candidate/heading-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { workCountsQuery, workQuery, type WorkItem, type WorkQuery } from '../../api/queries.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { OVER, PHASES, phaseName } from '../../components/phase-name.js';
import { count, distance, shortDate, today } from '../../i18n/format.js';
import { t } from '../../i18n/translate.js';
import { cardsOf, type Card } from './cards.js';

/** Moments of a phase that are asked for: enough to fill a column with partnerships. */
const ASKED = 60;

/** The work list by phase: of each partnership what comes first, the most urgent above. */
export function WorkBoard({ filter }: { readonly filter: WorkQuery }) {
  const phases = PHASES.filter((phase) => phase !== OVER && (filter.phase === undefined || filter.phase === phase));
  const { data } = useQuery(workCountsQuery);
  return (
    <div className="sw-board" role="region" aria-label={t('board.title')} tabIndex={0}>
      {phases.map((phase) => (
        <Column
          key={phase}
          phase={phase}
          filter={filter}
          partnerships={data?.phases.find((one) => one.phase === phase)?.count ?? 0}
        />
      ))}
    </div>
  );
}

function Column({
  phase,
  filter,
  partnerships,
}: {
  readonly phase: string;
  readonly filter: WorkQuery;
  readonly partnerships: number;
}) {
  const { data, error, refetch } = useQuery(workQuery({ ...filter, phase, limit: ASKED }));
  const cards = cardsOf<WorkItem>(data?.items ?? []);
  return (
    <section className="sw-board-column" aria-labelledby={`kolom-${phase}`}>
      <Heading level={2} id={`kolom-${phase}`}>
        {phaseName(phase)}
      </Heading>
      <p className="sw-small">
        <Link to="/partnerschappen" search={{ fase: phase }} className="nl-link">
          {t('board.all', { n: partnerships, count: count(partnerships) })}
        </Link>
      </p>
      {error && !data && <Failure error={error} again={refetch} />}
      {!data && !error && <Loading rows={3} />}
      {data && cards.length === 0 && <p className="sw-soft sw-small">{t('work.none')}</p>}
      <ul>
        {cards.map((card) => (
          <li key={card.first.id}>
            <BoardCard card={card} />
          </li>
        ))}
      </ul>
      {data?.nextCursor != null && <p className="sw-soft sw-small">{t('board.more')}</p>}
    </section>
  );
}

function BoardCard({ card: { first, others } }: { readonly card: Card<WorkItem> }) {
  const { partnership, supplier, coordinator, kind, dueOn } = first;
  return (
    <article className="sw-card sw-board-card">
      <Link to="/partnerschappen/$id" params={{ id: partnership.id }} className="nl-link">
        {partnership.title}
      </Link>
      <span className="sw-soft">{supplier ?? t('list.noSupplier')}</span>
      <span>
        {kind.title}{' '}
        <span className={dueOn < today() ? 'sw-late' : undefined} title={shortDate(dueOn)}>
          {distance(dueOn)}
        </span>
      </span>
      {others > 0 && <span className="sw-soft">{t('board.others', { n: others })}</span>}
      <span className="sw-soft">{coordinator ?? t('p.nobody')}</span>
    </article>
  );
}
