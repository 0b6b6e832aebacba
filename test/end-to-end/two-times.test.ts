import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  changesAnswer,
  citation,
  closureList,
  courseAnswer,
  mineDetail,
  mineList,
  statisticsAnswer,
} from '@rectify/projections/answers';
import { mineAt, type People, peopleAt } from '../course.ts';
import { type Server, startServer } from '../server.ts';

const asOf = '2018-11-11T00:00:00+08:00';
/** All of the story was on record by then, and nothing of what this test corrects. */
const beforehand = '2019-01-01T00:00:00+08:00';

let server: Server;
let people: People;
beforeAll(async () => {
  server = await startServer({ variables: { RECTIFY_SCENARIO: 'november-2018' } });
  people = await peopleAt(server);
});
afterAll(() => server?.[Symbol.asyncDispose]());

const at = (query: Readonly<Record<string, string>>) => new URLSearchParams(query).toString();

/** How long XJ-0001 has been shut, by everything that tells of it, as of the eleventh of November and as known at an instant. */
async function told(knownAt: string | undefined, position: string | undefined) {
  const instants = { asOf, ...(knownAt !== undefined && { knownAt }) };
  const read = (path: string, query: Readonly<Record<string, string>> = {}) =>
    people.analyst.get(
      `${path}?${at({ ...instants, ...query })}`,
      position === undefined ? {} : { 'Rectify-After': position },
    );
  const q = 'XJ-0001';
  const one = (await read(`/v1/mines/${q}`)).as(mineDetail);
  const list = (await read('/v1/mines', { q })).as(mineList);
  const closures = (await read('/v1/closures', { q })).as(closureList);
  const { perState, ongoing } = (await read('/v1/closures/statistics', { q })).as(statisticsAnswer);
  const course = (await read('/v1/closures/course', { q, from: '2018-11-01' })).as(courseAnswer);
  return {
    one: one.closure?.duration,
    list: list.items.map(({ closure }) => closure?.duration),
    closures: closures.items.map(({ duration }) => duration),
    statistics: Object.values(perState).map(({ total }) => total.duration),
    // The eleventh has only just begun.
    course: `P${course.days.slice(0, -1).filter(({ shut }) => shut === 1).length}D`,
    ongoing: [
      one.closure?.ongoing,
      ...list.items.map(({ shut }) => shut),
      ongoing === 1,
      course.days.at(-1)?.shut === 1,
    ],
  };
}

const sixDays = {
  one: 'P6D',
  list: ['P6D'],
  closures: ['P6D'],
  statistics: ['P6D'],
  course: 'P6D',
  ongoing: [true, true, true, true],
};
const fourDays = { ...sixDays, one: 'P4D', list: ['P4D'], closures: ['P4D'], statistics: ['P4D'], course: 'P4D' };

test('a mine, lists, closures, statistics and the course agree on how long it was shut, before and after its closing date is corrected', async () => {
  expect(await told(undefined, undefined)).toEqual(sixDays);
  const figure = at({ query: `/v1/mines/XJ-0001?${at({ asOf })}`, figure: '/closure/duration' });
  const cited = (await people.analyst.get(`/v1/citation?${figure}`)).as(citation);
  expect(cited).toMatchObject({ value: 'P6D', stands: true, changedBy: [] });

  const mine = mineAt('XJ-0001', people, people.analyst);
  const order = (await mine.history()).find(({ type }) => type === 'ClosureOrdered');
  const reason = 'The order was carried out on the seventh.';
  const { mine: after } = await mine.does(people.inspector, 'FactCorrected', {
    corrections: [{ eventId: order?.eventId ?? '', patch: { occurredAt: '2018-11-07T00:00:00+08:00' } }],
    reason,
  });
  const correction = (await mine.history()).find(({ type }) => type === 'FactCorrected');
  const { position } = after;

  expect(await told(beforehand, position)).toEqual(sixDays);
  expect(await told(correction?.recordedAt, position)).toEqual(fourDays);
  expect(await told(undefined, position)).toEqual(fourDays);

  const again = (await people.analyst.get(cited.link, { 'Rectify-After': position })).as(citation);
  expect(again).toMatchObject({
    value: 'P6D',
    recomputed: 'P6D',
    today: { value: 'P4D' },
    stands: false,
    changedBy: [{ mineId: 'XJ-0001', eventId: correction?.eventId, kind: 'corrected', reason }],
  });

  const learnt = at({ axis: 'knowledge', from: beforehand, asOf });
  const changes = (await people.analyst.get(`/v1/changes?${learnt}`, { 'Rectify-After': position })).as(changesAnswer);
  expect(changes.items).toMatchObject([
    {
      mineId: 'XJ-0001',
      kinds: ['corrected'],
      before: { closure: { duration: 'P6D' } },
      after: { closure: { duration: 'P4D' } },
      corrections: [{ eventId: correction?.eventId, reason }],
    },
  ]);
});
