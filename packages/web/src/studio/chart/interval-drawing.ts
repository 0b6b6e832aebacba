import type { ChartLook } from './chart-look.ts';
import type { Drawing } from './chart-option.ts';
import { axisStyle, tipStyle } from './chart-parts.ts';
import { roomFor } from './room-for.ts';
import { tipOf } from './tip.ts';

/** A figure with its limits, or none: what a line of the picture shows. A limit that is not known is null. */
export interface Interval {
  readonly id: string;
  readonly name: string;
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** A second figure further out, marked by a diamond. */
  readonly further?: number | null;
  /** The figures in words. */
  readonly said: readonly (readonly [name: string, figure: string])[];
}

const ROW = 36;
/** Between the names and the axis: a mark at 0 reaches out so far. */
const BESIDE = 16;

/** Figures one beneath the other, each a mark with its limits to both sides; an upper limit that is not known goes to the edge, with an arrow. */
export function intervalDrawing(
  intervals: readonly Interval[],
  axis: {
    readonly name: string;
    readonly max: number;
    readonly step?: number;
    readonly format: (value: number) => string;
  },
): Drawing {
  return {
    height: () => 12 + intervals.length * ROW + 56,
    option: (look) => {
      const style = axisStyle(look);
      const names = intervals.map(({ name }) => name);
      const left = Math.min(look.narrow ? 132 : 220, BESIDE + roomFor(names, look.font));
      return {
        grid: { left, right: 32, top: 12, height: intervals.length * ROW },
        xAxis: {
          type: 'value',
          min: 0,
          max: axis.max,
          ...(axis.step === undefined ? { splitNumber: look.narrow ? 2 : 5 } : { interval: axis.step }),
          name: axis.name,
          nameLocation: 'middle',
          nameGap: 30,
          ...style,
          axisLabel: { ...style.axisLabel, formatter: axis.format, hideOverlap: true },
        },
        yAxis: {
          type: 'category',
          inverse: true,
          data: intervals.map(({ id }) => id),
          axisLine: { show: false },
          axisTick: { show: false },
          axisLabel: {
            ...style.axisLabel,
            color: look.ink,
            margin: BESIDE,
            width: left - BESIDE,
            overflow: 'break',
            lineHeight: 14,
            formatter: (_id: string, index: number) => intervals[index]?.name ?? '',
          },
        },
        tooltip: {
          trigger: 'item',
          ...tipStyle(look),
          formatter: (params) => {
            const { dataIndex } = [params].flat()[0] ?? { dataIndex: 0 };
            const interval = intervals[dataIndex];
            return tipOf(interval?.name ?? '', interval?.said ?? []);
          },
        },
        series: [
          {
            type: 'custom',
            name: 'intervals',
            data: intervals.map(({ value }, index) => [value ?? 0, index]),
            renderItem: ({ dataIndex }, api) => {
              const interval = intervals[dataIndex];
              if (!interval || interval.value === null) return null;
              return drawn(interval, interval.value, axis.max, (value) => api.coord([value, dataIndex]), look);
            },
          },
        ],
      };
    },
  };
}

function drawn(
  { lower, upper, further = null }: Interval,
  value: number,
  max: number,
  at: (value: number) => number[],
  { groups: [colour = '#000'], paper, ink }: ChartLook,
) {
  const [x = 0, y = 0] = at(value);
  const [from = 0] = at(lower ?? value);
  const [to = 0] = at(upper ?? max);
  const [far = 0] = at(further ?? value);
  const line = { stroke: colour, lineWidth: 2 };
  const end = (x1: number, open: boolean) =>
    open
      ? {
          type: 'polyline' as const,
          shape: {
            points: [
              [x1 - 6, y - 5],
              [x1, y],
              [x1 - 6, y + 5],
            ],
          },
          style: { ...line, fill: 'none' },
        }
      : { type: 'line' as const, shape: { x1, y1: y - 6, x2: x1, y2: y + 6 }, style: line };
  return {
    type: 'group' as const,
    children: [
      {
        type: 'rect' as const,
        shape: { x: from - 8, y: y - 16, width: to - from + 16, height: 32 },
        style: { fill: paper, opacity: 0 },
      },
      { type: 'line' as const, shape: { x1: from, y1: y, x2: to, y2: y }, style: line },
      ...(further === null
        ? []
        : [
            {
              type: 'polygon' as const,
              shape: {
                points: [
                  [far - 6, y],
                  [far, y - 6],
                  [far + 6, y],
                  [far, y + 6],
                ],
              },
              style: { fill: paper, stroke: ink, lineWidth: 1.5 },
            },
          ]),
      end(from, false),
      end(to, upper === null && to > x),
      {
        type: 'circle' as const,
        shape: { cx: x, cy: y, r: 5 },
        style: { fill: colour, stroke: paper, lineWidth: 1.5 },
      },
    ],
  };
}
