import type { Role } from '@rectify/engine/rectification';
import { createRootRoute, createRoute, createRouter, redirect, retainSearchParams } from '@tanstack/react-router';
import { z } from 'zod';
import { isAsOf, isKnownAt } from './as-of/as-of.ts';
import { boardSearch } from './board/board-search.ts';
import { actSearch } from './campaigns/act/act-search.ts';
import { runSearch } from './campaigns/run/run-search.ts';
import { caseSearch } from './case/case-search.ts';
import { changesSearch } from './changes/changes-search.ts';
import { citationSearch } from './citation/citation-search.ts';
import { closuresSearch } from './closures/closures-search.ts';
import { lateSearch } from './late/late-search.ts';
import { lazyPage } from './lazy-page.ts';
import { papersSearch } from './papers/papers-search.ts';
import { currentSession } from './session/session.ts';
import { readSetting } from './settings/device-settings.ts';
import { NotFound, UnexpectedError } from './shell/dead-ends.tsx';
import { Shell } from './shell/shell.tsx';
import { statisticsSearch } from './statistics/statistics-search.ts';
import { staysSearch } from './stays/stays-search.ts';
import { severalSearch } from './studio/replay/several-search.ts';
import { studioSearch } from './studio/studio-search.ts';
import { timeSearch } from './studio/time/time-search.ts';
import { parseSearch, writeSearch } from './url-search.ts';
import { workSearch } from './work/work-search.ts';

/** What every address may say: the day that the page looks at, and the day by which it was known. */
const everywhere = z.object({
  asOf: z.string().refine(isAsOf).optional().catch(undefined),
  knownAt: z.string().refine(isKnownAt).optional().catch(undefined),
});

const root = createRootRoute({
  validateSearch: everywhere,
  search: { middlewares: [retainSearchParams(['asOf', 'knownAt'])] },
  component: Shell,
  notFoundComponent: () => <NotFound />,
  errorComponent: UnexpectedError,
});

/** Where somebody's day begins. */
function homeOf(role: Role) {
  if (role === 'admin') return '/server';
  return role === 'owner' ? '/my' : '/mines';
}

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: ({ search }) => {
    const session = currentSession();
    if (session) throw redirect({ to: homeOf(session.role), search, replace: true });
  },
});

const mines = createRoute({
  getParentRoute: () => root,
  path: '/mines',
  validateSearch: boardSearch,
  // The columns chosen on this device go into the address, so that whoever it is sent to sees the same.
  beforeLoad: ({ search }) => {
    const columns = readSetting('columns') || undefined;
    if (search.columns === undefined && columns !== undefined)
      throw redirect({ to: '/mines', search: { ...search, columns }, replace: true });
  },
  component: lazyPage(['board', 'citation', 'closures'], () => import('./board/board-page.tsx'), 'BoardPage'),
});

const mine = createRoute({
  getParentRoute: () => root,
  path: '/mines/$mineId',
  validateSearch: caseSearch,
  component: lazyPage(
    ['case', 'chart', 'citation', 'closures', 'due', 'form', 'history'],
    () => import('./case/case-page.tsx'),
    'CasePage',
  ),
});

const inspection = createRoute({
  getParentRoute: () => root,
  path: '/mines/$mineId/inspection',
  component: lazyPage(['form', 'spot'], () => import('./on-the-spot/inspection-page.tsx'), 'InspectionPage'),
});

const onTheSpot = createRoute({
  getParentRoute: () => root,
  path: '/on-the-spot',
  component: lazyPage(['spot'], () => import('./on-the-spot/on-the-spot-page.tsx'), 'OnTheSpotPage'),
});

const replay = createRoute({
  getParentRoute: () => root,
  path: '/mines/$mineId/replay',
  validateSearch: z.object({ step: z.coerce.number().int().nonnegative().optional().catch(undefined) }),
  component: lazyPage(['chart', 'due', 'history', 'replay'], () => import('./replay/replay-page.tsx'), 'ReplayPage'),
});

const closures = createRoute({
  getParentRoute: () => root,
  path: '/closures',
  validateSearch: closuresSearch,
  component: lazyPage(['citation', 'closures'], () => import('./closures/closures-page.tsx'), 'ClosuresPage'),
});

const late = createRoute({
  getParentRoute: () => root,
  path: '/late',
  validateSearch: lateSearch,
  component: lazyPage(['closures', 'late'], () => import('./late/late-page.tsx'), 'LatePage'),
});

const stays = createRoute({
  getParentRoute: () => root,
  path: '/stays',
  validateSearch: staysSearch,
  component: lazyPage(['closures', 'stays'], () => import('./stays/stays-page.tsx'), 'StaysPage'),
});

const changes = createRoute({
  getParentRoute: () => root,
  path: '/changes',
  validateSearch: changesSearch,
  component: lazyPage(['changes', 'closures', 'history'], () => import('./changes/changes-page.tsx'), 'ChangesPage'),
});

const citation = createRoute({
  getParentRoute: () => root,
  path: '/citation',
  validateSearch: citationSearch,
  component: lazyPage(['citation', 'closures'], () => import('./citation/citation-page.tsx'), 'CitationPage'),
});

const statistics = createRoute({
  getParentRoute: () => root,
  path: '/statistics',
  validateSearch: statisticsSearch,
  component: lazyPage(
    ['changes', 'citation', 'closures', 'statistics'],
    () => import('./statistics/statistics-page.tsx'),
    'StatisticsPage',
  ),
});

const studio = createRoute({
  getParentRoute: () => root,
  path: '/studio',
  beforeLoad: ({ search }) => {
    throw redirect({ to: '/studio/closures', search, replace: true });
  },
});

const studioClosures = createRoute({
  getParentRoute: () => root,
  path: '/studio/closures',
  validateSearch: studioSearch,
  component: lazyPage(
    ['citation', 'closures', 'statistics', 'studio'],
    () => import('./studio/closures/closures-page.tsx'),
    'StudioClosuresPage',
  ),
});

const studioLikeCases = createRoute({
  getParentRoute: () => root,
  path: '/studio/like-cases',
  validateSearch: studioSearch,
  component: lazyPage(
    ['citation', 'closures', 'statistics', 'studio'],
    () => import('./studio/like-cases/like-cases-page.tsx'),
    'LikeCasesPage',
  ),
});

const studioCourse = createRoute({
  getParentRoute: () => root,
  path: '/studio/course',
  validateSearch: studioSearch,
  component: lazyPage(
    ['campaigns', 'changes', 'citation', 'closures', 'statistics', 'studio'],
    () => import('./studio/course/course-page.tsx'),
    'StudioCoursePage',
  ),
});

const studioTime = createRoute({
  getParentRoute: () => root,
  path: '/studio/time',
  validateSearch: timeSearch,
  component: lazyPage(
    ['campaigns', 'changes', 'citation', 'closures', 'statistics', 'studio'],
    () => import('./studio/time/time-page.tsx'),
    'TimePage',
  ),
});

const studioReplay = createRoute({
  getParentRoute: () => root,
  path: '/studio/replay',
  validateSearch: severalSearch,
  component: lazyPage(
    ['chart', 'history', 'replay', 'statistics', 'studio'],
    () => import('./studio/replay/several-page.tsx'),
    'SeveralPage',
  ),
});

const studioBottlenecks = createRoute({
  getParentRoute: () => root,
  path: '/studio/bottlenecks',
  validateSearch: studioSearch,
  component: lazyPage(
    ['citation', 'closures', 'statistics', 'studio'],
    () => import('./studio/bottlenecks/bottlenecks-page.tsx'),
    'BottlenecksPage',
  ),
});

const papers = createRoute({
  getParentRoute: () => root,
  path: '/mines/$mineId/papers',
  validateSearch: papersSearch,
  component: lazyPage(['papers'], () => import('./papers/papers-page.tsx'), 'PapersPage'),
});

const campaigns = createRoute({
  getParentRoute: () => root,
  path: '/campaigns',
  component: lazyPage(['campaigns', 'follow', 'form'], () => import('./campaigns/campaigns-page.tsx'), 'CampaignsPage'),
});

const campaign = createRoute({
  getParentRoute: () => root,
  path: '/campaigns/$campaignId',
  component: lazyPage(
    ['campaigns', 'citation', 'closures', 'due', 'follow', 'form'],
    () => import('./campaigns/campaign-page.tsx'),
    'CampaignPage',
  ),
});

const dailyReport = createRoute({
  getParentRoute: () => root,
  path: '/campaigns/$campaignId/report',
  component: lazyPage(
    ['campaigns', 'daily', 'follow', 'papers'],
    () => import('./papers/daily/daily-report-page.tsx'),
    'DailyReportPage',
  ),
});

const actOnMany = createRoute({
  getParentRoute: () => root,
  path: '/campaigns/$campaignId/act',
  validateSearch: actSearch,
  component: lazyPage(
    ['board', 'campaigns', 'follow', 'form'],
    () => import('./campaigns/act/act-page.tsx'),
    'ActPage',
  ),
});

const run = createRoute({
  getParentRoute: () => root,
  path: '/campaigns/$campaignId/runs/$runId',
  validateSearch: runSearch,
  component: lazyPage(['campaigns'], () => import('./campaigns/run/run-page.tsx'), 'RunPage'),
});

const work = createRoute({
  getParentRoute: () => root,
  path: '/work',
  validateSearch: workSearch,
  component: lazyPage(['due', 'work'], () => import('./work/work-page.tsx'), 'WorkPage'),
});

const server = createRoute({
  getParentRoute: () => root,
  path: '/server',
  component: lazyPage([], () => import('./server/server-page.tsx'), 'ServerPage'),
});

const notifications = createRoute({
  getParentRoute: () => root,
  path: '/notifications',
  component: lazyPage(['form'], () => import('./settings/notifications-page.tsx'), 'NotificationsPage'),
});

const my = createRoute({
  getParentRoute: () => root,
  path: '/my',
  beforeLoad: ({ search }) => {
    const session = currentSession();
    if (session && session.role !== 'owner') throw redirect({ to: '/mines', search, replace: true });
  },
  component: lazyPage(['owner'], () => import('./owner/owner-home.tsx'), 'OwnerHome'),
});

const myMine = createRoute({
  getParentRoute: () => root,
  path: '/my/$mineId',
  component: lazyPage(['form', 'history', 'owner', 'told'], () => import('./owner/owner-page.tsx'), 'OwnerPage'),
});

/** Every address of the page. */
export const router = createRouter({
  routeTree: root.addChildren([
    home,
    work,
    mines,
    mine,
    inspection,
    onTheSpot,
    replay,
    papers,
    closures,
    late,
    stays,
    campaigns,
    campaign,
    dailyReport,
    actOnMany,
    run,
    statistics,
    studio,
    studioClosures,
    studioLikeCases,
    studioCourse,
    studioBottlenecks,
    studioReplay,
    studioTime,
    changes,
    citation,
    server,
    notifications,
    my,
    myMine,
  ]),
  parseSearch,
  stringifySearch: writeSearch,
  scrollRestoration: true,
  defaultPreload: 'intent',
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
