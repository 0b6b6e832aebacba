import { expect, test } from '@jest/globals';
import { tileTowards } from '../src/campaigns/regions/towards.ts';
import { tilesFor } from '../src/studio/regions/tile-layout.ts';

const tiles = tilesFor([]);
const from = (region: string, key: string, among = tiles) => {
  const tile = tiles.find((one) => one.region === region);
  return tile && tileTowards(among, tile, key)?.region;
};

test('arrow keys lead from a region to the one beside it', () => {
  expect(from('CN-GZ', 'ArrowUp')).toBe('CN-CQ');
  expect(from('CN-GZ', 'ArrowRight')).toBe('CN-HN');
  expect(from('CN-GZ', 'ArrowDown')).toBe('CN-GX');
  expect(from('CN-GZ', 'ArrowLeft')).toBe('CN-YN');
});

test('arrow keys pass over what cannot be chosen, and end at the edge', () => {
  const few = tiles.filter(({ region }) => ['CN-XJ', 'CN-GZ'].includes(region));
  expect(from('CN-GZ', 'ArrowUp', few)).toBe('CN-XJ');
  expect(from('CN-XJ', 'ArrowRight', few)).toBe('CN-GZ');
  expect(from('CN-XJ', 'ArrowUp', few)).toBeUndefined();
  expect(from('CN-XJ', 'Enter', few)).toBeUndefined();
});
