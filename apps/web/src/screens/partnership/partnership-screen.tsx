import { Button } from '@nl-design-system-candidate/button-react';
import { Heading } from '@nl-design-system-candidate/heading-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link, Outlet } from '@tanstack/react-router';
import { partnershipQuery, sessionQuery, type Partnership } from '../../api/queries.js';
import { useTitle } from '../../app/use-title.js';
import { Badge } from '../../components/badge.js';
import { Notice } from '../../components/notice.js';
import { phaseName } from '../../components/phase-name.js';
import { distance, euro, longDate, moment, today } from '../../i18n/format.js';
import { t } from '../../i18n/translate.js';
import { useChanges } from './use-changes.js';

const route = getRouteApi('/partnerschappen/$id');

const TABS = [
  { to: '/partnerschappen/$id', title: 'p.overview', needs: 'partnerships.read' },
  { to: '/partnerschappen/$id/kaart', title: 'map.tab', needs: 'partnerships.read' },
  { to: '/partnerschappen/$id/verplichting', title: 'duty.tab', needs: 'partnerships.read' },
  { to: '/partnerschappen/$id/tijdlijn', title: 'p.timeline', needs: 'partnerships.read' },
  { to: '/partnerschappen/$id/gesprekken', title: 'p.talks', needs: 'partnerships.read' },
  { to: '/partnerschappen/$id/bewijs', title: 'proof.tab', needs: 'evidence.read' },
] as const;

/** One partnership: at a glance, and its parts. */
export function PartnershipScreen() {
  const { id } = route.useParams();
  const { data: partnership } = useSuspenseQuery(partnershipQuery(id));
  const { data: session } = useSuspenseQuery(sessionQuery);
  useTitle(partnership.title);
  const { change, seen } = useChanges(id);
  const { title, supplier, contract, nextDueOn, states } = partnership;
  const isLate = nextDueOn != null && nextDueOn < today();
  return (
    <>
      <nav className="utrecht-breadcrumb-nav" aria-label={t('list.title')}>
        <Link to="/partnerschappen" className="nl-link">
          {t('list.title')}
        </Link>
      </nav>
      <div className="sw-head" style={{ marginBlockStart: 12 }}>
        <div>
          <Heading level={1}>{title}</Heading>
          <p className="sw-soft">
            <strong>{supplier?.name ?? t('list.noSupplier')}</strong> · {contract.kenmerk} · {contract.categorie}
          </p>
        </div>
        <p className="sw-actions">
          <Badge tone="action">{phaseName(states[0]?.phase ?? '')}</Badge>
          {isLate && <Badge tone="late">{distance(nextDueOn)}</Badge>}
        </p>
      </div>
      {change && (
        <Notice title={t('p.changedBy', { who: change.actor.name ?? change.actor.id, what: change.title })}>
          <p className="sw-actions">
            <span>{moment(change.at)}</span>
            <Button purpose="subtle" onClick={seen}>
              {t('p.changeSeen')}
            </Button>
          </p>
        </Notice>
      )}
      <Facts partnership={partnership} />
      <nav className="sw-tabs" aria-label={t('p.tabs')}>
        {TABS.filter(({ needs }) => session.actions.includes(needs)).map(({ to, title: tab }) => (
          <Link key={to} to={to} params={{ id }} activeOptions={{ exact: true, includeSearch: false }}>
            {t(tab)}
          </Link>
        ))}
      </nav>
      <Outlet />
    </>
  );
}

function Facts({ partnership }: { readonly partnership: Partnership }) {
  const { contract, coordinator, backup, pack, nextDueOn } = partnership;
  return (
    <dl className="sw-facts">
      <div>
        <dt>{t('p.contract')}</dt>
        <dd>
          {euro(contract.waarde)}
          <span>{contract.soort}</span>
        </dd>
      </div>
      <div>
        <dt>{t('p.term')}</dt>
        <dd>
          {contract.start === undefined ? t('p.unknown') : contract.start.slice(0, 4)}
          {contract.einde !== undefined && ` – ${contract.einde.slice(0, 4)}`}
          {contract.einde !== undefined && <span>{longDate(contract.einde)}</span>}
        </dd>
      </div>
      <div>
        <dt>{t('p.coordinator')}</dt>
        <dd>
          {coordinator ?? t('p.nobody')}
          <span>{backup == null ? t('p.noBackup') : t('p.backup', { name: backup })}</span>
        </dd>
      </div>
      <div>
        <dt>{t('p.pack')}</dt>
        <dd>
          <Link
            to="/regelpakketten/$name/$version"
            params={{ name: pack.name, version: pack.version }}
            className="nl-link"
          >
            {pack.name} {pack.version}
          </Link>
        </dd>
      </div>
      <div>
        <dt>{t('p.next')}</dt>
        <dd>
          {nextDueOn == null ? t('p.none') : longDate(nextDueOn)}
          {nextDueOn != null && <span>{distance(nextDueOn)}</span>}
        </dd>
      </div>
    </dl>
  );
}
