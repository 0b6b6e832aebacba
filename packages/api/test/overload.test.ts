import { expect, test } from '@jest/globals';
import { type EventStore, type NewEvent, type OpenStoreOptions, openStore, StoreOverloaded } from '@rectify/engine';
import { eventList, runReport } from '@rectify/projections/answers';
import { previewAnswer, startedAnswer } from '../src/campaigns/preview-answer.ts';
import { givenMine, givenServer, order, storesForgotten, type TestServer } from './given.ts';

/** Opens stores that have too much to do for the first append to each stream of these events, and tells which were refused. */
function storesOverloadedBy(type: RegExp) {
  const refused: string[] = [];
  const isRefused = (stream: string, events: readonly NewEvent[]) =>
    events.some((event) => type.test(event.type)) && !refused.includes(stream);
  const open = async (_url: string, options: OpenStoreOptions): Promise<EventStore> => {
    const store = await openStore('memory:', options);
    return {
      ...store,
      async append(stream, events, expected) {
        if (!isRefused(stream, events)) return store.append(stream, events, expected);
        refused.push(stream);
        throw new StoreOverloaded();
      },
    };
  };
  return { refused, open };
}

async function historyOf(server: TestServer, mineId: string) {
  const as = await server.signIn({ role: 'inspector' });
  return eventList.parse((await server.get(`/v1/mines/${mineId}/events`, { as })).body).items;
}

test('a campaign run waits while the store has too much to do, then goes on: no case is skipped, none is asked twice', async () => {
  const { refused, open } = storesOverloadedBy(/^ApprovalRequested$|^RunCasesReported$/);
  await using server = await givenServer({ open });
  const mineIds = ['XJ-1', 'XJ-2', 'XJ-3'];
  for (const mineId of mineIds) await givenMine(server, mineId);
  const as = await server.signIn({ role: 'supervisor' });
  const opening = { campaignId: 'c', name: 'C', trigger: 'other', regions: ['CN-XJ'], authority: 'a', legalBasis: 'b' };
  const opened = await server.post('/v1/campaigns', opening, { as });
  const headers = { 'Rectify-After': opened.headers.get('rectify-position') ?? '' };
  const asked = { query: {}, event: { type: 'ClosureOrdered', data: order } };
  const { token } = previewAnswer.parse((await server.post('/v1/campaigns/c/preview', asked, { as, headers })).body);
  const { run } = startedAnswer.parse((await server.post('/v1/campaigns/c/runs', { token }, { as })).body);
  const path = `/v1/campaigns/c/runs/${run.runId}`;
  const report = async () => runReport.parse((await server.get(path, { as })).body);
  while ((await report()).run.completedAt === null);

  expect(refused).toHaveLength(mineIds.length + 1);
  const { items } = await report();
  expect(items.map(({ mineId, outcome }) => [mineId, outcome])).toEqual(mineIds.map((mineId) => [mineId, 'requested']));
  for (const mineId of mineIds)
    expect((await historyOf(server, mineId)).map(({ type }) => type)).toEqual(['MineRegistered', 'ApprovalRequested']);
});

test('passed deadlines wait while the store has too much to do, then each is put on record once', async () => {
  const { refused, open } = storesOverloadedBy(/^DeadlinePassed$/);
  const mineIds = ['XJ-1', 'XJ-2'];
  const prepare = async (store: EventStore) => {
    for (const mineId of mineIds) await storesForgotten(store, mineId);
    return undefined;
  };
  await using server = await givenServer({ open, prepare, deadlines: 1 });
  const passed = async (mineId: string) =>
    (await historyOf(server, mineId)).filter(({ type }) => type === 'DeadlinePassed').length;
  for (const mineId of mineIds) while ((await passed(mineId)) === 0);
  expect(refused).toEqual(mineIds.map((mineId) => `mine-${mineId}`));
  expect(await Promise.all(mineIds.map(passed))).toEqual([1, 1]);
});
