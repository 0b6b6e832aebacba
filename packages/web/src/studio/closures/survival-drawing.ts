import type { ChartLook } from '../chart/chart-look.ts';
import type { Drawing } from '../chart/chart-option.ts';
import { axisStyle, strokes, tipStyle } from '../chart/chart-parts.ts';
import { roomFor } from '../chart/room-for.ts';
import { dayBeneath, tipOf } from '../chart/tip.ts';
import { type Curve, nameAt, outlineOf, type Step, stepOn, stepsOf } from './curve.ts';

/** How many of a group were still watched on each of the named days. */
export type AtRisk = (curve: Curve, day: number) => number | undefined;

/** What a picture of curves says in words. */
export interface CurveWords {
  readonly nameOf: (curve: Curve) => string;
  readonly days: string;
  readonly atRisk: string;
  readonly onDay: (day: number) => string;
  readonly share: (share: number) => string;
  readonly figure: (step: Step) => string;
}

const HEIGHT = 320;
const ROW = 20;
/** With more groups names beside the lines would lie on other lines: those beneath, each with its stroke, have to do. */
const MOST_NAMED = 3;
/** So many letters of a name fit beside a line. */
const LONGEST_NAME = 17;
const TOP = 12;
/** Between the axis of days and the first number at risk. */
const GAP = 68;
/** Between the names of the groups and the axis, for a stroke and the first number at risk. */
const STROKE = 46;

/** Curves of the share that is still shut, with their limits, and the numbers at risk beneath the days that the axis names. */
export function survivalDrawing(
  curves: readonly Curve[],
  days: readonly number[],
  atRisk: AtRisk,
  words: CurveWords,
): Drawing {
  const drawn = curves.map((curve, index) => ({
    curve,
    index,
    name: words.nameOf(curve),
    steps: stepsOf(curve.survival),
  }));
  return {
    height: (narrow) => TOP + (narrow ? 240 : HEIGHT) + GAP + curves.length * ROW + 8,
    option: (look) => {
      const axis = axisStyle(look);
      const colour = (index: number) => colourOf(index, look);
      const span = { min: 0, max: days.at(-1) ?? 1 };
      const names = drawn.map(({ name }) => name);
      const groups = Math.min(look.narrow ? 74 : 154, roomFor(names, look.font));
      const left = STROKE + Math.max(groups, roomFor([words.atRisk], look.font));
      const right = isNamed(look) ? 120 : 16;
      const height = look.narrow ? 240 : HEIGHT;
      return {
        grid: [
          { left, right, top: TOP, height },
          { left, right, top: TOP + height + GAP, height: curves.length * ROW },
        ],
        xAxis: [
          {
            type: 'value',
            ...span,
            interval: days[1] ?? 1,
            name: words.days,
            nameLocation: 'middle',
            nameGap: 28,
            ...axis,
            splitLine: { show: false },
            axisPointer: { show: true, lineStyle: { color: look.quiet }, label: { show: false } },
          },
          { type: 'value', gridIndex: 1, ...span, show: false },
        ],
        yAxis: [
          {
            type: 'value',
            min: 0,
            max: 1,
            interval: 0.25,
            ...axis,
            axisLabel: { ...axis.axisLabel, formatter: words.share },
          },
          {
            type: 'category',
            gridIndex: 1,
            inverse: true,
            data: drawn.map(({ name }) => name),
            name: words.atRisk,
            nameLocation: 'start',
            nameGap: 10,
            nameTextStyle: { ...axis.nameTextStyle, align: 'right', padding: [0, STROKE, 0, 0] },
            axisLine: { show: false },
            axisTick: { show: false },
            axisLabel: {
              ...axis.axisLabel,
              margin: STROKE,
              width: groups,
              overflow: 'truncate',
              color: (_name, index) => colour(index ?? 0),
            },
          },
        ],
        tooltip: {
          trigger: 'axis',
          ...tipStyle(look),
          formatter: (params) => tip(dayBeneath(params)),
        },
        series: [
          ...drawn.map(({ steps, index }) => bandOf(steps, colour(index))),
          ...drawn.map(({ curve, steps, index }) => ({
            type: 'line' as const,
            name: curve.id,
            data: steps.map(({ day, share }) => [day, share]),
            step: 'end' as const,
            showSymbol: false,
            triggerEvent: 'line' as const,
            lineStyle: { color: colour(index), width: 2, type: strokes[index] ?? 'solid' },
            itemStyle: { color: colour(index) },
            emphasis: { disabled: true },
          })),
          ...drawn.map(({ index }) => strokeOf(index, colour(index))),
          numbersOf(drawn, days, atRisk, look),
        ],
      };
    },
    names: (look) =>
      isNamed(look)
        ? drawn.flatMap(({ name, steps, index }) =>
            nameAt(steps.at(-1), { text: shortened(name), colour: colourOf(index, look) }),
          )
        : [],
  };

  function isNamed({ narrow }: ChartLook): boolean {
    return !narrow && drawn.length <= MOST_NAMED;
  }

  function tip(day: number): HTMLElement {
    const lines = drawn.flatMap(({ name, steps }) => {
      const step = stepOn(steps, day);
      return step ? [[name, words.figure(step)] as const] : [];
    });
    return tipOf(words.onDay(Math.floor(day)), lines);
  }
}

function colourOf(index: number, { groups, ink }: ChartLook): string {
  return groups[index] ?? ink;
}

/** The limits of a curve as an area. */
function bandOf(steps: readonly Step[], fill: string) {
  const outline = outlineOf(steps);
  return {
    type: 'custom' as const,
    silent: true,
    clip: true,
    tooltip: { show: false },
    data: [[0, 1]],
    renderItem: (_params: unknown, api: { coord: (at: number[]) => number[] }) => ({
      type: 'polygon' as const,
      shape: { points: outline.map((point) => api.coord(point)) },
      style: { fill, opacity: 0.13 },
    }),
  };
}

/** The stroke of a group before its numbers, to tell which line it is. */
function strokeOf(index: number, stroke: string) {
  return {
    type: 'custom' as const,
    silent: true,
    xAxisIndex: 1,
    yAxisIndex: 1,
    tooltip: { show: false },
    data: [[0, index]],
    renderItem: (_params: unknown, api: { coord: (at: number[]) => number[] }) => {
      const [x = 0, y = 0] = api.coord([0, index]);
      const dash = strokes[index] ?? 'solid';
      return {
        type: 'line' as const,
        shape: { x1: x - 40, y1: y, x2: x - 14, y2: y },
        style: { stroke, lineWidth: 2, ...(dash === 'solid' ? {} : { lineDash: dash }) },
      };
    },
  };
}

/** The numbers at risk beneath the days. */
function numbersOf(
  drawn: readonly { readonly curve: Curve; readonly index: number }[],
  days: readonly number[],
  atRisk: AtRisk,
  { ink, font }: ChartLook,
) {
  const numbers = drawn.flatMap(({ curve, index }) =>
    days.flatMap((day) => {
      const count = atRisk(curve, day);
      return count === undefined ? [] : [{ day, index, text: String(count) }];
    }),
  );
  return {
    type: 'custom' as const,
    silent: true,
    xAxisIndex: 1,
    yAxisIndex: 1,
    tooltip: { show: false },
    data: numbers.map(({ day, index }) => [day, index]),
    renderItem: ({ dataIndex }: { dataIndex: number }, api: { coord: (at: number[]) => number[] }) => {
      const number = numbers[dataIndex];
      const [x, y] = api.coord([number?.day ?? 0, number?.index ?? 0]);
      return {
        type: 'text' as const,
        style: {
          text: number?.text ?? '',
          x,
          y,
          align: 'center' as const,
          verticalAlign: 'middle' as const,
          fill: ink,
          font: `12px ${font}`,
        },
      };
    },
  };
}

/** A name as far as there is room for it beside its line. */
function shortened(name: string): string {
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name;
}
