import type { BarSeriesOption, CustomSeriesOption, LineSeriesOption } from 'echarts/charts';
import type {
  AxisPointerComponentOption,
  GridComponentOption,
  LegendComponentOption,
  MarkLineComponentOption,
  TooltipComponentOption,
} from 'echarts/components';
import type { ComposeOption } from 'echarts/core';
import type { ChartLook } from './chart-look.ts';

/** What a chart of the studio can be made of. */
export type ChartOption = ComposeOption<
  | AxisPointerComponentOption
  | BarSeriesOption
  | CustomSeriesOption
  | GridComponentOption
  | LegendComponentOption
  | LineSeriesOption
  | MarkLineComponentOption
  | TooltipComponentOption
>;

/** A name beside the end of a line, whose place is told in what the axes count: they begin at 0. */
export interface EndName {
  readonly text: string;
  readonly at: readonly [across: number, up: number];
  readonly colour: string;
}

/** A picture: how high it is where there is room or not, and what is drawn, in the colours and on the width that it is given. */
export interface Drawing {
  readonly height: (narrow: boolean) => number;
  readonly option: (look: ChartLook) => ChartOption;
  /** None where there is too little room. */
  readonly names?: (look: ChartLook) => readonly EndName[];
}

/** What was pressed in a picture: the series by its name, and which of its data. */
export interface Picked {
  readonly series: string | undefined;
  readonly index: number;
}
