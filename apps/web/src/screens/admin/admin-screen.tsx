import { Heading } from '@nl-design-system-candidate/heading-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, Outlet } from '@tanstack/react-router';
import { sessionQuery } from '../../api/queries.js';
import { NotFound } from '../../app/not-found.js';
import { useTitle } from '../../app/use-title.js';
import { t } from '../../i18n/translate.js';
import { tabsOf } from './tabs.js';

/** What keeps the administration in order; each sees the parts that are theirs. */
export function AdminScreen() {
  const { data: session } = useSuspenseQuery(sessionQuery);
  useTitle(t('admin.title'));
  const tabs = tabsOf(session);
  if (tabs.length === 0) return <NotFound />;
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
