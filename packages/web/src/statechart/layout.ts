import type { ChartValue } from '@rectify/engine/rectification';
import type { Place, Point, Spot } from './geometry.ts';

/** The line of a way: where it leaves a state, its bends, where it meets the next. */
export interface Line {
  readonly leave: Spot;
  readonly bends?: readonly Point[];
  readonly arrive: Spot;
}

/** A way whose line is placed by hand. */
export interface Way<State extends string> extends Line {
  readonly from: State;
  readonly to: State;
  /** Drawn even if never taken: the usual ways. */
  readonly usual: boolean;
}

/** One region of the chart: where its title stands, a place for each of its states, its ways. */
export interface RegionLayout<State extends string> {
  readonly title: Point;
  readonly places: Readonly<Record<State, Place>>;
  readonly ways: readonly Way<State>[];
  /** The line of a way that is not placed by hand, led around the states between. */
  readonly detour: (from: State, to: State) => Line;
}

/** The chart laid out by hand for one width. Units are CSS pixels at full size. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  /** There is room to say of a milestone that the mine is still shut; else its zone says so. */
  readonly roomy: boolean;
  /** The box around the states of `closed`. */
  readonly closed: Place;
  /** Where the mine runs and where it is shut: a line from one point to another, and its word. */
  readonly zones: readonly {
    readonly word: 'running' | 'shut';
    readonly from: Point;
    readonly to: Point;
    readonly text: Point;
  }[];
  readonly operation: RegionLayout<ChartValue['operation']>;
  readonly appeal: RegionLayout<ChartValue['appeal']>;
  readonly power: RegionLayout<ChartValue['power']>;
}
