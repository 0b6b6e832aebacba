import { expect, test } from '@jest/globals';
import type { EventStore } from '@rectify/engine';
import { eventList } from '@rectify/projections/answers';
import { givenServer, storesForgotten, type TestServer } from './given.ts';

/** Fills a store with a mine that was closed in November 2018, and never inspected. */
async function aMineForgotten(store: EventStore): Promise<undefined> {
  await storesForgotten(store, 'XJ-0001');
}

async function historyOf(server: TestServer) {
  const as = await server.signIn({ role: 'inspector' });
  return eventList.parse((await server.get('/v1/mines/XJ-0001/events', { as })).body).items;
}

test('a server records what passed while none ran, once, and goes on looking', async () => {
  await using server = await givenServer({ deadlines: 1, prepare: aMineForgotten });
  let history = await historyOf(server);
  while (!history.some(({ type }) => type === 'DeadlinePassed')) history = await historyOf(server);
  expect(history.filter(({ type }) => type === 'DeadlinePassed')).toEqual([
    expect.objectContaining({
      data: { rule: 'first-inspection', dueOn: '2018-11-19', who: 'tax' },
      actor: expect.objectContaining({ role: 'system' }),
      transition: { from: history.at(-2)?.transition?.to, to: history.at(-2)?.transition?.to },
    }),
  ]);
  const closed = {
    type: 'PowerDirectionIssued',
    data: { directionId: 'P1', alternatives: ['relocate'], dueOn: '2018-12-01' },
  };
  await server.post('/v1/mines/XJ-0001/events', closed, { as: await server.signIn({ role: 'supervisor' }) });
  const passed = (events: typeof history) => events.filter(({ type }) => type === 'DeadlinePassed').length;
  while (passed(history) < 2) history = await historyOf(server);
  expect(history.at(-1)?.data).toEqual({ rule: 'direction', dueOn: '2018-12-01', subject: 'P1', who: 'owner' });
});

test('a server that is told not to look puts nothing on record', async () => {
  await using server = await givenServer({ deadlines: 0, prepare: aMineForgotten });
  const history = await historyOf(server);
  expect(history.map(({ type }) => type)).toEqual([
    'MineRegistered',
    'ApprovalRequested',
    'ApprovalGranted',
    'ClosureOrdered',
  ]);
});
