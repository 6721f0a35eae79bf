import { type QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  type AnyRouter,
} from '@tanstack/react-router';
import { whereTheyWere } from '../api/client.js';
import { optionsQuery, partnershipQuery, rulePacksQuery, savedViewsQuery, sessionQuery } from '../api/queries.js';
import { tabsOf } from '../screens/admin/tabs.js';
import { Loading } from '../components/loading.js';
import { NotFound } from './not-found.js';
import { ScreenFailed } from './screen-failed.js';
import { textsOf } from './search.js';
import { Shell } from './shell.js';
import { noteVisit } from './visit.js';

const root = createRootRouteWithContext<{ client: QueryClient }>()({
  beforeLoad: async ({ context: { client } }) => {
    const { person } = await client.ensureQueryData(sessionQuery);
    noteVisit(person.id);
    const back = whereTheyWere();
    if (back !== undefined) throw redirect({ href: back });
  },
  component: Shell,
  notFoundComponent: NotFound,
  pendingComponent: Loading,
  errorComponent: ScreenFailed,
});

const work = createRoute({
  getParentRoute: () => root,
  path: '/',
  validateSearch: textsOf('q', 'fase', 'van', 'beeld'),
  loader: ({ context: { client } }) => client.prefetchQuery(savedViewsQuery),
  component: lazyRouteComponent(() => import('../screens/work/work-screen.js'), 'WorkScreen'),
});

const list = createRoute({
  getParentRoute: () => root,
  path: '/partnerschappen',
  validateSearch: textsOf('q', 'fase', 'pakket', 'laat'),
  loader: ({ context: { client } }) => client.prefetchQuery(savedViewsQuery),
  component: lazyRouteComponent(() => import('../screens/list/list-screen.js'), 'ListScreen'),
});

const partnership = createRoute({
  getParentRoute: () => root,
  path: '/partnerschappen/$id',
  // Asked for beside the tab and not before it: parts that appear one after another are held back by React each time.
  loader: ({ context: { client }, params: { id } }) => client.prefetchQuery(partnershipQuery(id)),
  component: lazyRouteComponent(() => import('../screens/partnership/partnership-screen.js'), 'PartnershipScreen'),
});

const overview = createRoute({
  getParentRoute: () => partnership,
  path: '/',
  loader: ({ context: { client }, params: { id } }) => client.prefetchQuery(optionsQuery(id)),
  component: lazyRouteComponent(() => import('../screens/partnership/overview-tab.js'), 'OverviewTab'),
});

const map = createRoute({
  getParentRoute: () => partnership,
  path: '/kaart',
  component: lazyRouteComponent(() => import('../screens/partnership/map-tab.js'), 'MapTab'),
});

const duty = createRoute({
  getParentRoute: () => partnership,
  path: '/verplichting',
  component: lazyRouteComponent(() => import('../screens/partnership/duty-tab.js'), 'DutyTab'),
});

const timeline = createRoute({
  getParentRoute: () => partnership,
  path: '/tijdlijn',
  validateSearch: textsOf('op'),
  component: lazyRouteComponent(() => import('../screens/partnership/timeline-tab.js'), 'TimelineTab'),
});

const talks = createRoute({
  getParentRoute: () => partnership,
  path: '/gesprekken',
  component: lazyRouteComponent(() => import('../screens/partnership/talks-tab.js'), 'TalksTab'),
});

const evidence = createRoute({
  getParentRoute: () => partnership,
  path: '/bewijs',
  component: lazyRouteComponent(() => import('../screens/partnership/evidence-tab.js'), 'EvidenceTab'),
});

const event = createRoute({
  getParentRoute: () => root,
  path: '/partnerschappen/$id/vastleggen/$event',
  component: lazyRouteComponent(() => import('../screens/partnership/event-screen.js'), 'EventScreen'),
});

const packs = createRoute({
  getParentRoute: () => root,
  path: '/regelpakketten',
  loader: ({ context: { client } }) => client.prefetchQuery(rulePacksQuery),
  component: lazyRouteComponent(() => import('../screens/packs/packs-screen.js'), 'PacksScreen'),
});

const pack = createRoute({
  getParentRoute: () => root,
  path: '/regelpakketten/$name/$version',
  component: lazyRouteComponent(() => import('../screens/packs/pack-screen.js'), 'PackScreen'),
});

const agenda = createRoute({
  getParentRoute: () => root,
  path: '/agenda',
  validateSearch: textsOf('maand', 'van', 'met'),
  component: lazyRouteComponent(() => import('../screens/agenda/agenda-screen.js'), 'AgendaScreen'),
});

const handover = createRoute({
  getParentRoute: () => root,
  path: '/overdragen',
  component: lazyRouteComponent(() => import('../screens/handover/handover-screen.js'), 'HandoverScreen'),
});

const whatIf = createRoute({
  getParentRoute: () => root,
  path: '/wat-als',
  validateSearch: textsOf('pakketten', 'op', 'contract', 'bijdragen'),
  component: lazyRouteComponent(() => import('../screens/what-if/what-if-screen.js'), 'WhatIfScreen'),
});

const reminders = createRoute({
  getParentRoute: () => root,
  path: '/herinneringen',
  validateSearch: textsOf('q', 'stand', 'vorm'),
  component: lazyRouteComponent(() => import('../screens/reminders/reminders-screen.js'), 'RemindersScreen'),
});

const reminder = createRoute({
  getParentRoute: () => root,
  path: '/herinneringen/$id',
  component: lazyRouteComponent(() => import('../screens/reminders/reminder-screen.js'), 'ReminderScreen'),
});

const admin = createRoute({
  getParentRoute: () => root,
  path: '/beheer',
  // Before anything is drawn: who opens it begins at the top of the page, and not in the part that they were sent to.
  beforeLoad: async ({ context: { client }, location: { pathname } }) => {
    const [first] = tabsOf(await client.ensureQueryData(sessionQuery));
    if (first && /^\/beheer\/?$/.test(pathname)) throw redirect({ to: first.to, replace: true });
  },
  component: lazyRouteComponent(() => import('../screens/admin/admin-screen.js'), 'AdminScreen'),
});

const people = createRoute({
  getParentRoute: () => admin,
  path: '/mensen',
  component: lazyRouteComponent(() => import('../screens/admin/people-tab.js'), 'PeopleTab'),
});

const log = createRoute({
  getParentRoute: () => admin,
  path: '/logboek',
  component: lazyRouteComponent(() => import('../screens/admin/log-tab.js'), 'LogTab'),
});

const imports = createRoute({
  getParentRoute: () => admin,
  path: '/importeren',
  component: lazyRouteComponent(() => import('../screens/admin/import-tab.js'), 'ImportTab'),
});

const tokens = createRoute({
  getParentRoute: () => admin,
  path: '/tokens',
  component: lazyRouteComponent(() => import('../screens/admin/tokens-tab.js'), 'TokensTab'),
});

const addresses = createRoute({
  getParentRoute: () => admin,
  path: '/adresboek',
  component: lazyRouteComponent(() => import('../screens/admin/addresses-tab.js'), 'AddressesTab'),
});

const subjects = createRoute({
  getParentRoute: () => admin,
  path: '/betrokkenen',
  validateSearch: textsOf('q'),
  component: lazyRouteComponent(() => import('../screens/admin/subjects-tab.js'), 'SubjectsTab'),
});

const organisation = createRoute({
  getParentRoute: () => admin,
  path: '/organisatie',
  component: lazyRouteComponent(() => import('../screens/admin/organisation-tab.js'), 'OrganisationTab'),
});

const retention = createRoute({
  getParentRoute: () => admin,
  path: '/bewaren',
  component: lazyRouteComponent(() => import('../screens/admin/retention-tab.js'), 'RetentionTab'),
});

const account = createRoute({
  getParentRoute: () => root,
  path: '/account',
  component: lazyRouteComponent(() => import('../screens/account/account-screen.js'), 'AccountScreen'),
});

const tree = root.addChildren([
  ...[work, list, partnership.addChildren([overview, map, duty, timeline, talks, evidence]), event],
  ...[
    packs,
    pack,
    agenda,
    handover,
    whatIf,
    reminders,
    reminder,
    account,
    admin.addChildren([people, log, imports, addresses, subjects, retention, organisation, tokens]),
  ],
]);

export function createAppRouter(client: QueryClient) {
  return createRouter({
    routeTree: tree,
    context: { client },
    defaultPreload: 'intent',
    scrollRestoration: true,
    defaultPendingMs: 200,
    defaultPendingComponent: Loading,
    defaultErrorComponent: ScreenFailed,
  }) satisfies AnyRouter;
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
