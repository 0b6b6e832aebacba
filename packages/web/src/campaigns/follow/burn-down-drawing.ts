import type { ChartLook } from '../../studio/chart/chart-look.ts';
import type { Drawing } from '../../studio/chart/chart-option.ts';
import { axisStyle, tipStyle } from '../../studio/chart/chart-parts.ts';
import { namedDays } from '../../studio/chart/days-axis.ts';
import { dayBeneath, tipOf } from '../../studio/chart/tip.ts';
import { type BurntDown, layers } from './burn-down.ts';

type Layer = (typeof layers)[number];

/** What the picture says in words. */
export interface BurnDownWords {
  readonly layer: (layer: Layer) => string;
  readonly counted: (layer: Layer, count: number) => string;
  /** A day as an axis names it. */
  readonly shortDay: (index: number) => string;
  readonly day: (index: number) => string;
}

/** An event of the campaign at a place in the days. */
export interface Mark {
  readonly index: number;
  readonly name: string;
}

/** Room above the picture for the names of marks. */
const HEAD = 28;

/** Closures by where they stand, one upon the other, day by day; the events of the campaign as lines across. */
export function burnDownDrawing(days: readonly BurntDown[], marks: readonly Mark[], words: BurnDownWords): Drawing {
  const drawn = layers.filter((layer) => days.some((day) => day[layer] > 0));
  return {
    height: (narrow) => (narrow ? 300 : 320),
    option: (look) => {
      const axis = axisStyle(look);
      const named = namedDays(days.length, look.narrow ? 5 : 9);
      return {
        grid: { left: 44, right: look.narrow ? 12 : 168, top: HEAD, bottom: look.narrow ? 76 : 28 },
        legend: {
          show: look.narrow,
          bottom: 0,
          left: 0,
          padding: [5, 0],
          selectedMode: false,
          icon: 'rect',
          itemWidth: 14,
          itemHeight: 10,
          data: drawn.map((layer) => ({
            name: layer,
            itemStyle: { color: colourOf(layer, look), opacity: opacityOf(layer) },
          })),
          textStyle: { color: look.ink, fontFamily: look.font, fontSize: 12 },
          formatter: (name) => layerName(name),
        },
        xAxis: {
          type: 'value',
          min: 0,
          max: days.length,
          interval: named[1] ?? 1,
          ...axis,
          axisLabel: {
            ...axis.axisLabel,
            showMaxLabel: false,
            formatter: (index: number) => (index < days.length ? words.shortDay(index) : ''),
          },
          splitLine: { show: false },
          axisPointer: { show: true, lineStyle: { color: look.quiet }, label: { show: false } },
        },
        yAxis: { type: 'value', min: 0, minInterval: 1, splitNumber: 4, ...axis },
        tooltip: {
          trigger: 'axis',
          ...tipStyle(look),
          formatter: (params) => {
            const index = Math.min(Math.floor(dayBeneath(params)), days.length - 1);
            const day = days[index];
            const figures = drawn.toReversed().map((layer) => [words.layer(layer), String(day?.[layer] ?? 0)] as const);
            return tipOf(words.day(index), figures);
          },
        },
        series: [
          ...drawn.map((layer) => ({
            type: 'line' as const,
            name: layer,
            stack: 'closures',
            step: 'end' as const,
            // The last day has its width too.
            data: [...days, ...days.slice(-1)].map((day, index) => [index, day[layer]]),
            showSymbol: false,
            lineStyle: { color: look.paper, width: 1 },
            areaStyle: { color: colourOf(layer, look), opacity: opacityOf(layer) },
            itemStyle: { color: colourOf(layer, look) },
            emphasis: { disabled: true },
          })),
          marksOf(marks, look),
        ],
      };
    },
    names: ({ narrow, ink: colour }) => {
      let height = 0;
      return (narrow ? [] : drawn).flatMap((layer) => {
        const count = days.at(-1)?.[layer] ?? 0;
        height += count;
        const middle = [days.length, height - count / 2] as const;
        return count > 0 ? [{ text: words.counted(layer, count), at: middle, colour }] : [];
      });
    },
  };

  function layerName(name: string): string {
    const layer = layers.find((one) => one === name);
    return layer ? words.layer(layer) : name;
  }
}

/** Lines across the picture, each with its name at its head. */
function marksOf(marks: readonly Mark[], { ink, font }: ChartLook) {
  return {
    type: 'custom' as const,
    silent: true,
    tooltip: { show: false },
    data: marks.map(({ index }) => [index, 0]),
    renderItem: ({ dataIndex }: { dataIndex: number }, api: { coord: (at: number[]) => number[] }) => {
      const mark = marks[dataIndex];
      const [x = 0, bottom = 0] = api.coord([mark?.index ?? 0, 0]);
      return {
        type: 'group' as const,
        children: [
          {
            type: 'line' as const,
            shape: { x1: x, y1: HEAD - 4, x2: x, y2: bottom },
            style: { stroke: ink, lineWidth: 1, lineDash: [3, 3] },
          },
          {
            type: 'text' as const,
            style: {
              text: mark?.name ?? '',
              x,
              y: HEAD - 8,
              verticalAlign: 'bottom' as const,
              fill: ink,
              font: `12px ${font}`,
            },
          },
        ],
      };
    },
  };
}

/** What is over stands back. */
function opacityOf(layer: Layer): number {
  return layer === 'over' ? 0.3 : 0.85;
}

function colourOf(layer: Layer, { status }: ChartLook): string {
  return layer === 'over' ? status.operating : status[layer];
}
