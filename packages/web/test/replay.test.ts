import { expect, test } from '@jest/globals';
import type { EventAnswer } from '../src/api/answers.ts';
import { lastStepOn, replaySteps } from '../src/replay/replay-steps.ts';
import { anEvent } from './a-closed-mine.ts';

const operating = { operation: 'operating', appeal: 'none', power: 'none' } as const;
const closed = { operation: 'closed.awaitingInspection', appeal: 'none', power: 'none' } as const;
const inspecting = { operation: 'closed.inspecting', appeal: 'none', power: 'none' } as const;

const history: readonly EventAnswer[] = [
  anEvent('MineRegistered', '2018-03-14T10:05:00+08:00', 0, { transition: { from: null, to: operating } }),
  anEvent('ApprovalRequested', '2018-11-05T09:12:00+08:00', 1),
  anEvent('ApprovalGranted', '2018-11-05T09:40:00+08:00', 2),
  anEvent('ClosureOrdered', '2018-11-05T00:00:00+08:00', 3, {
    occurredAtPrecision: 'day',
    transition: { from: operating, to: closed },
  }),
  anEvent('InspectionStarted', '2018-11-23T09:30:00+08:00', 4, { transition: { from: closed, to: inspecting } }),
  anEvent('CheckRecorded', '2018-11-23T09:30:00+08:00', 5, { transition: { from: inspecting, to: inspecting } }),
];

const typesOf = (events: readonly EventAnswer[]) => replaySteps(events).map(({ standing }) => standing.event.type);

test('a replay goes in the order in which things happened, not in which they were recorded', () => {
  expect(typesOf(history).slice(0, 4)).toEqual([
    'MineRegistered',
    'ClosureOrdered',
    'ApprovalRequested',
    'ApprovalGranted',
  ]);
});

test('a step that moves nothing leaves the mine where it stood', () => {
  const steps = replaySteps(history);
  expect(steps.map(({ value }) => value.operation)).toEqual([
    'operating',
    'closed.awaitingInspection',
    'closed.awaitingInspection',
    'closed.awaitingInspection',
    'closed.inspecting',
    'closed.inspecting',
  ]);
});

test('steps that share an instant say so, since the figures of that instant hold them all', () => {
  const steps = replaySteps(history);
  expect(steps.map(({ sharing }) => sharing)).toEqual([0, 0, 0, 0, 1, 0]);
  expect(steps.at(-1)?.earlier).toBe('2018-11-05T09:40:00+08:00');
});

test('the time between two steps is given no more exactly than both are known', () => {
  const since = replaySteps(history).map((step) => step.since);
  expect(since[0]).toBeNull();
  expect(since[1]).toEqual({ days: 236 });
  expect(since[3]).toEqual({ milliseconds: 28 * 60_000 });
});

test('what was voided never happened, and a corrected time counts', () => {
  const correction = { by: 'e-9', reason: 'Wrong day', recordedAt: '2018-12-01T00:00:00+08:00' };
  const voided = history.map((event) =>
    event.type === 'InspectionStarted'
      ? { ...event, correction: { ...correction, void: true, before: null, after: null } }
      : event,
  );
  expect(typesOf(voided)).not.toContain('InspectionStarted');
  const moved = history.map((event) =>
    event.type === 'CheckRecorded'
      ? {
          ...event,
          effective: {
            data: {},
            occurredAt: '2018-11-24T08:00:00+08:00',
            occurredAtPrecision: 'instant' as const,
            transition: { from: inspecting, to: inspecting },
          },
        }
      : event,
  );
  expect(replaySteps(moved).at(-1)?.since).toEqual({ milliseconds: 22.5 * 3_600_000 });
});

test('a replay up to an instant leaves out what was asked or granted later', () => {
  const steps = replaySteps(history, '2018-11-05T09:30:00+08:00');
  expect(steps.map(({ standing }) => standing.event.type)).toEqual([
    'MineRegistered',
    'ClosureOrdered',
    'ApprovalRequested',
  ]);
});

test('a typed day leads to the last step that had happened by its end', () => {
  const steps = replaySteps(history);
  expect(lastStepOn(steps, '2018-11-11')).toBe(4);
  expect(lastStepOn(steps, '2018-11-23')).toBe(6);
  expect(lastStepOn(steps, '2018-01-01')).toBe(0);
});
