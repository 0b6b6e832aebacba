import { describe, expect, test } from '@jest/globals';
import { createMachine, raise } from 'xstate';
import { eventTypes } from '../../src/index.ts';
import { compile } from '../../src/rectification/compiled/decider.ts';
import { ChartNotCompilable } from '../../src/rectification/compiled/region-tables.ts';
import { rectification } from '../../src/rectification/machine.ts';
import { chartWith } from './changed-chart.ts';

const issued = { target: 'ordered', guard: 'met', actions: 'record' };
const noPower = ['power', 'none'];

describe('what happens later, elsewhere or by itself cannot be compiled', () => {
  test.each<[string, object, readonly string[]]>([
    ['has after', { after: { 1000: 'ordered' } }, noPower],
    ['has always', { always: { target: 'ordered', guard: 'met' } }, noPower],
    ['has entry', { entry: 'record' }, noPower],
    ['has exit', { exit: 'record' }, noPower],
    ['has invoke', { invoke: { src: 'someone' } }, noPower],
    ['has onDone', { onDone: 'lodged' }, ['appeal', 'lodged']],
    ['is final', { type: 'final', on: {} }, noPower],
    ['before is history', { initial: 'before', states: { before: { type: 'history' } } }, noPower],
    ['is parallel', { type: 'parallel' }, ['appeal', 'lodged']],
    ['does something on entering', { initial: { target: 'stayed', actions: 'record' } }, ['appeal', 'lodged']],
    [
      'does not just record',
      { on: { PowerDirectionIssued: { ...issued, actions: raise({ type: 'NoteAdded' }) } } },
      noPower,
    ],
    ['is not regions alone', { on: { NoteAdded: { guard: 'met', actions: 'record' } } }, []],
  ])('%s', (why, other, path) => {
    expect(() => compile(chartWith({ path, to: () => other }))).toThrow(new RegExp(`${path.join('.')}.${why}`));
    expect(() => compile(chartWith({ path, to: () => other }))).toThrow(ChartNotCompilable);
  });

  test.each<[string, object]>([
    ['has actors or delays', { actors: { someone: rectification } }],
    ['has actors or delays', { delays: { later: 1000 } }],
    ['does not only assign', { actions: { ...rectification.implementations.actions, report: () => {} } }],
    ['does not only assign', { actions: { record: () => {} } }],
    ['has a guard that is no condition', { guards: { ...rectification.implementations.guards, lucky: () => true } }],
  ])('%s among its implementations', (why, implementations) => {
    expect(() =>
      compile(createMachine(rectification.config, { ...rectification.implementations, ...implementations })),
    ).toThrow(why);
  });
});

describe('what its regions do not share out cannot be compiled', () => {
  test.each<[string, object]>([
    ['takes \\*, which is no event type', { '*': issued }],
    ['takes PowerCut, which is no event type', { PowerCut: issued }],
    ['has no condition by name', { PowerDirectionIssued: { ...issued, guard: () => true } }],
    ['has no condition by name', { PowerDirectionIssued: { ...issued, guard: undefined } }],
    ['leads out of its region', { PowerDirectionIssued: { ...issued, target: '#rectification.operation.closed' } }],
    ['leads out of its region', { PowerDirectionIssued: { ...issued, target: '#rectification.power' } }],
    ['leads to two states', { PowerDirectionIssued: { ...issued, target: ['ordered', '#rectification.appeal.none'] } }],
    ['is entered anew', { PowerDirectionIssued: { ...issued, reenter: true } }],
    ['does not just record', { PowerDirectionIssued: { ...issued, actions: ['record', 'record'] } }],
    ['does not just record', { PowerDirectionIssued: { target: 'ordered', guard: 'met' } }],
    ['records ClosureOrdered', { ClosureOrdered: issued }],
    ['does nothing on ClosureOrdered', { ClosureOrdered: { guard: 'met' } }],
    ['has meta', { PowerDirectionIssued: { ...issued, meta: {} } }],
  ])('%s', (why, on) => {
    expect(() => compile(chartWith({ path: noPower, to: () => ({ on }) }))).toThrow(new RegExp(`power.none ${why}`));
  });

  test('a state or region that a chart value has not', () => {
    const withPause = chartWith({ path: ['power', 'paused'], to: () => ({}) });
    expect(() => compile(withPause)).toThrow('rectification.power has other states than a chart value');
    const withWeather = chartWith({ path: ['weather'], to: () => ({}) });
    expect(() => compile(withWeather)).toThrow('rectification has other regions than a chart value');
  });
});

test('every event of the vocabulary but the registration has a transition', () => {
  expect(eventTypes.filter((type) => !rectification.events.includes(type))).toEqual(['MineRegistered']);
});
