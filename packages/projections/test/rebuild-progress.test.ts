import { expect, test } from '@jest/globals';
import { measuring } from '../src/rebuild-progress.ts';

test('the share that is there again never falls, although the one in use may grow faster than what is built', () => {
  const progress = measuring(0.25);
  const told = [0.25, 1, 0.995, 1].map((share, slice) => progress({ events: slice, share }).share);
  expect(told).toEqual([0.25, 1, 1, 1]);
});
