import type { Drawing } from '../chart/chart-option.ts';
import { tipStyle } from '../chart/chart-parts.ts';
import { shadeOf } from '../chart/shade.ts';
import { tipOf } from '../chart/tip.ts';
import { COLUMNS, shortName, tilesFor } from './tile-layout.ts';

/** What a square says. */
export interface RegionFigure {
  readonly region: string;
  readonly shut: number;
}

/** What a tile map says in words. */
export interface TileWords {
  readonly nameOf: (region: string) => string;
  readonly shut: (count: number) => string;
}

const WIDEST = 74;
const GAP = 4;

/** A square a region with how many are shut there, the darker the more; each can be pressed where some are. */
export function tileDrawing(figures: readonly RegionFigure[], most: number, words: TileWords): Drawing {
  const shutIn = new Map(figures.map(({ region, shut }) => [region, shut]));
  const tiles = tilesFor(figures.map(({ region }) => region));
  const rows = Math.max(...tiles.map(({ row }) => row)) + 1;
  return {
    height: (narrow) => rows * (narrow ? 44 : WIDEST),
    option: (look) => {
      const side = look.narrow
        ? Math.min(44, Math.floor(look.width / COLUMNS))
        : Math.min(WIDEST, Math.floor(look.width / COLUMNS));
      return {
        grid: { left: 0, top: 0, width: side * COLUMNS, height: side * rows },
        xAxis: { type: 'value', min: 0, max: COLUMNS, show: false },
        yAxis: { type: 'value', min: 0, max: rows, inverse: true, show: false },
        tooltip: {
          trigger: 'item',
          ...tipStyle(look),
          formatter: (params) => {
            const tile = tiles[[params].flat()[0]?.dataIndex ?? 0];
            return tile ? tipOf(words.nameOf(tile.region), [[words.shut(shutIn.get(tile.region) ?? 0), '']]) : '';
          },
        },
        series: [
          {
            type: 'custom',
            name: 'regions',
            data: tiles.map(({ column, row }) => [column, row]),
            renderItem: ({ dataIndex }, api) => {
              const tile = tiles[dataIndex];
              if (!tile) return null;
              const shut = shutIn.get(tile.region) ?? 0;
              const [x = 0, y = 0] = api.coord([tile.column, tile.row]);
              const ink = shut > 0 ? look.ink : look.quiet;
              const room = side - GAP;
              const whole = words.nameOf(tile.region);
              const name = look.narrow ? shortName(tile.region, whole) : whole;
              return {
                type: 'group',
                children: [
                  {
                    type: 'rect',
                    shape: { x, y, width: room, height: room, r: 3 },
                    style:
                      shut > 0 ? shadeOf(shut / most, look) : { fill: look.paper, stroke: look.hairline, lineWidth: 1 },
                  },
                  {
                    type: 'text',
                    style: {
                      text: name,
                      x: x + 5,
                      y: y + 5,
                      fill: ink,
                      font: `${look.narrow || longestWord(name) > 11 ? 10 : 11}px ${look.font}`,
                      lineHeight: 13,
                      width: room - 8,
                      overflow: 'break',
                    },
                  },
                  {
                    type: 'text',
                    style: {
                      text: shut > 0 ? String(shut) : '',
                      x: x + 5,
                      y: y + room - 5,
                      verticalAlign: 'bottom',
                      fill: ink,
                      font: `600 ${look.narrow ? 13 : 20}px ${look.font}`,
                    },
                  },
                ],
              };
            },
          },
        ],
      };
    },
  };
}

/** How long the longest word of a name is: it does not break within one. */
function longestWord(name: string): number {
  return Math.max(...name.split(' ').map((word) => word.length));
}
