import { Heading } from '@nl-design-system-candidate/heading-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, Navigate, Outlet, useRouterState } from '@tanstack/react-router';
import { sessionQuery } from '../../api/queries.js';
import { NotFound } from '../../app/not-found.js';
import { useTitle } from '../../app/use-title.js';
import { t } from '../../i18n/translate.js';

const TABS = [
  { to: '/beheer/mensen', title: 'people.title', needs: 'people.read' },
  { to: '/beheer/logboek', title: 'log.title', needs: 'audit.read' },
  { to: '/beheer/importeren', title: 'import.title', needs: 'contracts.manage' },
  { to: '/beheer/adresboek', title: 'addr.title', needs: 'addresses.read' },
  { to: '/beheer/betrokkenen', title: 'subject.title', needs: 'subjects.read' },
  { to: '/beheer/bewaren', title: 'keep.title', needs: 'privacySettings.read' },
  { to: '/beheer/tokens', title: 'token.title', needs: 'tokens.own' },
] as const;

/** What keeps the administration in order; each sees the parts that are theirs. */
export function AdminScreen() {
  const { data: session } = useSuspenseQuery(sessionQuery);
  const path = useRouterState({ select: ({ location }) => location.pathname });
  useTitle(t('admin.title'));
  const tabs = TABS.filter(({ needs }) => session.actions.includes(needs));
  const [first] = tabs;
  if (!first) return <NotFound />;
  if (path === '/beheer' || path === '/beheer/') return <Navigate to={first.to} replace />;
  return (
    <>
      <Heading level={1}>{t('admin.title')}</Heading>
      <nav className="sw-tabs" aria-label={t('admin.tabs')}>
        {tabs.map(({ to, title }) => (
          <Link key={to} to={to}>
            {t(title)}
          </Link>
        ))}
      </nav>
      <Outlet />
    </>
  );
}
