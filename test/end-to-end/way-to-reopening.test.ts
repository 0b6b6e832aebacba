import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { closureList, type EventAnswer } from '@rectify/projections/answers';
import {
  document,
  type MineAtServer,
  order,
  passTheInspection,
  peopleAt,
  registered,
  satisfyTheRequirements,
} from '../course.ts';
import { type Server, startServer } from '../server.ts';

let server: Server;
let mine: MineAtServer;
beforeAll(async () => {
  server = await startServer();
  mine = await registered(server, await peopleAt(server), {
    mineId: 'XJ-9001',
    occurredAt: '2024-01-08T09:00:00+08:00',
  });
});
afterAll(() => server?.[Symbol.asyncDispose]());

const closedAt = '2024-03-01T08:30:00+08:00';

test('a mine goes from operating through closed, a failed and a second inspection, and licensed to reopened', async () => {
  const { does, people, owner, send } = mine;
  const { inspector, supervisor, secondSupervisor, licensing } = people;
  const states: string[] = [];
  const stands = async () => states.push((await mine.now()).state.operation);

  const closing = await mine.requests(inspector, 'ClosureOrdered', order, { occurredAt: closedAt });
  await stands();
  await does(supervisor, 'ApprovalGranted', { approvalId: closing });
  await stands();
  await does(inspector, 'OrderServed', { servedAt: '2024-03-02T10:00:00+08:00', method: 'by hand' });
  await does(inspector, 'InspectionStarted', { inspectionId: 'I1', inspectorsPresent: 2 });
  await stands();
  await does(inspector, 'CheckRecorded', { check: 'TAX', outcome: 'fail' });
  await does(inspector, 'FindingRaised', { findingId: 'F1', description: 'Meter without seal', dueOn: '2099-01-01' });
  await does(inspector, 'InspectionFailed', { inspectionId: 'I1' });
  await stands();
  await does(owner, 'RemediationDeclared', { evidence: [{ findingId: 'F1', document }] });
  await stands();
  await does(inspector, 'InspectionStarted', { inspectionId: 'I2' });
  await does(inspector, 'FindingCleared', { findingId: 'F1' });
  await passTheInspection(mine, 'I2');
  await stands();
  await satisfyTheRequirements(mine);
  await does(licensing, 'RequirementsCertified', {});
  await stands();
  const reopening = await mine.requests(supervisor, 'ReopeningAuthorised', {});
  const alone = await send(supervisor, 'ApprovalGranted', { approvalId: reopening });
  expect(alone.status).toBe(409);
  expect(alone.text).toContain('same-person');
  await stands();
  await does(secondSupervisor, 'ApprovalGranted', { approvalId: reopening });
  await stands();

  expect(states).toEqual([
    'operating',
    'closed.awaitingInspection',
    'closed.inspecting',
    'closed.remediating',
    'closed.awaitingReinspection',
    'inspected',
    'licensed',
    'licensed',
    'reopened',
  ]);
});

test('closures give its exact duration', async () => {
  const reopening = lastOf('ReopeningAuthorised', await mine.history());
  const { position } = await mine.now();
  const [closure] = (await mine.people.analyst.get(`/v1/closures?q=${mine.mineId}`, { 'Rectify-After': position })).as(
    closureList,
  ).items;
  const milliseconds = Date.parse(reopening.occurredAt) - Date.parse(closedAt);
  expect(closure).toMatchObject({
    mineId: 'XJ-9001',
    cycle: 1,
    until: reopening.occurredAt,
    ongoing: false,
    outcome: 'reopened',
    milliseconds,
  });
  expect(Date.parse(closure?.since ?? '')).toBe(Date.parse(closedAt));
  expect(lengthOf(closure?.duration ?? '')).toBe(milliseconds);
  const perState = Object.values(closure?.perState ?? {});
  expect(perState.reduce((sum, part) => sum + part, 0)).toBe(milliseconds);
});

test('history says of every event who acted from which office, when, when it was recorded, and what it changed', async () => {
  const history = await mine.history();
  expect(history.map(({ revision }) => revision)).toEqual(history.map((_, index) => index));
  for (const event of history) {
    expect(event.actor).toMatchObject({ id: expect.any(String), role: expect.any(String), office: expect.any(String) });
    expect(Date.parse(event.occurredAt)).toBeLessThanOrEqual(Date.parse(event.recordedAt));
    // Asking for approval and giving it leave the mine where it stands.
    if (event.type.startsWith('Approval')) expect(event.transition).toBeNull();
    else expect(event.transition).toMatchObject({ to: { operation: expect.any(String) } });
  }
  const changes = history.flatMap(({ transition }) =>
    transition?.from && transition.from.operation !== transition.to.operation
      ? [[transition.from.operation, transition.to.operation]]
      : [],
  );
  expect(changes.map(([from]) => from)).toEqual(['operating', ...changes.slice(0, -1).map(([, to]) => to)]);
  expect(lastOf('ClosureOrdered', history)).toMatchObject({
    actor: { id: 'inspector-1', role: 'inspector', office: 'tax' },
    approvedBy: { id: 'supervisor-1', role: 'supervisor', office: 'energy' },
    transition: { from: { operation: 'operating' }, to: { operation: 'closed.awaitingInspection' } },
  });
  expect(lastOf('ReopeningAuthorised', history)).toMatchObject({
    actor: { id: 'supervisor-1' },
    approvedBy: { id: 'supervisor-2' },
  });
});

test('a second closure is cycle 2, and the first stays as it was', async () => {
  await mine.does(mine.owner, 'OperationResumed', {});
  await mine.does(mine.people.inspector, 'ClosureOrdered', order);
  const now = await mine.now();
  expect(now).toMatchObject({ status: 'closed', cycle: 2, closure: { cycle: 2, ongoing: true } });
  expect(Object.values(now.requirements)).toEqual(['missing', 'missing', 'missing']);
  const { items } = (
    await mine.people.analyst.get(`/v1/closures?q=${mine.mineId}&sort=since`, { 'Rectify-After': now.position })
  ).as(closureList);
  expect(items).toMatchObject([
    { cycle: 1, outcome: 'reopened' },
    { cycle: 2, outcome: null },
  ]);
});

function lastOf(type: EventAnswer['type'], history: readonly EventAnswer[]): EventAnswer {
  const found = history.findLast((event) => event.type === type);
  if (!found) throw new Error(`There is no ${type} in the history.`);
  return found;
}

/** The length of an ISO 8601 duration of days and smaller parts, in milliseconds. */
function lengthOf(duration: string): number {
  const [, days = 0, hours = 0, minutes = 0, seconds = 0] =
    /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?)?$/.exec(duration) ?? [];
  return Math.round((((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000);
}
