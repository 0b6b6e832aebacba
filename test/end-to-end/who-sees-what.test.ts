import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { problemAnswer } from '@rectify/api';
import { closureList, eventList, mineDetail, mineList } from '@rectify/projections/answers';
import { type MineAtServer, note, onTheWayTo, order, type People, peopleAt, registered } from '../course.ts';
import { type Client, type Server, startServer } from '../server.ts';

let server: Server;
let people: People;
let mine: MineAtServer;
let other: MineAtServer;
let position: string;
beforeAll(async () => {
  server = await startServer();
  people = await peopleAt(server);
  mine = await onTheWayTo('closed', await registered(server, people, { mineId: 'XJ-9001' }));
  other = await onTheWayTo('closed', await registered(server, people, { mineId: 'XJ-9002' }));
  await mine.does(people.inspector, 'NoteAdded', { text: 'For officials alone.', visibility: 'internal' });
  position = (await mine.does(people.supervisor, 'CaseAssigned', { assignee: 'inspector-1' })).mine.position;
});
afterAll(() => server?.[Symbol.asyncDispose]());

const names = /inspector-1|supervisor-[12]/;

/** What somebody is shown under an address, once the lists have come so far. */
const shown = (who: Client, path: string) => who.get(path, { 'Rectify-After': position });

describe('to an owner', () => {
  test.each([
    ['the mine', '/v1/mines/XJ-9002'],
    ['the mine as it was', '/v1/mines/XJ-9002?asOf=2999-01-01T00:00:00Z'],
    ['its history', '/v1/mines/XJ-9002/events'],
    ['what may be sent to it', '/v1/mines/XJ-9002/next'],
  ])('%s of another owner does not exist, just as one that nobody registered', async (_, path) => {
    const others = (await shown(mine.owner, path)).as(problemAnswer);
    const nobodys = (await shown(mine.owner, path.replace('XJ-9002', 'XJ-0000'))).as(problemAnswer);
    expect(others).toMatchObject({ status: 404, type: 'not-found' });
    expect({ ...others, instance: '' }).toEqual({ ...nobodys, instance: '' });
  });

  test('lists show their own mines only', async () => {
    const mines = (await shown(mine.owner, '/v1/mines')).as(mineList);
    expect(mines).toMatchObject({ total: 1, items: [{ mineId: 'XJ-9001' }] });
    const closures = (await shown(mine.owner, '/v1/closures')).as(closureList);
    expect(closures).toMatchObject({ total: 1, items: [{ mineId: 'XJ-9001' }] });
    expect((await shown(mine.owner, '/v1/closures/statistics')).text).not.toContain('"mines":2');
  });

  test.each(['/v1/mines/XJ-9001', '/v1/mines/XJ-9001/events', '/v1/mines', '/v1/closures'])(
    '%s names the office of an official, never the person',
    async (path) => {
      expect((await shown(mine.owner, path)).text).not.toMatch(names);
    },
  );

  test('the history holds the order, not the request for it, nor what is internal', async () => {
    const { items } = (await shown(mine.owner, '/v1/mines/XJ-9001/events')).as(eventList);
    expect(items.map(({ type, actor }) => [type, actor])).toEqual([
      ['MineRegistered', { role: 'inspector', office: 'tax' }],
      ['ClosureOrdered', { role: 'inspector', office: 'tax' }],
    ]);
    const { revision } = (await shown(mine.owner, '/v1/mines/XJ-9001')).as(mineDetail);
    expect(revision).toBe(items.at(-1)?.revision);
  });

  test('a request shows nothing before it takes effect', async () => {
    const before = (await other.owner.get('/v1/mines/XJ-9002')).text;
    await other.does(people.supervisor, 'ClosureWithdrawn', { reason: 'Wrong mine' });
    const withdrawn = (await other.owner.get('/v1/mines/XJ-9002/events')).as(eventList);
    await other.requests(people.inspector, 'ClosureOrdered', order);
    const after = (await other.owner.get('/v1/mines/XJ-9002/events')).as(eventList);
    expect(before).not.toContain('approvalId');
    expect(after).toEqual(withdrawn);
  });

  test('If-Match goes by what they see', async () => {
    const { revision } = (await mine.owner.get('/v1/mines/XJ-9001')).as(mineDetail);
    const answer = await mine.send(mine.owner, 'OwnerStatementFiled', { text: 'We comply.' }, { revision });
    expect(answer.status).toBe(201);
  });
});

describe('to an analyst', () => {
  test('people are pseudonyms, the same wherever they acted', async () => {
    await other.does(people.inspector, 'NoteAdded', note);
    const histories = await Promise.all(
      ['XJ-9001', 'XJ-9002'].map((mineId) => people.analyst.get(`/v1/mines/${mineId}/events`)),
    );
    const inspectors = histories.flatMap((history) =>
      history.as(eventList).items.flatMap(({ actor }) => (actor.role === 'inspector' ? [actor.id] : [])),
    );
    expect(new Set(inspectors).size).toBe(1);
    expect(inspectors[0]).toMatch(/^person-[0-9a-f]+$/);
    for (const { text } of histories) expect(text).not.toMatch(names);
  });

  test.each(['/v1/mines/XJ-9001', '/v1/mines', '/v1/closures'])('%s names no person', async (path) => {
    const { text } = await shown(people.analyst, path);
    expect(text).toContain('XJ-9001');
    expect(text).not.toMatch(names);
  });
});

test('to an official a case shows who did what, and who has it', async () => {
  const { assignee } = (await shown(people.reviewer, '/v1/mines/XJ-9001')).as(mineDetail);
  expect(assignee).toBe('inspector-1');
});
