import type { CourseAnswer } from '../../api/answers.ts';
import { endings } from '../../statistics/course-search.ts';
import type { Drawing } from '../chart/chart-option.ts';
import { axisStyle, tipStyle } from '../chart/chart-parts.ts';
import { outcomeColour } from '../chart/outcome-colour.ts';
import { tipOf } from '../chart/tip.ts';

type Days = CourseAnswer['days'];

/** Something that falls on a day, to be marked. */
export interface Mark {
  readonly day: string;
  readonly name: string;
}

/** What a picture of the course says in words. */
export interface CourseWords {
  readonly day: (day: string) => string;
  readonly shortDay: (day: string) => string;
  readonly shut: string;
  readonly shutNow: string;
  readonly kind: (kind: 'closed' | (typeof endings)[number]) => string;
}

const TOP = 28;

/** How many were shut day by day, and beneath it how many were closed, upwards, and how many ended, downwards; with marks, and with what is known now beside it. */
export function courseDrawing(days: Days, marks: readonly Mark[], words: CourseWords, knownNow?: Days): Drawing {
  const height = (narrow: boolean) => (narrow ? 150 : 200);
  const happened = (['closed', ...endings] as const).filter((kind) => days.some((day) => day[kind] > 0));
  return {
    height: (narrow) => TOP + height(narrow) + 30 + 110 + (narrow ? 84 : 64),
    option: (look) => {
      const axis = axisStyle(look);
      const [left, right] = [44, 16];
      const upper = height(look.narrow);
      const category = {
        type: 'category' as const,
        data: days.map(({ day }) => day),
        ...axis,
        axisTick: { show: false },
        splitLine: { show: false },
        axisLabel: { ...axis.axisLabel, formatter: words.shortDay, hideOverlap: true },
      };
      const value = { type: 'value' as const, minInterval: 1, splitNumber: 3, ...axis };
      return {
        axisPointer: { link: [{ xAxisIndex: 'all' }], lineStyle: { color: look.quiet } },
        grid: [
          { left, right, top: TOP, height: upper },
          { left, right, top: TOP + upper + 30, height: 110 },
        ],
        xAxis: [
          { ...category, axisLabel: { show: false } },
          { ...category, gridIndex: 1, axisLine: { show: false } },
        ],
        yAxis: [
          value,
          {
            ...value,
            gridIndex: 1,
            axisLabel: { ...axis.axisLabel, formatter: (count: number) => String(Math.abs(count)) },
          },
        ],
        legend: {
          bottom: 0,
          left: 0,
          padding: [5, 0],
          icon: 'rect',
          selectedMode: false,
          itemWidth: 14,
          itemHeight: 10,
          textStyle: { color: look.ink, fontFamily: look.font, fontSize: 12 },
          data: happened.map((name) => ({ name })),
          formatter: (name) => words.kind(happened.find((kind) => kind === name) ?? 'closed'),
        },
        tooltip: {
          trigger: 'axis',
          ...tipStyle(look),
          formatter: (params) => tip([params].flat()[0]?.dataIndex ?? 0),
        },
        series: [
          {
            type: 'line',
            name: 'shut',
            data: days.map(({ shut }) => shut),
            step: 'middle',
            showSymbol: days.length === 1,
            lineStyle: { color: look.status.closed, width: 2 },
            itemStyle: { color: look.status.closed },
            areaStyle: { color: look.status.closed, opacity: 0.12 },
            emphasis: { disabled: true },
            markLine: {
              silent: true,
              symbol: 'none',
              lineStyle: { color: look.line, type: 'dashed' },
              label: {
                color: look.quiet,
                fontFamily: look.font,
                fontSize: 12,
                position: 'end',
                distance: 6,
                width: 260,
                overflow: 'truncate',
              },
              data: marksOn(marks, days).map(({ day, name }, index, all) => ({
                xAxis: day,
                name,
                label: { formatter: name, align: index === 0 && all.length > 1 ? 'left' : placeOf(day, days) },
              })),
            },
          },
          ...(knownNow
            ? [
                {
                  type: 'line' as const,
                  name: 'shut, known now',
                  data: days.map(({ day }) => knownNow.find((other) => other.day === day)?.shut ?? null),
                  step: 'middle' as const,
                  showSymbol: false,
                  lineStyle: { color: look.ink, width: 1.5, type: [3, 3] },
                  itemStyle: { color: look.ink },
                  emphasis: { disabled: true },
                },
              ]
            : []),
          {
            ...bars(
              'closed',
              days.map(({ closed }) => closed),
              look.status.closed,
            ),
            markLine: {
              silent: true,
              symbol: 'none',
              label: { show: false },
              lineStyle: { color: look.line, type: 'solid' },
              data: [{ yAxis: 0 }],
            },
          },
          ...endings.map((ending) =>
            bars(
              ending,
              days.map((day) => -day[ending]),
              outcomeColour(ending, look),
            ),
          ),
        ],
      };
    },
  };

  function tip(index: number): HTMLElement | string {
    const day = days[index];
    if (!day) return '';
    const now = knownNow?.find((other) => other.day === day.day);
    const lines: [string, string][] = [[words.shut, String(day.shut)]];
    if (now && now.shut !== day.shut) lines.push([words.shutNow, String(now.shut)]);
    for (const kind of ['closed', ...endings] as const)
      if (day[kind] > 0) lines.push([words.kind(kind), String(day[kind])]);
    return tipOf(words.day(day.day), lines);
  }
}

function bars(name: string, data: readonly number[], color: string) {
  return {
    type: 'bar' as const,
    name,
    xAxisIndex: 1,
    yAxisIndex: 1,
    stack: 'changes',
    data: [...data],
    barMaxWidth: 14,
    itemStyle: { color },
    emphasis: { disabled: true },
  };
}

/** The marks of days that are drawn. */
function marksOn(marks: readonly Mark[], days: Days): readonly Mark[] {
  const drawn = new Set(days.map(({ day }) => day));
  return marks.filter(({ day }) => drawn.has(day));
}

/** To which side a name is written, so that it stays within the picture. */
function placeOf(day: string, days: Days): 'left' | 'right' {
  return days.findIndex((other) => other.day === day) < days.length / 2 ? 'left' : 'right';
}
