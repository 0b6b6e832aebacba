import { expect, test } from '@jest/globals';
import { apart } from '../src/studio/chart/apart.ts';

const within = { by: 15, from: 0, to: 300 };

test('places that are far enough from each other stay', () => {
  expect(apart([100, 20, 250], within)).toEqual([100, 20, 250]);
  expect(apart([], within)).toEqual([]);
});

test('places too near to each other move apart around their middle, in their order', () => {
  expect(apart([104, 100, 200], within)).toEqual([109.5, 94.5, 200]);
  expect(apart([100, 100, 100], within)).toEqual([85, 100, 115]);
});

test('places stay within the bounds', () => {
  expect(apart([298, 296], within)).toEqual([300, 285]);
  expect(apart([2, 1], within)).toEqual([15, 0]);
});
