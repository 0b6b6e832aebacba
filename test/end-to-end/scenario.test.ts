import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { closureList, eventList, mineCounts, mineDetail, mineList } from '@rectify/projections/answers';
import { type Client, type Server, startServer } from '../server.ts';

let server: Server;
let analyst: Client;
/** It looks for passed deadlines every second, as it would on other data: all of the story's have long passed. */
const variables = { RECTIFY_SCENARIO: 'november-2018', RECTIFY_DEADLINES: '1' };
beforeAll(async () => {
  server = await startServer({ variables });
  analyst = await server.as({ role: 'analyst' });
});
afterAll(() => server?.[Symbol.asyncDispose]());

const elevenNovember = encodeURIComponent('2018-11-11T00:00:00+08:00');

test('on 11 November 2018 the mine that the report tells of is closed for six days, and still is', async () => {
  const mine = (await analyst.get(`/v1/mines/XJ-0001?asOf=${elevenNovember}`)).as(mineDetail);
  expect(mine).toMatchObject({
    status: 'closed',
    shut: true,
    mayOperate: false,
    closure: { cycle: 1, duration: 'P6D', milliseconds: 518_400_000, days: 6, ongoing: true, until: null },
  });
});

test('on that day no mine of the campaign had reopened', async () => {
  const counts = (await analyst.get(`/v1/mine-counts?asOf=${elevenNovember}`)).as(mineCounts);
  expect(counts.byStatus.reopened ?? 0).toBe(0);
  const ended = (await analyst.get(`/v1/closures?ongoing=false&asOf=${elevenNovember}`)).as(closureList);
  expect(ended.items.filter(({ campaignId }) => campaignId !== null)).toEqual([]);
});

test('of forty mines every status occurs on the last day, and every fact says where it comes from', async () => {
  const { items, total } = (await analyst.get('/v1/mines?limit=500&asOf=2018-12-31T23:59:59%2B08:00')).as(mineList);
  expect(total).toBe(40);
  expect(new Set(items.map(({ status }) => status)).size).toBe(6);
  const histories = await Promise.all(
    items.map(async ({ mineId }) => (await analyst.get(`/v1/mines/${mineId}/events?limit=500`)).as(eventList).items),
  );
  // A request for approval says it of the event that it proposes.
  const unsourced = histories.flat().filter(({ source, type }) => source === undefined && type !== 'ApprovalRequested');
  expect(unsourced.map(({ mineId, type }) => `${mineId} ${type}`)).toEqual([]);
});

test('the server says that it holds a demonstration, and until when its story goes', async () => {
  const system = JSON.parse((await server.nobody.get('/v1/system')).text);
  expect(system).toMatchObject({
    demonstration: true,
    scenario: 'november-2018',
    scenarioEndsAt: '2018-12-31T23:59:59+08:00',
  });
});

test('a second start takes the demonstration as it is: no deadline passes in it beyond its story', async () => {
  const before = (await analyst.get('/v1/mines?limit=500')).as(mineList);
  await server.stop();
  await using again = await startServer({ data: server.data, variables });
  const after = (await (await again.as({ role: 'analyst' })).get('/v1/mines?limit=500')).as(mineList);
  const revisions = ({ items }: typeof before) => items.map(({ mineId, revision }) => [mineId, revision]);
  expect(revisions(after)).toEqual(revisions(before));
  expect(after.items.flatMap(({ lastChange }) => lastChange.occurredAt).filter((at) => at > '2019')).toEqual([]);
});
