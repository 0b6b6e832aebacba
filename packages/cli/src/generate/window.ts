import { DAY } from './durations.ts';

/** The time that is generated, in milliseconds: from the first instant of a day to the last of another, in Beijing. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/** An instant at a share of the window's length, 0 being its beginning. */
export function within({ from, to }: Window, share: number): number {
  return from + share * (to - from);
}

/** The years of which a part lies in the window. */
export function yearsOf({ from, to }: Window): number[] {
  const first = new Date(from + DAY / 3).getUTCFullYear();
  const last = new Date(to + DAY / 3).getUTCFullYear();
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
