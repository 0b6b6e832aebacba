import { expect, test } from '@jest/globals';
import { asOfFrom, isAsOf } from '../src/as-of/as-of.ts';

const storyEnds = '2018-12-31T23:59:59.999+08:00';

test('a server with real mines opens on today', () => {
  expect(asOfFrom(undefined, null).kind).toBe('today');
});

test('the demonstration opens on the last day of its story', () => {
  expect(asOfFrom(undefined, storyEnds)).toMatchObject({
    kind: 'past',
    day: '2018-12-31',
    instant: storyEnds,
    time: undefined,
  });
  expect(asOfFrom(undefined, '2018-12-31')).toMatchObject({ kind: 'past', day: '2018-12-31', instant: storyEnds });
});

test('the demonstration can be taken to today', () => {
  expect(asOfFrom('today', storyEnds).kind).toBe('today');
});

test('a chosen day is looked at from its last moment in Beijing', () => {
  expect(asOfFrom('2018-11-11', null)).toMatchObject({
    day: '2018-11-11',
    instant: '2018-11-11T23:59:59.999+08:00',
    time: undefined,
  });
});

test('an instant is looked at exactly and shown with its time', () => {
  expect(asOfFrom('2018-11-10T16:00:00Z', null)).toMatchObject({
    day: '2018-11-11',
    time: '00:00',
    instant: '2018-11-10T16:00:00Z',
  });
});

test('an address cannot ask for what is no time', () => {
  expect(['today', '2018-11-11', '2018-11-11T00:00:00+08:00'].every(isAsOf)).toBe(true);
  expect(['yesterday', '2018-13-01', '2018-11-11T00:00:00', ''].some(isAsOf)).toBe(false);
});
