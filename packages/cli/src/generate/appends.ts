import type { NewEvent } from '@rectify/engine';

/** What is stored as one append: at which instant in milliseconds, and at which revision of which stream it begins. */
export interface TimedAppend {
  readonly at: number;
  /** The number of the mine; 0 for streams of no mine, which come first at an instant. */
  readonly number: number;
  readonly stream: string;
  readonly revision: number;
  readonly events: readonly NewEvent[];
}

/** The order of the log: by time, then by mine, then as they follow each other in their stream. */
export function inLogOrder(a: TimedAppend, b: TimedAppend): number {
  return (
    a.at - b.at || a.number - b.number || (a.stream < b.stream ? -1 : a.stream > b.stream ? 1 : a.revision - b.revision)
  );
}
