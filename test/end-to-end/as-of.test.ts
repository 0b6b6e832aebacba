import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { closureList, mineDetail, mineList, statisticsAnswer } from '@rectify/projections/answers';
import { type MineAtServer, order, type People, peopleAt, registered } from '../course.ts';
import { type Server, startServer } from '../server.ts';

let server: Server;
let people: People;
let mine: MineAtServer;
/** When it was recorded that the mine exists, that it was closed, and that it was closed a day later than first said. */
const recorded = { mine: '', closing: '', correction: '' };
let position: string;

beforeAll(async () => {
  server = await startServer();
  people = await peopleAt(server);
  mine = await registered(server, people, { mineId: 'XJ-9001', occurredAt: '2024-01-08T09:00:00+08:00' });
  await registered(server, people, { mineId: 'XJ-9002', occurredAt: '2024-06-03T09:00:00+08:00' });
  await mine.does(people.inspector, 'ClosureOrdered', order, { occurredAt: '2024-03-01T00:00:00+08:00' });
  const [first, , , ordered] = await mine.history();
  const correction = await mine.does(people.inspector, 'FactCorrected', {
    corrections: [{ eventId: ordered?.eventId ?? '', patch: { occurredAt: '2024-03-02T00:00:00+08:00' } }],
    reason: 'The order is of the second of March.',
  });
  recorded.mine = first?.recordedAt ?? '';
  recorded.closing = ordered?.recordedAt ?? '';
  recorded.correction = correction.events.at(-1)?.recordedAt ?? '';
  position = correction.mine.position;
});
afterAll(() => server?.[Symbol.asyncDispose]());

const at = (query: Readonly<Record<string, string>>) => new URLSearchParams(query).toString();
const read = (path: string) => people.analyst.get(path, { 'Rectify-After': position });

test('a list as of a day holds the mines of that day as they stood', async () => {
  const february = (await read(`/v1/mines?${at({ asOf: '2024-02-01T00:00:00+08:00' })}`)).as(mineList);
  expect(february.items.map(({ mineId, status }) => [mineId, status])).toEqual([['XJ-9001', 'operating']]);
  const july = (await read(`/v1/mines?${at({ asOf: '2024-07-01T00:00:00+08:00', sort: 'mineId' })}`)).as(mineList);
  expect(july.items.map(({ mineId, status }) => [mineId, status])).toEqual([
    ['XJ-9001', 'closed'],
    ['XJ-9002', 'operating'],
  ]);
});

test('a filter goes by how the mines stood, not by how they stand', async () => {
  const closed = (await read(`/v1/mines?${at({ status: 'closed', asOf: '2024-02-01T00:00:00+08:00' })}`)).as(mineList);
  expect(closed).toMatchObject({ items: [], total: 0 });
});

test('as known at an instant counts only what was on record by then', async () => {
  const asOf = '2024-03-05T00:00:00+08:00';
  const known = async (knownAt: string) =>
    (await read(`/v1/mines?${at({ asOf, knownAt })}`))
      .as(mineList)
      .items.map(({ status, closure }) => [status, closure?.days]);
  expect(await known('2024-03-05T00:00:00+08:00')).toEqual([]);
  expect(await known(recorded.mine)).toEqual([['operating', undefined]]);
  expect(await known(recorded.closing)).toEqual([['closed', 4]]);
  expect(await known(recorded.correction)).toEqual([['closed', 3]]);
});

test('one mine, the closures and the figures agree with the list', async () => {
  const asked = at({ asOf: '2024-03-05T00:00:00+08:00', knownAt: recorded.correction });
  const one = (await read(`/v1/mines/XJ-9001?${asked}`)).as(mineDetail);
  const closures = (await read(`/v1/closures?${asked}`)).as(closureList);
  const figures = (await read(`/v1/closures/statistics?${asked}`)).as(statisticsAnswer);
  expect(one.closure).toMatchObject({ duration: 'P3D', ongoing: true });
  expect(closures.items).toMatchObject([{ mineId: 'XJ-9001', duration: 'P3D', ongoing: true }]);
  expect(figures).toMatchObject({ total: 1, ongoing: 1, ended: 0, mines: 1, byStatus: { closed: 1 } });
});

test('a list is read page by page without a gap at an instant', async () => {
  const asked = at({ asOf: '2024-07-01T00:00:00+08:00', limit: '1', sort: '-mineId' });
  const first = (await read(`/v1/mines?${asked}`)).as(mineList);
  const second = (await read(`/v1/mines?${asked}&${at({ cursor: first.next ?? '' })}`)).as(mineList);
  expect([...first.items, ...second.items].map(({ mineId }) => mineId)).toEqual(['XJ-9002', 'XJ-9001']);
  expect(second.next).toBeUndefined();
});
