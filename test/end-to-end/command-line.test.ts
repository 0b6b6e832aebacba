import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { problemAnswer, requestedAnswer, storedAnswer } from '@rectify/api';
import { type MineAtServer, note, onTheWayTo, order, type People, peopleAt, registered } from '../course.ts';
import { follow } from '../live-stream.ts';
import { type Server, startServer } from '../server.ts';

let server: Server;
let people: People;
let mine: MineAtServer;
beforeAll(async () => {
  server = await startServer();
  people = await peopleAt(server);
  mine = await registered(server, people, { mineId: 'XJ-9001' });
});
afterAll(() => server?.[Symbol.asyncDispose]());

test('what is sent from the command line is one case with what is sent over HTTP', async () => {
  const stream = await follow(people.supervisor);
  const data = JSON.stringify(order);
  const requested = await server.rectify(['send', 'XJ-9001', 'ClosureOrdered', '--data', data, '--key', 'k', '--json']);
  const { approval } = requestedAnswer.parse(JSON.parse(requested.stdout));
  await stream.until(({ event }) => event.eventId === approval.eventId);
  const again = await server.rectify(['send', 'XJ-9001', 'ClosureOrdered', '--data', data, '--key', 'k', '--json']);
  expect(JSON.parse(again.stdout)).toMatchObject({ duplicate: true, approval: { approvalId: approval.approvalId } });

  await mine.does(people.supervisor, 'ApprovalGranted', { approvalId: approval.approvalId });
  const started = await server.rectify(
    ['send', 'XJ-9001', 'InspectionStarted', '--data', '-', '--json'],
    '{ "inspectionId": "I1" }',
  );
  expect(storedAnswer.parse(JSON.parse(started.stdout)).mine.state.operation).toBe('closed.inspecting');
  const { stdout } = await server.rectify(['status', 'XJ-9001', '--json']);
  expect(JSON.parse(stdout)).toMatchObject({ status: 'closed', revision: (await mine.now()).revision });
  stream.close();
});

test('a refusal is told to a person in a line, to a program as the problem that HTTP answers', async () => {
  const refused = await server.rectify(['send', 'XJ-9001', 'RequirementsCertified', '--data', '{}', '--json']);
  expect(refused.code).toBe(1);
  expect(refused.stderr.trimEnd().split('\n')).toHaveLength(1);
  const overHttp = (await mine.send(people.licensing, 'RequirementsCertified', {})).as(problemAnswer);
  expect({ ...JSON.parse(refused.stdout), instance: '' }).toEqual({ ...overHttp, instance: '' });
});

test('a token has the rights that it is printed with, and no others', async () => {
  const { stdout } = await server.rectify(['token', '--role', 'owner', '--mine', 'XJ-9001', '--actor', 'somebody']);
  const headers = { Authorization: `Bearer ${stdout.trim()}` };
  expect((await server.nobody.get('/v1/mines/XJ-9001', headers)).status).toBe(200);
  expect((await server.nobody.get('/v1/mines/XJ-9002', headers)).status).toBe(404);
  expect(
    (await server.nobody.post('/v1/mines/XJ-9001/events', { type: 'NoteAdded', data: note }, headers)).status,
  ).toBe(201);
});

test('a replay tells the same history as HTTP, event by event, with the state after each', async () => {
  const other = await onTheWayTo('reopened', await registered(server, people, { mineId: 'XJ-9002' }));
  const { stdout } = await server.rectify(['replay', 'XJ-9002', '--json']);
  const steps: { event: { type: string }; state: { operation: string } | null }[] = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(steps.map(({ event }) => event.type)).toEqual((await other.history()).map(({ type }) => type));
  expect(steps.at(-1)).toMatchObject({ state: { operation: 'reopened' } });

  const stepped = await server.rectify(['replay', 'XJ-9002', '--step'], 'n\n\nq\n');
  expect(stepped.stdout.match(/^\d+\/\d+ /gm)).toEqual([1, 2, 3].map((step) => `${step}/${steps.length} `));
});
