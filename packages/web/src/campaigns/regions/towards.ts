import type { Tile } from '../../studio/regions/tile-layout.ts';

const steps: Readonly<Record<string, readonly [column: number, row: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The nearest square from one on in the direction of an arrow key, those straight ahead first; undefined where there is none, or for another key. */
export function tileTowards(tiles: readonly Tile[], from: Tile, key: string): Tile | undefined {
  const step = steps[key];
  if (!step) return undefined;
  const [column, row] = step;
  const ahead = ({ column: c, row: r }: Tile) => (c - from.column) * column + (r - from.row) * row;
  const aside = ({ column: c, row: r }: Tile) => Math.abs((c - from.column) * row) + Math.abs((r - from.row) * column);
  return tiles
    .filter((tile) => ahead(tile) > 0)
    .toSorted((a, b) => ahead(a) + 2 * aside(a) - ahead(b) - 2 * aside(b) || ahead(a) - ahead(b))[0];
}
