import type { Drawing } from '../chart/chart-option.ts';
import { axisStyle, strokes, tipStyle } from '../chart/chart-parts.ts';
import { outcomeColour } from '../chart/outcome-colour.ts';
import { dayBeneath, tipOf } from '../chart/tip.ts';
import { nameAt, type Step, stepOn } from './curve.ts';
import type { Incidence } from './incidence.ts';

/** What a picture of outcomes says in words. */
export interface IncidenceWords {
  readonly nameOf: (incidence: Incidence) => string;
  readonly days: string;
  readonly onDay: (day: number) => string;
  readonly share: (share: number) => string;
  readonly figure: (step: Step) => string;
}

/** Curves of the share that had come to each end by each day. */
export function incidenceDrawing(
  incidences: readonly Incidence[],
  days: readonly number[],
  words: IncidenceWords,
): Drawing {
  const drawn = incidences.map((incidence) => ({ ...incidence, name: words.nameOf(incidence) }));
  const highest = Math.max(0.1, ...drawn.flatMap(({ steps }) => steps.map(({ share }) => share)));
  const top = Math.min(1, Math.ceil(highest * 10) / 10);
  return {
    height: (narrow) => (narrow ? 310 : 320),
    option: (look) => {
      const axis = axisStyle(look);
      return {
        grid: { left: 48, right: look.narrow ? 16 : 150, top: 12, bottom: look.narrow ? 100 : 52 },
        legend: {
          show: look.narrow,
          bottom: 0,
          left: 0,
          padding: [5, 0],
          data: drawn.map(({ outcome }) => ({ name: outcome })),
          selectedMode: false,
          itemWidth: 28,
          // The line alone: its curve has no dots.
          itemStyle: { opacity: 0 },
          textStyle: { color: look.ink, fontFamily: look.font, fontSize: 12 },
          formatter: (outcome) => drawn.find((one) => one.outcome === outcome)?.name ?? outcome,
        },
        xAxis: {
          type: 'value',
          min: 0,
          max: days.at(-1) ?? 1,
          interval: days[1] ?? 1,
          name: words.days,
          nameLocation: 'middle',
          nameGap: 28,
          ...axis,
          splitLine: { show: false },
          axisPointer: { show: true, lineStyle: { color: look.quiet }, label: { show: false } },
        },
        yAxis: {
          type: 'value',
          min: 0,
          max: top,
          splitNumber: 4,
          ...axis,
          axisLabel: { ...axis.axisLabel, formatter: words.share },
        },
        tooltip: {
          trigger: 'axis',
          ...tipStyle(look),
          formatter: (params) => {
            const day = dayBeneath(params);
            return tipOf(
              words.onDay(Math.floor(day)),
              drawn.flatMap(({ name, steps }) => {
                const step = stepOn(steps, day);
                return step ? [[name, words.figure(step)] as const] : [];
              }),
            );
          },
        },
        series: drawn.map(({ outcome, steps }, index) => ({
          type: 'line' as const,
          name: outcome,
          data: steps.map(({ day, share }) => [day, share]),
          step: 'end' as const,
          showSymbol: false,
          triggerEvent: 'line' as const,
          lineStyle: { color: outcomeColour(outcome, look), width: 2, type: strokes[index] ?? 'solid' },
          itemStyle: { color: outcomeColour(outcome, look) },
          emphasis: { disabled: true },
        })),
      };
    },
    names: (look) =>
      look.narrow
        ? []
        : drawn.flatMap(({ outcome, steps, name }) =>
            nameAt(steps.at(-1), { text: name, colour: outcomeColour(outcome, look) }),
          ),
  };
}
