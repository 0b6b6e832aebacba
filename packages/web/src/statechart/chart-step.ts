import type { ChartValue, EventType } from '@rectify/engine/rectification';
import type { Precision } from '../language/dates.ts';

/** One step of a mine's course over the chart: what happened, when, and where it led. `from` is null for the registration. */
export interface ChartStep {
  readonly type: EventType;
  readonly at: string;
  readonly precision: Precision;
  readonly from: ChartValue | null;
  readonly to: ChartValue;
}

/** A region of the chart. */
export type Region = keyof ChartValue;
