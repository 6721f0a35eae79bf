import { Heading } from '@nl-design-system-candidate/heading-react';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { obligationQuery, rulePackQuery, sessionQuery, type Schemas } from '../../api/queries.js';
import { Empty } from '../../components/empty.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { euro, longDate } from '../../i18n/format.js';
import { t } from '../../i18n/translate.js';
import { AdviceCard } from './duty/advice-card.js';
import { Steps } from './duty/steps.js';

const route = getRouteApi('/partnerschappen/$id/verplichting');

/** What is owed under the pack of this partnership, and how every figure came about. */
export function DutyTab() {
  const { id } = route.useParams();
  const { data: session } = useSuspenseQuery(sessionQuery);
  const { data, error, refetch } = useQuery(obligationQuery(id));
  if (error && !data) return <Failure error={error} again={refetch} />;
  if (!data) return <Loading />;
  const { pack, date, obligations, toFillIn } = data;
  const owed = obligations.flatMap(({ outcome }) => outcome.amount ?? []);
  return (
    <div className="sw-columns">
      <section className="sw-stack" aria-labelledby="verplichting">
        <div>
          <Heading level={2} id="verplichting">
            {t('duty.title')}
          </Heading>
          <p className="sw-soft sw-small">
            {t('duty.basis', { pack: `${pack.name} ${pack.version}`, date: longDate(date) })}
          </p>
        </div>
        {obligations.length === 0 && (
          <div className="sw-card">
            <Empty title={t('duty.none')}>
              <p>{t('duty.noneText')}</p>
            </Empty>
          </div>
        )}
        {obligations.map((obligation) => (
          <ObligationCard key={obligation.id} obligation={obligation} />
        ))}
        {toFillIn.length > 0 && (
          <div className="sw-card sw-card-body">
            <p>{t('duty.toFillIn')}</p>
            <ul className="sw-small">
              {toFillIn.map(({ name, title }) => (
                <li key={name}>{title}</li>
              ))}
            </ul>
          </div>
        )}
      </section>
      {session.actions.includes('whatIf.use') &&
        session.actions.includes('packs.read') &&
        owed.length === 1 &&
        owed[0] !== undefined && <Advisor id={id} owed={owed[0]} pack={pack} />}
    </div>
  );
}

/** The advisor works with the blocks of a pack; of a pack without, that is said instead. */
function Advisor({
  id,
  owed,
  pack: { name, version },
}: {
  readonly id: string;
  /** Decimal text. */
  readonly owed: string;
  readonly pack: Schemas['PartnershipObligation']['pack'];
}) {
  const { data } = useQuery(rulePackQuery(name, version));
  if (!data) return <Loading rows={3} />;
  if (data.blocks.length > 0) return <AdviceCard id={id} owed={owed} />;
  return (
    <section className="sw-card" aria-labelledby="adviseur">
      <Heading level={2} id="adviseur">
        {t('duty.advisor')}
      </Heading>
      <p className="sw-card-body sw-small">{t('duty.noBlocks', { pack: name })}</p>
    </section>
  );
}

function ObligationCard({ obligation }: { readonly obligation: Schemas['Obligation'] }) {
  const { id, title, outcome, due, steps, shortfall } = obligation;
  return (
    <section className="sw-card" aria-labelledby={`verplichting-${id}`}>
      <Heading level={3} id={`verplichting-${id}`}>
        {title}
      </Heading>
      <div className="sw-card-body sw-field">
        <p>
          {outcome.amount === undefined ? (
            t(`duty.outcome.${outcome.kind}`)
          ) : (
            <strong className="sw-figure">{euro(outcome.amount)}</strong>
          )}{' '}
          <span className="sw-soft">{t(`duty.due.${due}`)}</span>
        </p>
        {outcome.reason !== undefined && <p>{outcome.reason}</p>}
        <Steps steps={steps} />
        {shortfall.known.length > 0 && (
          <p className="sw-small">
            {t('duty.shortfall')}{' '}
            {shortfall.known.map(({ title: name, value, unit }) => `${name}: ${String(value)} ${unit}`).join(' · ')}
          </p>
        )}
      </div>
    </section>
  );
}
