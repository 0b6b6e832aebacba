import { expect, test } from '@jest/globals';
import type { ChartValue, OperationState } from '@rectify/engine/rectification';
import type { EventAnswer } from '../src/api/answers.ts';
import { replaySteps } from '../src/replay/replay-steps.ts';
import { axisOf, placeAtShare, shareOf } from '../src/studio/replay/axis.ts';
import { type Alignment, type Lane, laneOf, spansOf, standingAt } from '../src/studio/replay/lanes.ts';
import { momentBy, momentOfMine, momentsOf } from '../src/studio/replay/moments.ts';
import { minesIn, minesNamed } from '../src/studio/replay/several-search.ts';
import { ticksOf } from '../src/studio/replay/ticks.ts';
import { anEvent } from './a-closed-mine.ts';

const DAY = 86_400_000;
const until = at('2018-12-31');

test('a stretch in which nothing happened to any mine is compressed, however long it lasted', () => {
  const { stretches } = axisOf(lanes('calendar', early, late));
  const quiet = stretches.filter((stretch) => stretch.quiet);
  expect(quiet.map(({ from, to }) => (to - from) / DAY)).toEqual([308, 8, 41]);
  expect(new Set(quiet.map(({ size }) => size)).size).toBe(1);
  expect(stretches.at(-1)).toMatchObject({ to: until });
});

test('what happened to one mine while another was quiet keeps the axis to scale', () => {
  const quietIn = (...histories: Parameters<typeof lanes>[1][]) =>
    axisOf(lanes('calendar', ...histories)).stretches.filter(({ quiet }) => quiet);
  const busy = { ...late, events: [...late.events, note('2018-11-13', 3)] };
  expect(quietIn(early)).toHaveLength(3);
  expect(quietIn(early, busy)).toHaveLength(2);
  const axis = axisOf(lanes('calendar', early, busy));
  const share = (day: string) => shareOf(axis, at(day));
  expect(share('2018-11-08') - share('2018-11-06')).toBeCloseTo(share('2018-11-17') - share('2018-11-15'));
});

test('registering a mine, long before its course, does not stretch the axis', () => {
  const registeredBetween = { ...late, events: [registered('2018-06-01'), ...late.events.slice(1)] };
  const { stretches } = axisOf(lanes('calendar', early, registeredBetween));
  expect(stretches.filter(({ quiet }) => quiet)[0]).toMatchObject({ from: at('2018-01-01'), to: at('2018-11-05') });
});

test('every place of the axis is found again at its share', () => {
  const axis = axisOf(lanes('calendar', early, late));
  expect(shareOf(axis, at('2018-01-01'))).toBe(0);
  expect(shareOf(axis, until)).toBeCloseTo(1);
  for (const day of ['2018-03-01', '2018-11-05', '2018-11-12', '2018-12-10'])
    expect(placeAtShare(axis, shareOf(axis, at(day)))).toBeCloseTo(at(day), -2);
});

test('days are named where there is room, none within what is compressed', () => {
  const axis = axisOf(lanes('closing', early, late));
  const ticks = ticksOf(axis, 0);
  expect(ticks[0]).toEqual({ place: 0, share: 0 });
  for (const { place } of ticks) {
    const within = axis.stretches.find(({ from, to }) => from < place && place < to);
    expect(within?.quiet ?? false).toBe(false);
  }
});

test('from the closing each course begins on its own day 0, and what came before is not shown', () => {
  const [first, second] = lanes('closing', early, late);
  expect(first && spansOf(first).map(({ operation, from, to }) => [operation, from / DAY, to / DAY])).toEqual([
    ['closed.awaitingInspection', 0, 13],
    ['inspected', 13, 15],
    ['reopened', 15, 56],
  ]);
  expect(second && spansOf(second).map(({ from }) => from / DAY)).toEqual([0, 3]);
});

test('of a mine that was closed twice the last closing counts', () => {
  const again = { ...early, events: [...early.events, closed('2018-12-05', 4, 'reopened')] };
  const [lane] = lanes('closing', again);
  expect(lane?.zero).toBe(at('2018-12-05'));
});

test('a mine that was never closed has no place from the closing, and one by the calendar', () => {
  const open = { mineId: 'XJ-0019', events: [registered('2018-05-24')] };
  expect(lanes('closing', open, early).map(({ mineId }) => mineId)).toEqual([early.mineId]);
  expect(lanes('calendar', open, early)).toHaveLength(2);
});

test('what happened to several mines at one instant is one moment, and the last one is where the time ends', () => {
  const same = { ...early, mineId: 'GZ-0002' };
  const moments = momentsOf(lanes('calendar', early, same));
  expect(moments.map(({ happened }) => happened.length)).toEqual([2, 2, 2, 2, 0]);
  expect(moments.at(-1)?.place).toBe(until);
});

test('one steps to what happened next to any mine, or to the chosen one', () => {
  const moments = momentsOf(lanes('calendar', early, late));
  const closing = momentBy(moments, at('2018-11-05'));
  expect(moments[closing + 1]?.place).toBe(at('2018-11-07'));
  expect(moments[momentOfMine(moments, closing, 1, early.mineId)]?.place).toBe(at('2018-11-18'));
  expect(momentOfMine(moments, closing, -1, early.mineId)).toBe(0);
  expect(momentOfMine(moments, moments.length - 1, 1, early.mineId)).toBe(moments.length - 1);
});

test('at an instant each mine stands where its last event left it, shut for so many days', () => {
  const [first, second] = lanes('calendar', early, late);
  const standing = (lane: Lane | undefined, day: string) => lane && standingAt(lane, at(day));
  expect(standing(first, '2018-11-17')).toMatchObject({
    step: { value: { operation: 'closed.awaitingInspection' } },
    shut: { until: null, days: 12 },
  });
  expect(standing(first, '2018-12-01')?.shut).toMatchObject({ days: 15, until: expect.stringContaining('2018-11-20') });
  expect(standing(second, '2018-11-06')?.shut).toBeNull();
  expect(standing(first, '2017-12-31')).toBeNull();
});

test('a course that is not as far as another stands as it ended', () => {
  const [, second] = lanes('closing', early, late);
  expect(second && standingAt(second, 56 * DAY)?.shut?.days).toBe(54);
});

test('mines are named in the address, each once', () => {
  expect(minesIn('GZ-0001, GZ-0002，GZ-0001')).toEqual(['GZ-0001', 'GZ-0002']);
  expect(minesNamed(['GZ-0001', 'GZ-0002', 'GZ-0001'])).toEqual({ mines: 'GZ-0001,GZ-0002' });
  expect(minesNamed([])).toEqual({ mines: undefined });
});

const early = {
  mineId: 'GZ-0001',
  events: [
    registered('2018-01-01'),
    closed('2018-11-05', 1),
    moved('InspectionPassed', '2018-11-18', 2, 'closed.awaitingInspection', 'inspected'),
    moved('ReopeningAuthorised', '2018-11-20', 3, 'inspected', 'reopened'),
  ],
};

const late = {
  mineId: 'XJ-0001',
  events: [
    registered('2018-01-01'),
    closed('2018-11-07', 1),
    moved('InspectionStarted', '2018-11-10', 2, 'closed.awaitingInspection', 'closed.inspecting'),
  ],
};

function lanes(
  alignment: Alignment,
  ...histories: readonly { readonly mineId: string; readonly events: readonly EventAnswer[] }[]
): Lane[] {
  return histories.flatMap(
    ({ mineId, events }) => laneOf({ mineId, steps: replaySteps(events) }, alignment, until) ?? [],
  );
}

function at(day: string): number {
  return Date.parse(`${day}T00:00:00+08:00`);
}

function standingIn(operation: OperationState): ChartValue {
  return { operation, appeal: 'none', power: 'none' };
}

function registered(day: string): EventAnswer {
  const transition = { from: null, to: standingIn('operating') };
  return anEvent('MineRegistered', `${day}T00:00:00+08:00`, 0, { transition });
}

function closed(day: string, revision: number, from: OperationState = 'operating'): EventAnswer {
  return moved('ClosureOrdered', day, revision, from, 'closed.awaitingInspection');
}

function note(day: string, revision: number): EventAnswer {
  return anEvent('NoteAdded', `${day}T00:00:00+08:00`, revision);
}

function moved(
  type: EventAnswer['type'],
  day: string,
  revision: number,
  from: OperationState,
  to: OperationState,
): EventAnswer {
  const transition = { from: standingIn(from), to: standingIn(to) };
  return anEvent(type, `${day}T00:00:00+08:00`, revision, { transition });
}
