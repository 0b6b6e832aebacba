import { apart } from './apart.ts';
import type { ChartLook } from './chart-look.ts';
import type { ChartOption, Drawing, EndName } from './chart-option.ts';

/** How far from each other names stand, and from the foot of the picture. */
const APART = 15;

/** All that is drawn of a picture in a look: its names are laid out only with what draws it. */
export function wholeOption(drawing: Drawing, look: ChartLook): ChartOption {
  const option = drawing.option(look);
  const names = drawing.names?.(look) ?? [];
  if (names.length === 0) return option;
  const [grid] = [option.grid ?? []].flat();
  return { ...option, series: [...[option.series ?? []].flat(), endNames(names, Number(grid?.top ?? 0), look)] };
}

/** Names in one column beside the line that ends last, each as near to its own end as the others let it. */
function endNames(names: readonly EndName[], top: number, { paper, font }: ChartLook) {
  return {
    type: 'custom' as const,
    silent: true,
    z: 3,
    tooltip: { show: false },
    data: [[0, 0]],
    renderItem: (_params: unknown, api: { coord: (at: number[]) => number[] }) => {
      const points = names.map(({ at }) => api.coord([...at]));
      const [, bottom = 0] = api.coord([0, 0]);
      const x = Math.max(...points.map(([end = 0]) => end)) + 6;
      const places = apart(
        points.map(([, end = 0]) => end),
        { by: APART, from: top, to: bottom - APART / 2 },
      );
      return {
        type: 'group' as const,
        children: names.map(({ text, colour }, index) => ({
          type: 'text' as const,
          style: {
            text,
            x,
            y: places[index] ?? 0,
            verticalAlign: 'middle' as const,
            fill: colour,
            font: `12px ${font}`,
            backgroundColor: paper,
            padding: [1, 4],
          },
        })),
      };
    },
  };
}
