import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startedAnswer } from '@rectify/api';
import { mineList } from '@rectify/projections/answers';
import { doneSoFar, path, previewedToken, reportedCases } from '../closing-campaign.ts';
import { type MineAtServer, mineAt, note, order, type People, peopleAt, registered } from '../course.ts';
import { type StandInProcess, startStandInProcess } from '../kurrentdb-process.ts';
import { type Answer, type Client, clientAt, type Server, startServer, temporaryFolder } from '../server.ts';

const MINES = 120;
const mineIds = Array.from({ length: MINES }, (_, number) => `XJ-${String(number).padStart(4, '0')}`);

/** Three nodes of Rectify, each with a data folder of its own, over one cluster of three database nodes: a stand-in for KurrentDB. */
const folder = temporaryFolder();
let cluster: StandInProcess;
let nodes: Server[];
beforeAll(async () => {
  cluster = await startStandInProcess({ nodes: 3 });
  nodes = await Promise.all(['a', 'b', 'c'].map(startNode));
});
afterAll(async () => {
  for (const node of nodes ?? []) await node[Symbol.asyncDispose]();
  await cluster?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** The nodes share the key that tokens are signed with, so that who signed in at one is known to all. */
function startNode(name: string): Promise<Server> {
  const data = join(folder, name);
  mkdirSync(join(folder, 'keys'), { recursive: true });
  mkdirSync(data, { recursive: true });
  symlinkSync(join(folder, 'keys'), join(data, 'keys'));
  return startServer({ data, variables: { RECTIFY_STORE: cluster.url, RECTIFY_DEADLINES: '1' } });
}

function node(number: number): Server {
  const found = nodes[number];
  if (!found) throw new Error(`There is no node ${number}.`);
  return found;
}

/** Someone who signed in at one node, at another. */
function at(server: Server, { token }: Client): Client {
  return clientAt(server.address, token);
}

function mineOn(server: Server, mine: MineAtServer, people: People): MineAtServer {
  const there = Object.fromEntries(Object.entries(people).map(([role, client]) => [role, at(server, client)]));
  return mineAt(mine.mineId, { ...people, ...there }, at(server, mine.owner));
}

const statuses = (answers: readonly Answer[]) => answers.map(({ status }) => status).sort();

async function expectNoGap(mine: MineAtServer, length: number): Promise<void> {
  expect((await mine.history()).map(({ revision }) => revision)).toEqual(Array.from({ length }, (_, index) => index));
}

test('a closing requested at one node is granted at another and seen at once at the third', async () => {
  const people = await peopleAt(node(0));
  const mine = await registered(node(0), people, { mineId: 'XJ-9001' });
  const approvalId = await mine.requests(people.inspector, 'ClosureOrdered', order);
  const there = mineOn(node(1), mine, people);
  await there.does(there.people.secondSupervisor, 'ApprovalGranted', { approvalId });
  expect(await mineOn(node(2), mine, people).now()).toMatchObject({ status: 'closed', revision: 3 });
});

test('a command sent to all nodes at once under one key has one effect', async () => {
  const people = await peopleAt(node(0));
  const mine = await registered(node(0), people, { mineId: 'XJ-9002' });
  const answers = await Promise.all(
    nodes.map((server) => mine.send(at(server, people.inspector), 'NoteAdded', note, { key: 'one-note' })),
  );
  expect(answers.filter(({ status }) => status >= 300)).toEqual([]);
  await expectNoGap(mine, 2);
});

test('notes on one mine through all nodes at once are all kept, in one order', async () => {
  const people = await peopleAt(node(0));
  const mine = await registered(node(0), people, { mineId: 'XJ-9003' });
  const sent = nodes.flatMap((server) =>
    Array.from({ length: 5 }, () => mineOn(server, mine, people).send(at(server, people.inspector), 'NoteAdded', note)),
  );
  expect(statuses(await Promise.all(sent))).toEqual(sent.map(() => 201));
  await expectNoGap(mine, 1 + sent.length);
});

test('a deadline that passed long ago is put on record once, although every node looks for it', async () => {
  const people = await peopleAt(node(0));
  const mine = await registered(node(0), people, { mineId: 'XJ-9004', occurredAt: '2018-11-01T09:00:00+08:00' });
  await mine.does(people.inspector, 'ClosureOrdered', order, { occurredAt: '2018-11-05T09:00:00+08:00' });
  const passed = async () => (await mine.history()).filter(({ type }) => type === 'DeadlinePassed');
  while ((await passed()).length === 0);
  const rules = (await passed()).map(({ data }) => JSON.stringify(data));
  expect(new Set(rules).size).toBe(rules.length);
});

test('a node is killed in the middle of a campaign run: another goes on with it, and each mine is asked once', async () => {
  const people = await peopleAt(node(0));
  await Promise.all(mineIds.map((mineId) => registered(node(1), people, { mineId })));
  const { supervisor } = people;
  const token = await previewedToken(supervisor, {
    mines: MINES,
    q: 'Mine XJ-0',
    after: (await lastPosition(supervisor)) ?? '',
  });
  const { run } = (await supervisor.post(`${path}/runs`, { token })).as(startedAnswer);
  while ((await doneSoFar(at(node(1), supervisor))) === 0);
  expect(await node(0).kill()).toMatchObject({ signal: 'SIGKILL' });

  const left = at(node(1), supervisor);
  const cases = await reportedCases(left, run.runId);
  expect(cases.map(({ mineId }) => mineId)).toEqual(mineIds);
  expect(new Set(cases.map(({ outcome }) => outcome))).toEqual(new Set(['requested']));
  for (const mineId of mineIds) {
    const requests = (await mineAt(mineId, { ...people, supervisor: left }, left).history()).filter(
      ({ type }) => type === 'ApprovalRequested',
    );
    expect(requests).toHaveLength(1);
  }
});

test('the leader of the database stops: the nodes go on and say so in their log; a node that comes back has caught up with them', async () => {
  const people = await peopleAt(node(1));
  const mine = await registered(node(1), people, { mineId: 'XJ-9005' });
  await cluster.control.elect({ node: 1 });
  await cluster.control.stopNode({ node: 0 });
  const there = mineOn(node(2), mine, people);
  const stored = await there.send(there.people.inspector, 'NoteAdded', note);
  const last = stored.headers.get('Rectify-Position') ?? '';
  await expectNoGap(mine, 2);

  await using again = await startServer({
    data: join(folder, 'a'),
    variables: { RECTIFY_STORE: cluster.url, RECTIFY_DEADLINES: '0' },
  });
  const mines = async (server: Server) => {
    const answer = await at(server, people.analyst).get('/v1/mines?limit=500', { 'Rectify-After': last });
    return answer.as(mineList).items.map(({ mineId, status, lastChange }) => ({ mineId, status, lastChange }));
  };
  expect(await mines(again)).toEqual(await mines(node(2)));
  expect((await node(2).stop()).stderr).toMatch(/Another node of KurrentDB at .* leads now/);
});

async function lastPosition(client: Client): Promise<string | null> {
  return (await client.get('/v1/mines?limit=1')).as(mineList).position;
}
