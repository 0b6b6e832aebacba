import type { Chance } from './chance.ts';

/** Where generated mines are: ISO 3166-2 codes with invented shares of the mines. */
const shares = [
  ['CN-XJ', 0.3],
  ['CN-SC', 0.24],
  ['CN-NM', 0.18],
  ['CN-GZ', 0.15],
  ['CN-YN', 0.13],
] as const;

/** A region in which there are generated mines. */
export type Region = (typeof shares)[number][0];

/** All of them. */
export const regions: readonly Region[] = shares.map(([region]) => region);

/** A region outside every generated procedure: who moves there leaves the register. */
export const OUTSIDE = 'KZ-PAV';

/** A region drawn by its share. */
export function drawnRegion(chance: Chance): Region {
  let rest = chance.fraction();
  for (const [region, share] of shares) {
    rest -= share;
    if (rest < 0) return region;
  }
  return shares[0][0];
}

/** The two letters by which ids name a region. */
export function placeOf(region: string): string {
  return region.slice(3);
}
