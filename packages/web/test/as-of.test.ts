import { describe, expect, test } from '@jest/globals';
import { asOfFrom, isAsOf, isKnownAt } from '../src/as-of/as-of.ts';
import { readTimes } from '../src/as-of/chosen-times.ts';

const storyEnds = '2018-12-31T23:59:59.999+08:00';
const lastDay = { instant: storyEnds, day: '2018-12-31', time: undefined };

test('a server with real mines opens on today', () => {
  expect(asOfFrom({}, null).kind).toBe('today');
});

test('the demonstration opens on the last day of its story', () => {
  expect(asOfFrom({}, storyEnds)).toEqual({ kind: 'past', on: lastDay, known: undefined, day: '2018-12-31' });
  expect(asOfFrom({}, '2018-12-31')).toMatchObject({ kind: 'past', on: lastDay });
});

test('the demonstration can be taken to today', () => {
  expect(asOfFrom({ asOf: 'today' }, storyEnds).kind).toBe('today');
});

test('a chosen day is looked at from its last moment in Beijing', () => {
  expect(asOfFrom({ asOf: '2018-11-11' }, null).on).toEqual({
    day: '2018-11-11',
    instant: '2018-11-11T23:59:59.999+08:00',
    time: undefined,
  });
});

test('an instant is looked at exactly and shown with its time', () => {
  expect(asOfFrom({ asOf: '2018-11-10T16:00:00Z' }, null).on).toEqual({
    day: '2018-11-11',
    time: '00:00',
    instant: '2018-11-10T16:00:00Z',
  });
});

test('an address cannot ask for what is no time', () => {
  expect(['today', '2018-11-11', '2018-11-11T00:00:00+08:00'].every(isAsOf)).toBe(true);
  expect(['yesterday', '2018-13-01', '2018-11-11T00:00:00', ''].some(isAsOf)).toBe(false);
  expect(isKnownAt('today')).toBe(false);
});

describe('as known by a day', () => {
  const known = { instant: '2018-11-19T23:59:59.999+08:00', day: '2018-11-19', time: undefined };

  test('what was true on another day is looked at by what was on record by its end', () => {
    expect(asOfFrom({ asOf: '2018-11-11', knownAt: '2018-11-19' }, null)).toMatchObject({
      kind: 'past',
      on: { day: '2018-11-11' },
      known,
      day: '2018-11-11',
    });
  });

  test('the present is looked at by what was known then, which is the past', () => {
    const asked = { asOf: 'today', knownAt: '2018-11-19' };
    expect(asOfFrom(asked, storyEnds)).toEqual({ kind: 'past', on: undefined, known, day: '2018-11-19' });
  });

  test('the demonstration goes by it on the last day of its story', () => {
    expect(asOfFrom({ knownAt: '2018-11-19' }, storyEnds)).toMatchObject({ on: lastDay, known });
  });
});

describe('typed times', () => {
  const today = '2026-03-01';

  test('empty they mean now, and all that is known', () => {
    expect(readTimes({ on: '', known: ' ' }, today)).toEqual({ asked: { asOf: 'today', knownAt: undefined } });
    expect(readTimes({ on: '2018-11-11', known: today }, today)).toEqual({
      asked: { asOf: '2018-11-11', knownAt: undefined },
    });
  });

  test('each is taken alone or both together', () => {
    expect(readTimes({ on: ' 2018-11-11 ', known: '2018-11-19T08:00:00+08:00' }, today)).toEqual({
      asked: { asOf: '2018-11-11', knownAt: '2018-11-19T08:00:00+08:00' },
    });
  });

  test('what is no day, and what is to come, is told of the time that is at fault', () => {
    expect(readTimes({ on: 'soon', known: '2026-03-02' }, today)).toEqual({
      faults: { on: 'invalid', known: 'future' },
    });
  });
});
