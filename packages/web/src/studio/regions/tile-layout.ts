/** Where a region's square stands: columns from the west, rows from the north. */
export interface Tile {
  readonly region: string;
  readonly column: number;
  readonly row: number;
}

/** The regions row by row, from north to south; a dot leaves a place empty. It is no map: squares stand roughly as the regions lie, and have no borders. */
const ROWS = [
  '. . . . . . . HL',
  '. . . . NM . LN JL',
  'XJ . GS NX SX BJ TJ .',
  '. QH . SN HA HE SD .',
  '. XZ SC CQ HB AH JS SH',
  '. . YN GZ HN JX ZJ .',
  '. . . GX GD FJ . .',
  '. . . . HI . . .',
];

const placed: readonly Tile[] = ROWS.flatMap((line, row) =>
  line.split(' ').flatMap((code, column) => (code === '.' ? [] : [{ region: `CN-${code}`, column, row }])),
);

/** How many squares stand side by side. */
export const COLUMNS = 8;

/** What fits onto a small square: the name where it is as short as a code, else the code. */
export function shortName(region: string, name: string): string {
  return name.length <= 3 ? name : (region.split('-')[1] ?? region);
}

/** A square for each region, those with no place of their own in rows beneath, in the order of their codes. */
export function tilesFor(regions: readonly string[]): Tile[] {
  const known = new Set(placed.map(({ region }) => region));
  const others = [...new Set(regions)].filter((region) => !known.has(region)).sort();
  return [
    ...placed,
    ...others.map((region, index) => ({
      region,
      column: index % COLUMNS,
      row: ROWS.length + Math.floor(index / COLUMNS),
    })),
  ];
}
