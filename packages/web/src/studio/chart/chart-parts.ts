import type { ChartLook } from './chart-look.ts';

/** The strokes that tell lines apart beside their colours. */
export const strokes: readonly ('solid' | number[])[] = [
  'solid',
  [6, 3],
  [2, 3],
  [10, 3, 2, 3],
  [1, 2],
  [12, 4],
  [4, 2, 1, 2],
];

/** How the box beside the pointer looks. */
export function tipStyle({ raised, line, ink, font }: ChartLook) {
  return {
    confine: true,
    backgroundColor: raised,
    borderColor: line,
    borderWidth: 1,
    padding: 10,
    textStyle: { color: ink, fontFamily: font, fontSize: 12 },
    extraCssText: 'border-radius: 4px; box-shadow: none; max-width: 340px;',
  };
}

/** How an axis of figures looks: its names quiet, no line but those across the picture. */
export function axisStyle({ quiet, hairline, line, font }: ChartLook) {
  return {
    axisLine: { lineStyle: { color: line } },
    axisTick: { lineStyle: { color: line } },
    axisLabel: { color: quiet, fontFamily: font, fontSize: 12 },
    splitLine: { lineStyle: { color: hairline } },
    nameTextStyle: { color: quiet, fontFamily: font, fontSize: 12 },
  };
}
