import { Button } from '@nl-design-system-candidate/button-react';
import { NumberBadge } from '@nl-design-system-candidate/number-badge-react';
import { SkipLink } from '@nl-design-system-candidate/skip-link-react';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { sessionQuery, workCountsQuery } from '../api/queries.js';
import { t } from '../i18n/translate.js';
import { AccountMenu } from './account-menu.js';
import { FindAnything } from './find/find-anything.js';
import { screensOf } from './screens.js';
import { useLiveUpdates } from './live.js';

/** What every screen has around it. */
export function Shell() {
  const { data: session } = useSuspenseQuery(sessionQuery);
  const [open, setOpen] = useState(false);
  const main = useRef<HTMLElement>(null);
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const before = useRef(path);
  useLiveUpdates();
  useEffect(() => {
    // Whoever goes to another screen by keyboard goes on from its beginning.
    if (before.current !== path) main.current?.focus();
    before.current = path;
    setOpen(false);
  }, [path]);
  return (
    <>
      <SkipLink href="#inhoud">{t('app.skip')}</SkipLink>
      <div className="sw-shell">
        <header className="sw-top">
          <Button
            className="sw-menu-button"
            purpose="subtle"
            aria-expanded={open}
            aria-controls="menu"
            onClick={() => setOpen(!open)}
          >
            {t('app.menu')}
          </Button>
          <Link to="/" className="sw-brand" data-brand>
            <img src="/icoon.svg" alt="" width="26" height="26" />
            {t('app.name')}
          </Link>
          <FindAnything session={session} />
          <AccountMenu session={session} />
        </header>
        <nav className="sw-nav" id="menu" data-open={open} aria-label={t('app.navigation')}>
          <ul>
            {screensOf(session).map(({ to, title, icon: Icon }) => (
              <li key={to}>
                <Link to={to} activeOptions={{ exact: to === '/', includeSearch: false }}>
                  <Icon size={20} aria-hidden />
                  {t(title)}
                  {to === '/' && <Overdue />}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <main className="sw-main" id="inhoud" tabIndex={-1} ref={main}>
          <Outlet />
        </main>
      </div>
    </>
  );
}

/** How much is overdue, beside the work list in the menu. */
function Overdue() {
  const { data } = useQuery(workCountsQuery);
  if (!data || data.overdue === 0) return null;
  return <NumberBadge label={`${data.overdue} ${t('work.overdue').toLowerCase()}`}>{data.overdue}</NumberBadge>;
}
