import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { problemAnswer } from '@rectify/api';
import {
  type ClosureAnswer,
  closureList,
  eventList,
  mineDetail,
  mineList,
  previewAnswer,
  statisticsAnswer,
} from '@rectify/projections/answers';
import {
  type MineAtServer,
  order,
  type People,
  passTheInspection,
  peopleAt,
  registered,
  satisfyTheRequirements,
} from '../course.ts';
import { type Server, startServer } from '../server.ts';

const fifth = '2024-03-05T00:00:00+08:00';
const sixth = '2024-03-06T00:00:00+08:00';
const day = 86_400_000;

let server: Server;
let people: People;
let mine: MineAtServer;
/** A case closed on the 5th and reopened since, as it was known before it was corrected. */
let before: ClosureAnswer;
const ids = { order: '', reopening: '' };
let knownBefore: string;
/** What the preview said, before anything was sent. */
let foreseen: { readonly before: ClosureAnswer; readonly after: ClosureAnswer };
let corrected: { readonly at: string; readonly position: string };

beforeAll(async () => {
  server = await startServer();
  people = await peopleAt(server);
  mine = await registered(server, people, { mineId: 'XJ-9001', occurredAt: '2024-01-08T09:00:00+08:00' });
  const { inspector, licensing, supervisor } = people;
  await mine.does(inspector, 'ClosureOrdered', order, { occurredAt: fifth });
  await mine.does(inspector, 'InspectionStarted', { inspectionId: 'I1' });
  await passTheInspection(mine, 'I1');
  await satisfyTheRequirements(mine);
  await mine.does(licensing, 'RequirementsCertified', {});
  await mine.does(supervisor, 'ReopeningAuthorised', {});
  const history = await mine.history();
  const idOf = (type: string) => history.find((event) => event.type === type)?.eventId ?? '';
  ids.order = idOf('ClosureOrdered');
  ids.reopening = idOf('ReopeningAuthorised');
  knownBefore = history.at(-1)?.recordedAt ?? '';
  before = only((await mine.now()).closure);
  const correction = {
    corrections: [{ eventId: ids.order, patch: { occurredAt: sixth } }],
    reason: 'Closed on the sixth',
  };
  const sent = { type: 'FactCorrected', data: correction };
  const preview = (await inspector.post('/v1/mines/XJ-9001/preview', sent)).as(previewAnswer);
  foreseen = { before: only(preview.closures[0]?.before), after: only(preview.closures[0]?.after) };
  const stored = await mine.does(inspector, 'FactCorrected', correction);
  corrected = { at: stored.events.at(-1)?.recordedAt ?? '', position: stored.mine.position };
});
afterAll(() => server?.[Symbol.asyncDispose]());

function only(closure: ClosureAnswer | null | undefined): ClosureAnswer {
  if (!closure) throw new Error('There is no closure.');
  return closure;
}

const read = async (path: string) => people.analyst.get(path, { 'Rectify-After': corrected.position });
const known = (knownAt: string) => `knownAt=${encodeURIComponent(knownAt)}`;

/** The closure as every answer has it that tells of one, as known at an instant. */
async function everywhere(knownAt: string) {
  const query = known(knownAt);
  const one = (await read(`/v1/mines/XJ-9001?${query}`)).as(mineDetail);
  const board = (await read(`/v1/mines?${query}`)).as(mineList);
  const closures = (await read(`/v1/closures?${query}`)).as(closureList);
  const figures = (await read(`/v1/closures/statistics?${query}`)).as(statisticsAnswer);
  return {
    lengths: [one.closure, board.items[0]?.closure, closures.items[0]].map((closure) => closure?.milliseconds),
    since: [one.closure, board.items[0]?.closure, closures.items[0]].map((closure) => closure?.since),
    mean: figures.endedOnly.mean?.milliseconds,
  };
}

describe('the closing day of a reopened case, corrected from the 5th to the 6th,', () => {
  test('makes the closure a day shorter as known now: in the case, on the board, in lists and in the figures', async () => {
    const shorter = before.milliseconds - day;
    expect(await everywhere(corrected.at)).toEqual({
      lengths: [shorter, shorter, shorter],
      since: [sixth, sixth, sixth],
      mean: shorter,
    });
    expect((await mine.now()).closure).toMatchObject({
      milliseconds: shorter,
      days: before.days - 1,
      until: before.until,
    });
  });

  test('leaves it as it was as known before', async () => {
    expect(await everywhere(knownBefore)).toEqual({
      lengths: [before.milliseconds, before.milliseconds, before.milliseconds],
      since: [fifth, fifth, fifth],
      mean: before.milliseconds,
    });
  });

  test('stands in the timeline with the original beside it, and in the effective history as what counts', async () => {
    const timeline = (await read('/v1/mines/XJ-9001/events')).as(eventList);
    expect(timeline.items.find(({ eventId }) => eventId === ids.order)).toMatchObject({
      occurredAt: fifth,
      correction: { before: { occurredAt: fifth }, after: { occurredAt: sixth }, reason: 'Closed on the sixth' },
      effective: { occurredAt: sixth },
    });
    const effective = (await read('/v1/mines/XJ-9001/events?view=effective')).as(eventList);
    expect(effective.items.find(({ eventId }) => eventId === ids.order)?.occurredAt).toBe(sixth);
    const asKnown = (await read(`/v1/mines/XJ-9001/events?view=effective&${known(knownBefore)}`)).as(eventList);
    expect(asKnown.items.find(({ eventId }) => eventId === ids.order)?.occurredAt).toBe(fifth);
    const { stdout } = await server.rectify(['history', 'XJ-9001', '--view', 'effective', '--json']);
    expect(JSON.parse(stdout).items).toEqual(
      (await people.supervisor.get('/v1/mines/XJ-9001/events?view=effective&limit=500')).as(eventList).items,
    );
  });

  test('did what its preview had shown', async () => {
    expect(foreseen.before).toEqual(before);
    expect(foreseen.after).toEqual((await mine.now()).closure);
  });
});

test('a correction that would put the reopening before the closing is refused, naming the reopening', async () => {
  const { revision } = await mine.now();
  const data = {
    corrections: [{ eventId: ids.reopening, patch: { occurredAt: '2024-03-01T00:00:00+08:00' } }],
    reason: 'As the file says',
  };
  const refused = (await mine.send(people.inspector, 'FactCorrected', data)).as(problemAnswer);
  expect(refused).toMatchObject({
    status: 409,
    type: 'condition-not-met',
    reasons: [{ code: 'would-become-impossible', about: ids.reopening }],
  });
  expect(refused.detail).toContain('ReopeningAuthorised');
  expect((await mine.now()).revision).toBe(revision);
});

test('a closing day after the reopening is refused, naming everything that would no longer be possible', async () => {
  const now = await mine.now();
  const data = {
    corrections: [{ eventId: ids.order, patch: { occurredAt: now.closure?.until } }],
    reason: 'As the file says',
  };
  const { reasons } = (await mine.send(people.inspector, 'FactCorrected', data)).as(problemAnswer);
  const named = new Set(reasons?.map(({ about }) => about));
  const expected = (await mine.history()).filter(({ type }) =>
    /^(Inspection|Check|Evidence|RequirementSatisfied|RequirementsCertified|Reopening)/.test(type),
  );
  expect(expected.map(({ eventId }) => eventId).filter((eventId) => !named.has(eventId))).toEqual([]);
  expect(reasons).toHaveLength(expected.length);
});
