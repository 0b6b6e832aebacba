import type { ChartLook } from '../chart/chart-look.ts';
import type { Drawing } from '../chart/chart-option.ts';
import { axisStyle, tipStyle } from '../chart/chart-parts.ts';
import { roomFor } from '../chart/room-for.ts';
import { dayBeneath, tipOf } from '../chart/tip.ts';
import { cornersOf, outlineOf, type Step, stepOn } from '../closures/curve.ts';
import type { Stays } from './stays.ts';

/** What the picture of stays says in words. */
export interface StaysWords {
  readonly nameOf: (stays: Stays) => string;
  /** How many there are, and how many go on. */
  readonly countOf: (stays: Stays) => string;
  /** By when half are over, if that is known. */
  readonly halfOf: (stays: Stays) => string;
  readonly days: string;
  readonly onDay: (day: number) => string;
  readonly share: (share: number) => string;
  readonly figure: (step: Step) => string;
  /** Where no stay was watched so long. */
  readonly nothing: string;
}

const ROW = 68;
/** So high is a curve in its row. */
const HIGH = 50;
const TOP = 8;
/** The pointer finds no more days than this, as many as it can be moved to. */
const MOST_DAYS = 800;

/** Where a day and a share lie within the row of a state. */
type Place = (at: readonly [day: number, share: number]) => [x: number, y: number];

/** A row a state on one axis of days: the share of its stays that still go on, with its limits, and a dot where half are over. Each row can be pressed. */
export function staysDrawing(all: readonly Stays[], days: readonly number[], words: StaysWords): Drawing {
  return {
    height: () => TOP + all.length * ROW + 56,
    option: (look) => {
      const axis = axisStyle(look);
      const right = look.narrow ? 16 : 132;
      const margin = look.narrow ? 8 : 52;
      const names = all.flatMap((stays) => [words.nameOf(stays), words.countOf(stays)]);
      const left = margin + Math.min(look.narrow ? 112 : 204, roomFor(names, look.font));
      const max = days.at(-1) ?? 1;
      return {
        grid: { left, right, top: TOP, height: all.length * ROW },
        xAxis: {
          type: 'value',
          min: 0,
          max,
          interval: days[1] ?? 1,
          name: words.days,
          nameLocation: 'middle',
          nameGap: 30,
          ...axis,
          axisPointer: { show: true, lineStyle: { color: look.quiet }, label: { show: false } },
        },
        yAxis: {
          type: 'category',
          inverse: true,
          data: all.map(({ state }) => state),
          axisLine: { show: false },
          axisTick: { show: false },
          axisLabel: {
            ...axis.axisLabel,
            margin,
            width: left - margin,
            overflow: 'break',
            lineHeight: 16,
            rich: { name: { color: look.ink, fontFamily: look.font, fontSize: 12, lineHeight: 16 } },
            formatter: (_state: string, index: number) => {
              const stays = all[index];
              return stays ? `{name|${words.nameOf(stays)}}\n${words.countOf(stays)}` : '';
            },
          },
        },
        tooltip: {
          trigger: 'axis',
          axisPointer: { axis: 'x' },
          ...tipStyle(look),
          formatter: (params) => tip(dayBeneath(params)),
        },
        series: [
          daysToPointAt(max),
          ...all.map((stays, index) => ({
            type: 'custom' as const,
            name: stays.state,
            data: [[0, index]],
            renderItem: (_params: unknown, api: { coord: (at: number[]) => number[] }) => {
              const place: Place = ([day, share]) => {
                const [x = 0, y = 0] = api.coord([day, index]);
                return [x, y + HIGH / 2 - share * HIGH];
              };
              const named = index === 0 && !look.narrow ? [1, 0.5, 0] : [];
              return {
                type: 'group' as const,
                children: [
                  ...rowOf(stays, place, max, words.halfOf(stays), look),
                  ...named.map((share) => shareAt(place([0, share]), words.share(share), look)),
                ],
              };
            },
          })),
        ],
      };
    },
  };

  function tip(day: number): HTMLElement {
    const lines = all.map((stays) => {
      const step = stepOn(stays.steps, day);
      return [words.nameOf(stays), step ? words.figure(step) : words.nothing] as const;
    });
    return tipOf(words.onDay(Math.floor(day)), lines);
  }
}

/** What the pointer finds: the figures beside it are those of a point, and rows are none. */
function daysToPointAt(max: number) {
  const step = Math.ceil(max / MOST_DAYS);
  return {
    type: 'line' as const,
    silent: true,
    symbol: 'none',
    lineStyle: { opacity: 0 },
    emphasis: { disabled: true },
    data: Array.from({ length: Math.floor(max / step) + 1 }, (_, index) => [index * step, 0]),
  };
}

function rowOf(
  { steps, half }: Stays,
  place: Place,
  max: number,
  said: string,
  { groups: [colour = '#000'], paper, ink, quiet, hairline, line, font, narrow }: ChartLook,
) {
  const [x, top] = place([0, 1]);
  const [end, bottom] = place([max, 0]);
  const level = (y: number, stroke: string) => ({
    type: 'line' as const,
    silent: true,
    shape: { x1: x, y1: y, x2: end, y2: y },
    style: { stroke, lineWidth: 1 },
  });
  const last = steps.at(-1)?.day ?? 0;
  return [
    {
      type: 'rect' as const,
      shape: { x, y: top - (ROW - HIGH) / 2, width: end - x, height: ROW },
      style: { fill: paper, opacity: 0 },
    },
    level(top, hairline),
    level((top + bottom) / 2, hairline),
    level(bottom, line),
    {
      type: 'polygon' as const,
      shape: { points: [place([0, 0]), ...cornersOf(steps, 'share').map(place), place([last, 0])] },
      style: { fill: colour, opacity: 0.1 },
    },
    {
      type: 'polygon' as const,
      shape: { points: outlineOf(steps).map(place) },
      style: { fill: colour, opacity: 0.16 },
    },
    {
      type: 'polyline' as const,
      shape: { points: cornersOf(steps, 'share').map(place) },
      style: { stroke: colour, lineWidth: 2, fill: 'none' },
    },
    ...(half === null ? [] : [dotAt(place([half, 0.5]), colour, paper)]),
    ...(narrow
      ? []
      : [
          {
            type: 'text' as const,
            silent: true,
            style: {
              text: said,
              x: end + 12,
              y: (top + bottom) / 2,
              verticalAlign: 'middle' as const,
              fill: half === null ? quiet : ink,
              font: `12px ${font}`,
            },
          },
        ]),
  ];
}

/** The name of a share beside its line. */
function shareAt([x, y]: readonly [number, number], text: string, { quiet, font }: ChartLook) {
  return {
    type: 'text' as const,
    silent: true,
    style: {
      text,
      x: x - 8,
      y,
      align: 'right' as const,
      verticalAlign: 'middle' as const,
      fill: quiet,
      font: `12px ${font}`,
    },
  };
}

function dotAt([cx, cy]: readonly [number, number], fill: string, stroke: string) {
  return { type: 'circle' as const, shape: { cx, cy, r: 5 }, style: { fill, stroke, lineWidth: 1.5 } };
}
