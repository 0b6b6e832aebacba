import type { CourseAnswer } from '../../api/answers.ts';
import type { Drawing } from '../chart/chart-option.ts';
import { axisStyle, tipStyle } from '../chart/chart-parts.ts';
import { roomFor } from '../chart/room-for.ts';
import { shadeOf } from '../chart/shade.ts';
import { tipOf } from '../chart/tip.ts';

/** The days of a region. */
export interface RegionDays {
  readonly region: string;
  readonly days: CourseAnswer['days'];
}

/** A cell of the picture: how many were shut in a region at the end of a day. */
export interface HeatCell {
  readonly region: string;
  readonly day: string;
  readonly shut: number;
}

/** What a heat map says in words. */
export interface HeatWords {
  readonly nameOf: (region: string) => string;
  readonly day: (day: string) => string;
  readonly shortDay: (day: string) => string;
  readonly shut: (count: number) => string;
}

const ROW = 30;
/** Between the names and the cells. */
const BESIDE = 8;

/** The cells in which some were shut. */
export function heatCells(regions: readonly RegionDays[]): HeatCell[] {
  return regions.flatMap(({ region, days }) =>
    days.flatMap(({ day, shut }) => (shut > 0 ? [{ region, day, shut }] : [])),
  );
}

/** A row a region and a column a day, the darker the more were shut; each cell can be pressed. */
export function heatDrawing(regions: readonly RegionDays[], words: HeatWords): Drawing {
  const cells = heatCells(regions);
  const days = regions[0]?.days.map(({ day }) => day) ?? [];
  const most = Math.max(1, ...cells.map(({ shut }) => shut));
  return {
    height: () => 8 + regions.length * ROW + 32,
    option: (look) => {
      const axis = axisStyle(look);
      const names = regions.map(({ region }) => words.nameOf(region));
      const left = Math.min(look.narrow ? 84 : 132, BESIDE + roomFor(names, look.font));
      return {
        grid: { left, right: 16, top: 8, height: regions.length * ROW },
        xAxis: {
          type: 'category',
          data: days,
          ...axis,
          axisTick: { show: false },
          splitLine: { show: false },
          axisLabel: { ...axis.axisLabel, formatter: words.shortDay, hideOverlap: true },
        },
        yAxis: {
          type: 'category',
          inverse: true,
          data: regions.map(({ region }) => region),
          ...axis,
          axisTick: { show: false },
          axisLabel: {
            ...axis.axisLabel,
            color: look.ink,
            width: left - BESIDE,
            overflow: 'truncate',
            formatter: words.nameOf,
          },
        },
        tooltip: {
          trigger: 'item',
          ...tipStyle(look),
          formatter: (params) => {
            const cell = cells[[params].flat()[0]?.dataIndex ?? 0];
            return cell ? tipOf(words.day(cell.day), [[words.nameOf(cell.region), words.shut(cell.shut)]]) : '';
          },
        },
        series: [
          {
            type: 'custom',
            name: 'cells',
            data: cells.map(({ day, region }) => [day, region]),
            renderItem: ({ dataIndex }, api) => {
              const cell = cells[dataIndex];
              if (!cell) return null;
              const [x = 0, y = 0] = api.coord([api.value(0), api.value(1)]);
              const [width = 0] = [api.size?.([1, 1])].flat();
              const written = width >= 22;
              return {
                type: 'group',
                children: [
                  {
                    type: 'rect',
                    shape: {
                      x: x - width / 2,
                      y: y - ROW / 2 + 1,
                      width: Math.max(1, width - (written ? 1 : 0)),
                      height: ROW - 2,
                    },
                    style: shadeOf(cell.shut / most, look),
                  },
                  {
                    type: 'text',
                    silent: true,
                    style: {
                      text: written ? String(cell.shut) : '',
                      x,
                      y,
                      align: 'center',
                      verticalAlign: 'middle',
                      fill: look.ink,
                      font: `12px ${look.font}`,
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
