import { officials, type Role } from '@rectify/engine';

/** One route of the API. */
export interface Route {
  readonly method: 'get' | 'post';
  readonly path: string;
  /** The media type of its body, where it takes one; `document` is one of any kind that documents have, read by the handler as it comes. */
  readonly takes?: 'application/json' | 'application/x-ndjson' | 'document';
}

/** A route for people who are signed in in one of its roles. */
export interface SignedInRoute extends Route {
  readonly roles: readonly Role[];
}

/** A route that needs no token: for anyone, or for anyone in dev mode alone. */
export interface OpenRoute extends Route {
  readonly only?: 'dev';
}

const senders: readonly Role[] = [...officials, 'owner', 'system'];
const readers: readonly Role[] = [...senders, 'analyst'];
const readersAndAdmin: readonly Role[] = [...readers, 'admin'];
const drafters: readonly Role[] = ['supervisor', 'admin'];
/** Those who see the cases of all owners. */
const overseers: readonly Role[] = [...officials, 'system', 'analyst'];
const supervisors: readonly Role[] = ['supervisor'];
/** Those who do something to many mines of a campaign. */
const acting: readonly Role[] = ['inspector', 'supervisor'];
const json = 'application/json';

/**
 * Who may use which route: domain.md, "Who may do and see what". What a role may see or do inside a route (regions, own mines, event
 * types) the engine and the projections decide, mine by mine.
 */
export const signedInRoutes = {
  registerMine: { method: 'post', path: '/v1/mines', roles: ['inspector'], takes: json },
  listMines: { method: 'get', path: '/v1/mines', roles: readers },
  countMines: { method: 'get', path: '/v1/mine-counts', roles: readers },
  readMine: { method: 'get', path: '/v1/mines/:mineId', roles: readers },
  readHistory: { method: 'get', path: '/v1/mines/:mineId/events', roles: readers },
  sendEvent: { method: 'post', path: '/v1/mines/:mineId/events', roles: senders, takes: json },
  sendBatch: { method: 'post', path: '/v1/mines/:mineId/batch', roles: senders, takes: json },
  previewEvent: { method: 'post', path: '/v1/mines/:mineId/preview', roles: [...officials, 'system'], takes: json },
  previewHandOver: { method: 'post', path: '/v1/handovers/preview', roles: officials, takes: json },
  handOver: { method: 'post', path: '/v1/handovers', roles: officials, takes: json },
  receiveDocument: { method: 'post', path: '/v1/documents', roles: [...officials, 'owner'], takes: 'document' },
  readDocument: { method: 'get', path: '/v1/documents/:sha256', roles: [...officials, 'owner'] },
  listDocuments: { method: 'get', path: '/v1/mines/:mineId/documents', roles: [...officials, 'owner'] },
  readWork: { method: 'get', path: '/v1/work', roles: [...officials, 'owner'] },
  readNotificationSettings: { method: 'get', path: '/v1/notification-settings', roles: [...officials, 'owner'] },
  keepNotificationSettings: {
    method: 'post',
    path: '/v1/notification-settings',
    roles: [...officials, 'owner'],
    takes: json,
  },
  readSeen: { method: 'get', path: '/v1/seen', roles: ['owner'] },
  keepSeen: { method: 'post', path: '/v1/seen', roles: ['owner'], takes: json },
  readNext: { method: 'get', path: '/v1/mines/:mineId/next', roles: readers },
  sendMany: { method: 'post', path: '/v1/events', roles: senders, takes: 'application/x-ndjson' },
  listClosures: { method: 'get', path: '/v1/closures', roles: readers },
  listLate: { method: 'get', path: '/v1/closures/late', roles: readers },
  listStays: { method: 'get', path: '/v1/closures/stays', roles: readers },
  listLosses: { method: 'get', path: '/v1/closures/losses', roles: readers },
  readStatistics: { method: 'get', path: '/v1/closures/statistics', roles: readers },
  cite: { method: 'get', path: '/v1/citation', roles: readers },
  listChanges: { method: 'get', path: '/v1/changes', roles: readers },
  readCourse: { method: 'get', path: '/v1/closures/course', roles: readers },
  analyseSurvival: { method: 'get', path: '/v1/analysis/survival', roles: readers },
  analyseBottlenecks: { method: 'get', path: '/v1/analysis/bottlenecks', roles: readers },
  readLikeCases: { method: 'get', path: '/v1/analysis/like-cases', roles: readers },
  openCampaign: { method: 'post', path: '/v1/campaigns', roles: supervisors, takes: json },
  listCampaigns: { method: 'get', path: '/v1/campaigns', roles: overseers },
  readCampaign: { method: 'get', path: '/v1/campaigns/:campaignId', roles: overseers },
  sendCampaignEvent: { method: 'post', path: '/v1/campaigns/:campaignId/events', roles: supervisors, takes: json },
  previewCampaign: { method: 'post', path: '/v1/campaigns/:campaignId/preview', roles: acting, takes: json },
  startRun: { method: 'post', path: '/v1/campaigns/:campaignId/runs', roles: acting, takes: json },
  readRun: { method: 'get', path: '/v1/campaigns/:campaignId/runs/:runId', roles: overseers },
  listRequests: { method: 'get', path: '/v1/campaigns/:campaignId/requests', roles: overseers },
  grantTogether: { method: 'post', path: '/v1/campaigns/:campaignId/grants', roles: supervisors, takes: json },
  readRegion: { method: 'get', path: '/v1/regions/:region/statistics', roles: readers },
  followLive: { method: 'get', path: '/v1/live', roles: readers },
  rebuild: { method: 'post', path: '/v1/rebuild', roles: ['admin'] },
  readRebuild: { method: 'get', path: '/v1/rebuild', roles: ['admin'] },
  listProcedures: { method: 'get', path: '/v1/procedures', roles: readersAndAdmin },
  publishProcedure: { method: 'post', path: '/v1/procedures', roles: ['admin'], takes: json },
  checkProcedure: { method: 'post', path: '/v1/procedures/check', roles: drafters, takes: json },
  previewProcedure: { method: 'post', path: '/v1/procedures/preview', roles: drafters, takes: json },
  readProcedure: { method: 'get', path: '/v1/procedures/:id', roles: readersAndAdmin },
  readProcedureVersion: { method: 'get', path: '/v1/procedures/:id/:version', roles: readersAndAdmin },
  readWorkingDays: { method: 'get', path: '/v1/procedures/:id/:version/working-days', roles: readersAndAdmin },
  withdrawProcedure: { method: 'post', path: '/v1/procedures/:id/:version/withdrawal', roles: ['admin'], takes: json },
} as const satisfies Record<string, SignedInRoute>;

/** The routes that show nothing of any case. */
export const openRoutes = {
  readSystem: { method: 'get', path: '/v1/system' },
  startSession: { method: 'post', path: '/v1/dev/session', only: 'dev', takes: json },
  listPersonas: { method: 'get', path: '/v1/dev/personas', only: 'dev' },
  readOpenApi: { method: 'get', path: '/v1/openapi.json' },
  readDocs: { method: 'get', path: '/docs' },
  readDocsAsset: { method: 'get', path: '/docs/:asset' },
  isLive: { method: 'get', path: '/health/live' },
  isReady: { method: 'get', path: '/health/ready' },
  readMetrics: { method: 'get', path: '/metrics' },
} as const satisfies Record<string, OpenRoute>;

/** Every route of the API there is; only the page's own files lie beside it. */
export const routes: Readonly<Record<SignedInRouteName | OpenRouteName, Route>> = { ...signedInRoutes, ...openRoutes };

/** The name of a route that needs to know who is calling. */
export type SignedInRouteName = keyof typeof signedInRoutes;
/** The name of a route that needs no token. */
export type OpenRouteName = keyof typeof openRoutes;
/** The name of a route. */
export type RouteName = SignedInRouteName | OpenRouteName;

/** The names in a table of routes, in its order. */
export function namesOf<N extends string>(table: Readonly<Record<N, Route>>): N[] {
  return Object.keys(table).filter((name): name is N => Object.hasOwn(table, name));
}
