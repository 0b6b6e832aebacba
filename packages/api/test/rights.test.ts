import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Role, strict1 } from '@rectify/engine';
import { namesOf, openRoutes, routes, type SignedInRouteName, signedInRoutes } from '../src/routes/rights.ts';
import { type Answer, givenClosed, givenMine, givenServer, mine, note, sendPdf, type TestServer } from './given.ts';

let server: TestServer;
const tokens = new Map<string, string>();

const roles: readonly Role[] = [
  'inspector',
  'supervisor',
  'licensing',
  'reviewer',
  'owner',
  'analyst',
  'admin',
  'system',
];
const officials: readonly Role[] = ['inspector', 'supervisor', 'licensing', 'reviewer'];

beforeAll(async () => {
  server = await givenServer();
  await givenMine(server, 'XJ-OWN', 'CN-XJ');
  await givenMine(server, 'GZ-OTHER', 'CN-GZ');
  const everywhere = await server.signIn({ role: 'supervisor' });
  for (const mineId of ['XJ-OWN', 'GZ-OTHER'])
    await server.post('/v1/campaigns', campaign(`OF-${mineId}`, regionOf(mineId)), { as: everywhere });
  for (const role of roles) {
    // Everyone acts in Xinjiang, and owns the mine there if they own one.
    tokens.set(role, await server.signIn({ role, regions: ['CN-XJ'], mines: ['XJ-OWN'] }));
  }
});

afterAll(async () => server[Symbol.asyncDispose]());

/** What anyone asks of a route, about a mine that is theirs or another's. */
const requests: Readonly<Record<SignedInRouteName, (mineId: string, as: string) => Promise<Answer>>> = {
  registerMine: (mineId, as) => server.post('/v1/mines', mine(`NEW-${mineId}`, regionOf(mineId)), { as }),
  listMines: (mineId, as) => server.get(`/v1/mines?q=${mineId}`, { as }),
  countMines: (mineId, as) => server.get(`/v1/mine-counts?q=${mineId}`, { as }),
  readMine: (mineId, as) => server.get(`/v1/mines/${mineId}`, { as }),
  readHistory: (mineId, as) => server.get(`/v1/mines/${mineId}/events`, { as }),
  sendEvent: (mineId, as) => server.post(`/v1/mines/${mineId}/events`, note, { as }),
  sendBatch: (mineId, as) => server.post(`/v1/mines/${mineId}/batch`, { events: [note, note] }, { as }),
  previewEvent: (mineId, as) => server.post(`/v1/mines/${mineId}/preview`, note, { as }),
  previewHandOver: (_mineId, as) => server.post('/v1/handovers/preview', { from: 'a', to: 'b' }, { as }),
  handOver: (mineId, as) => server.post('/v1/handovers', { from: 'a', to: 'b', mineIds: [mineId] }, { as }),
  receiveDocument: (_mineId, as) => sendPdf(server, as),
  readDocument: (mineId, as) => server.get(`/v1/documents/${'0'.repeat(64)}?mine=${mineId}`, { as }),
  listDocuments: (mineId, as) => server.get(`/v1/mines/${mineId}/documents`, { as }),
  readWork: (_mineId, as) => server.get('/v1/work', { as }),
  readNext: (mineId, as) => server.get(`/v1/mines/${mineId}/next`, { as }),
  sendMany: (mineId, as) =>
    server.post('/v1/events', JSON.stringify({ mineId, ...note, commandId: crypto.randomUUID() }), {
      as,
      headers: { 'Content-Type': 'application/x-ndjson' },
    }),
  listClosures: (mineId, as) => server.get(`/v1/closures?q=${mineId}`, { as }),
  listLate: (mineId, as) => server.get(`/v1/closures/late?q=${mineId}`, { as }),
  listStays: (mineId, as) => server.get(`/v1/closures/stays?q=${mineId}`, { as }),
  listLosses: (mineId, as) => server.get(`/v1/closures/losses?q=${mineId}`, { as }),
  readStatistics: (mineId, as) => server.get(`/v1/closures/statistics?q=${mineId}`, { as }),
  cite: (mineId, as) => server.get(`/v1/citation?query=/v1/mines/${mineId}&figure=/cycle`, { as }),
  listChanges: (_mineId, as) => server.get('/v1/changes?from=2024-01-01T00:00:00Z', { as }),
  readCourse: (mineId, as) => server.get(`/v1/closures/course?q=${mineId}&from=2024-01-01&to=2024-01-07`, { as }),
  analyseSurvival: (mineId, as) => server.get(`/v1/analysis/survival?q=${mineId}`, { as }),
  analyseBottlenecks: (mineId, as) => server.get(`/v1/analysis/bottlenecks?q=${mineId}`, { as }),
  readLikeCases: (mineId, as) => server.get(`/v1/analysis/like-cases?mine=${mineId}`, { as }),
  openCampaign: (mineId, as) => server.post('/v1/campaigns', campaign(`NEW-${mineId}`, regionOf(mineId)), { as }),
  listCampaigns: (_mineId, as) => server.get('/v1/campaigns', { as }),
  readCampaign: (mineId, as) => server.get(`/v1/campaigns/OF-${mineId}`, { as }),
  sendCampaignEvent: (mineId, as) => {
    const data = { until: '2099-12-31', reason: 'There is more to see.' };
    return server.post(`/v1/campaigns/OF-${mineId}/events`, { type: 'CampaignExtended', data }, { as });
  },
  previewCampaign: (mineId, as) =>
    server.post(`/v1/campaigns/OF-${mineId}/preview`, { query: { q: mineId }, event: note }, { as }),
  startRun: (mineId, as) => server.post(`/v1/campaigns/OF-${mineId}/runs`, { token: 'of no preview' }, { as }),
  readRun: (mineId, as) => server.get(`/v1/campaigns/OF-${mineId}/runs/none`, { as }),
  listRequests: (mineId, as) => server.get(`/v1/campaigns/OF-${mineId}/requests`, { as }),
  grantTogether: (mineId, as) => server.post(`/v1/campaigns/OF-${mineId}/grants`, { expectedCount: 0 }, { as }),
  readRegion: (mineId, as) => server.get(`/v1/regions/${regionOf(mineId)}/statistics`, { as }),
  followLive: async (mineId, as) => {
    const stop = new AbortController();
    const response = await fetch(`${server.address}/v1/live?mine=${mineId}`, {
      headers: { Authorization: `Bearer ${as}` },
      signal: stop.signal,
    });
    stop.abort();
    return { status: response.status, headers: response.headers, text: '', body: {} };
  },
  readSeen: (_mineId, as) => server.get('/v1/seen', { as }),
  keepSeen: (mineId, as) => server.post('/v1/seen', { [mineId]: 1 }, { as }),
  readNotificationSettings: (_mineId, as) => server.get('/v1/notification-settings', { as }),
  keepNotificationSettings: (_mineId, as) =>
    server.post('/v1/notification-settings', { email: null, news: true, deadlines: true }, { as }),
  rebuild: (_mineId, as) => server.ask('/v1/rebuild', { method: 'POST', headers: { Authorization: `Bearer ${as}` } }),
  readRebuild: (_mineId, as) => server.get('/v1/rebuild', { as }),
  listProcedures: (_mineId, as) => server.get('/v1/procedures', { as }),
  publishProcedure: (mineId, as) => server.post('/v1/procedures', { procedure: draftOf(mineId) }, { as }),
  checkProcedure: (mineId, as) => server.post('/v1/procedures/check', { procedure: draftOf(mineId) }, { as }),
  previewProcedure: (mineId, as) => server.post('/v1/procedures/preview', { procedure: draftOf(mineId) }, { as }),
  readProcedure: (_mineId, as) => server.get('/v1/procedures/rectification@1', { as }),
  readWorkingDays: (_mineId, as) => server.get('/v1/procedures/rectification/1/working-days?month=2018-10', { as }),
  readProcedureVersion: (_mineId, as) => server.get('/v1/procedures/rectification/1', { as }),
  withdrawProcedure: (mineId, as) =>
    server.post(`/v1/procedures/strict/${draftOf(mineId).version}/withdrawal`, { reason: 'as the test says' }, { as }),
};

/** A procedure of elsewhere, one for each mine. */
function draftOf(mineId: string) {
  return {
    ...strict1,
    calendar: { base: 'weekdays', years: [] },
    version: mineId.startsWith('GZ') ? 2 : 1,
    regions: ['CN-SC'],
  };
}

function campaign(campaignId: string, region: string) {
  return {
    campaignId,
    name: 'Rectification',
    trigger: 'power-outage',
    regions: [region],
    until: '2098-12-31',
    authority: 'local authorities',
    legalBasis: 'not stated',
  };
}

function regionOf(mineId: string): string {
  return mineId.startsWith('GZ') ? 'CN-GZ' : 'CN-XJ';
}

/** The status that domain.md's rights lead to, written down apart from the tables that the router is built from. */
function expected(route: SignedInRouteName, role: Role, own: boolean): number {
  const acts = officials.includes(role) ? own : role === 'owner';
  switch (route) {
    case 'readRegion':
      if (role === 'admin') return 403;
      return role === 'owner' ? 404 : 200;
    case 'readLikeCases':
      // No mine here has been closed.
      return role === 'admin' ? 403 : 404;
    case 'registerMine':
      return role === 'inspector' && own ? 201 : 403;
    case 'openCampaign':
    case 'sendCampaignEvent':
      return role === 'supervisor' && own ? 201 : 403;
    case 'previewCampaign':
      return (role === 'inspector' || role === 'supervisor') && own ? 200 : 403;
    case 'grantTogether':
      if (role !== 'supervisor' || !own) return 403;
      return 422;
    case 'startRun':
      return role === 'inspector' || role === 'supervisor' ? 422 : 403;
    case 'listCampaigns':
    case 'readCampaign':
    case 'listRequests':
      return role === 'owner' || role === 'admin' ? 403 : 200;
    case 'readRun':
      return role === 'owner' || role === 'admin' ? 403 : 404;
    case 'rebuild':
      return role === 'admin' ? 202 : 403;
    case 'readRebuild':
      return role === 'admin' ? 200 : 403;
    case 'handOver':
    case 'previewHandOver':
      return officials.includes(role) ? 200 : 403;
    case 'readSeen':
    case 'keepSeen':
      return role === 'owner' ? 200 : 403;
    case 'readWork':
    case 'readNotificationSettings':
    case 'keepNotificationSettings':
      return officials.includes(role) || role === 'owner' ? 200 : 403;
    case 'receiveDocument':
      return officials.includes(role) || role === 'owner' ? 201 : 403;
    case 'readDocument':
      return officials.includes(role) || role === 'owner' ? 404 : 403;
    case 'listDocuments':
      if (role === 'owner') return own ? 200 : 404;
      return officials.includes(role) ? 200 : 403;
    case 'sendEvent':
    case 'sendBatch':
      if (role === 'owner' && !own) return 404;
      return acts ? 201 : 403;
    case 'previewEvent':
      return officials.includes(role) && own ? 200 : 403;
    case 'sendMany':
      return role === 'analyst' || role === 'admin' ? 403 : 200;
    case 'readMine':
    case 'cite':
    case 'readHistory':
    case 'readNext':
    case 'followLive':
      if (role === 'admin') return 403;
      return role === 'owner' && !own ? 404 : 200;
    case 'publishProcedure':
    case 'withdrawProcedure':
      return role === 'admin' ? 201 : 403;
    case 'checkProcedure':
    case 'previewProcedure':
      return role === 'admin' || role === 'supervisor' ? 200 : 403;
    case 'listProcedures':
    case 'readProcedure':
    case 'readProcedureVersion':
    case 'readWorkingDays':
      return 200;
    case 'listMines':
    case 'countMines':
    case 'listClosures':
    case 'listLate':
    case 'listStays':
    case 'listLosses':
    case 'readStatistics':
    case 'listChanges':
    case 'readCourse':
    case 'analyseSurvival':
    case 'analyseBottlenecks':
      return role === 'admin' ? 403 : 200;
  }
}

describe.each(namesOf(signedInRoutes))('%s', (route) => {
  test.each(roles)('as %s, on a mine of theirs and on another', async (role) => {
    const token = tokens.get(role) ?? '';
    const own = await requests[route]('XJ-OWN', token);
    const other = await requests[route]('GZ-OTHER', token);
    expect({ own: own.status, other: other.status }).toEqual({
      own: expected(route, role, true),
      other: expected(route, role, false),
    });
  });

  test('without a token', async () => {
    expect((await requests[route]('XJ-OWN', 'nobody')).status).toBe(401);
  });
});

test('the routes that need no token tell nothing about mines', async () => {
  const answers = await Promise.all(
    namesOf(openRoutes).map((name) => {
      const { method, path } = routes[name];
      return method === 'get' ? server.get(path.replace(':asset', 'start.js')) : server.post(path, { role: 'analyst' });
    }),
  );
  expect(answers.map(({ status }) => status).every((status) => status === 200 || status === 201)).toBe(true);
  expect(answers.filter(({ text }) => text.includes('XJ-OWN'))).toEqual([]);
});

describe('what is another owner’s is left out', () => {
  test.each([
    '/v1/mines',
    '/v1/mine-counts',
    '/v1/changes?from=2024-01-01T00:00:00Z',
    '/v1/closures',
    '/v1/closures/statistics',
  ])('of %s', async (path) => {
    const answer = await server.get(path, { as: tokens.get('owner') });
    expect(answer.text).not.toContain('GZ-OTHER');
    expect(answer.body.total ?? 0).toBeLessThanOrEqual(1);
  });

  test('of the answers to many events sent at once', async () => {
    const lines = ['XJ-OWN', 'GZ-OTHER', 'NO-SUCH'].map((mineId) =>
      JSON.stringify({ mineId, ...note, commandId: `by the owner, ${mineId}` }),
    );
    const answer = await server.post('/v1/events', lines.join('\n'), {
      as: tokens.get('owner'),
      headers: { 'Content-Type': 'application/x-ndjson' },
    });
    const statuses = answer.text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).status);
    expect(statuses).toEqual([201, 404, 404]);
  });
});

describe('of officials, an owner reads office and role', () => {
  test.each(['/v1/mines/XJ-OWN', '/v1/mines/XJ-OWN/events'])('in %s', async (path) => {
    const answer = await server.get(path, { as: tokens.get('owner') });
    expect(answer.status).toBe(200);
    expect(answer.text).not.toContain('inspector-1');
  });
});

test('an analyst reads pseudonyms, the same for the same person', async () => {
  const { text } = await server.get('/v1/mines/XJ-OWN/events', { as: tokens.get('analyst') });
  expect(text).not.toContain('inspector-1');
  const registered = /person-[0-9a-f]{12}/.exec(text)?.[0];
  const other = await server.get('/v1/mines/GZ-OTHER/events', { as: tokens.get('analyst') });
  expect(other.text).toContain(registered);
});

test('an owner reads the figures of a region from ten closures up, and never which mines they are of', async () => {
  await using crowded = await givenServer();
  const owner = await crowded.signIn({ role: 'owner', mines: ['XJ-1'] });
  const figures = async () => {
    const { status, text, body } = await crowded.get('/v1/regions/CN-XJ/statistics', { as: owner });
    return { status, text, total: body.total };
  };
  for (let number = 1; number <= 9; number++) {
    await givenMine(crowded, `XJ-${number}`);
    await givenClosed(crowded, `XJ-${number}`);
  }
  expect((await figures()).status).toBe(404);
  await givenMine(crowded, 'XJ-10');
  await givenClosed(crowded, 'XJ-10');
  const { status, text, total } = await figures();
  expect([status, total]).toEqual([200, 10]);
  expect(text).not.toMatch(/XJ-\d/);
});

test('an owner reads how cases like theirs went from ten closures up, of an office only if all have as many, and never of which mines', async () => {
  await using crowded = await givenServer();
  const owner = await crowded.signIn({ role: 'owner', mines: ['XJ-1'] });
  const official = await crowded.signIn({ role: 'inspector' });
  const path = '/v1/analysis/like-cases';
  const like = (mineId: string, as: string) => crowded.get(`${path}?mine=${mineId}`, { as });
  const close = async (number: number) => {
    await givenMine(crowded, `XJ-${number}`);
    await givenClosed(crowded, `XJ-${number}`);
  };
  for (let number = 1; number <= 9; number++) await close(number);
  expect([(await like('XJ-1', owner)).status, (await like('XJ-1', official)).status]).toEqual([404, 200]);
  await close(10);
  const { status, text, body } = await like('XJ-1', owner);
  expect([status, body]).toMatchObject([200, { figures: { total: 10 }, groups: [{ total: 10 }] }]);
  expect(text).not.toMatch(/XJ-\d/);
  expect((await like('XJ-2', owner)).status).toBe(404);
  for (const asked of ['mine=XJ-1&asOf=2018-11-20T00:00:00Z', 'grounds=Strict inspection']) {
    expect((await crowded.get(`${path}?${asked}`, { as: owner })).status).toBe(403);
  }
  const elsewhere = await crowded.signIn({ role: 'inspector', office: 'power' });
  await givenMine(crowded, 'XJ-11');
  await givenClosed(crowded, 'XJ-11', elsewhere);
  expect((await like('XJ-1', owner)).body).toMatchObject({ figures: { total: 11 }, groups: null });
  expect((await like('XJ-1', official)).body).toMatchObject({ groups: [{ total: 1 }, { total: 10 }] });
});

test('like cases are those of a mine or on grounds, not both', async () => {
  const as = tokens.get('analyst');
  expect((await server.get('/v1/analysis/like-cases', { as })).status).toBe(400);
  expect((await server.get('/v1/analysis/like-cases?mine=XJ-OWN&grounds=a', { as })).status).toBe(400);
});
