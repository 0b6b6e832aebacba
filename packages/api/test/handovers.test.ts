import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { givenServer, mine, type TestServer } from './given.ts';

let server: TestServer;
let supervisor: string;
let elsewhere: string;

beforeAll(async () => {
  server = await givenServer();
  supervisor = await server.signIn({ role: 'supervisor', actor: 'supervisor-1' });
  elsewhere = await server.signIn({ role: 'supervisor', actor: 'supervisor-2', regions: ['CN-GZ'] });
  const inspector = await server.signIn({ role: 'inspector' });
  for (const [mineId, region] of [
    ['XJ-0001', 'CN-XJ'],
    ['XJ-0002', 'CN-XJ'],
    ['GZ-0003', 'CN-GZ'],
  ] as const) {
    await server.post('/v1/mines', mine(mineId, region), { as: inspector });
    await assigns(mineId, 'zhang.hua');
  }
});

afterAll(async () => server[Symbol.asyncDispose]());

async function assigns(mineId: string, assignee: string): Promise<void> {
  const event = { type: 'CaseAssigned', data: { assignee } };
  expect((await server.post(`/v1/mines/${mineId}/events`, event, { as: supervisor })).status).toBe(201);
}

async function assigneeOf(mineId: string): Promise<unknown> {
  return (await server.get(`/v1/mines/${mineId}`, { as: supervisor })).body.assignee;
}

const absence = { from: 'zhang.hua', to: 'li.wei', note: 'On leave until March' };

test('an absence is shown case by case before anything is handed over', async () => {
  const preview = await server.post('/v1/handovers/preview', absence, { as: elsewhere });
  expect(preview).toMatchObject({
    status: 200,
    body: {
      total: 3,
      handedOver: 1,
      refused: 2,
      cases: [
        { mineId: 'GZ-0003', outcome: 'handed-over', reasons: [] },
        { mineId: 'XJ-0001', outcome: 'refused', reasons: [{ code: 'not-yours' }] },
        { mineId: 'XJ-0002', outcome: 'refused' },
      ],
    },
  });
  expect(await assigneeOf('GZ-0003')).toBe('zhang.hua');
});

test('the cases shown are handed over, each once; one that somebody else has meanwhile is left to them', async () => {
  await assigns('XJ-0002', 'wang.fang');
  const shown = { ...absence, mineIds: ['GZ-0003', 'XJ-0001', 'XJ-0002'] };
  const headers = { 'Idempotency-Key': 'absence-1' };
  const answers = [
    await server.post('/v1/handovers', shown, { as: supervisor, headers }),
    await server.post('/v1/handovers', shown, { as: supervisor, headers }),
  ];
  for (const { body } of answers)
    expect(body).toMatchObject({
      handedOver: 2,
      cases: [
        { mineId: 'GZ-0003', outcome: 'handed-over' },
        { mineId: 'XJ-0001', outcome: 'handed-over' },
        { mineId: 'XJ-0002', outcome: 'refused', reasons: [{ code: 'assigned-to-another' }] },
      ],
    });
  expect(await Promise.all(['GZ-0003', 'XJ-0001', 'XJ-0002'].map(assigneeOf))).toEqual([
    'li.wei',
    'li.wei',
    'wang.fang',
  ]);
  const history = await server.get('/v1/mines/XJ-0001/events', { as: supervisor });
  expect(history.text.match(/"CaseHandedOver"/g)).toHaveLength(1);
});
