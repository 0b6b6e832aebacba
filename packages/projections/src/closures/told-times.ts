import { DAY } from './spans.ts';
import type { StatisticsMethod } from './statistics-answer.ts';

/** How exactly durations are told. */
export type Resolution = StatisticsMethod['resolution'];

/** What durations of closures are rounded to, in milliseconds; undefined where they are told exactly. */
export function stepOfClosures(resolution: Resolution): number | undefined {
  return resolution === 'exact' ? undefined : DAY;
}

/** What times in states are rounded up to, in milliseconds, where durations of closures are rounded to days: many are short. */
const HOUR = 3_600_000;

/** What times in states are rounded to, likewise. */
export function stepOfStays(resolution: Resolution): number | undefined {
  return resolution === 'exact' ? undefined : HOUR;
}

/** How times in milliseconds are told in days of 24 hours. Neither comes down where the other goes up. */
export interface ToldTimes {
  /** How long something was watched. */
  readonly time: (milliseconds: number) => number;
  /** From when on it was watched. */
  readonly entry: (milliseconds: number) => number;
}

/** Times rounded up to a multiple of `step` milliseconds, entries down; exactly without it. */
export function timesToldIn(step: number | undefined): ToldTimes {
  if (step === undefined) return { time: (exact) => exact / DAY, entry: (exact) => exact / DAY };
  return {
    time: (exact) => daysOf(stepsUpTo(exact, step), step),
    entry: (exact) => daysOf(stepsDownTo(exact, step), step),
  };
}

/** A time in whole steps. */
export function stepsUpTo(milliseconds: number, step: number): number {
  return Math.ceil(milliseconds / step);
}

/** An entry in whole steps. */
export function stepsDownTo(milliseconds: number, step: number): number {
  return Math.floor(milliseconds / step);
}

/** Steps in days. */
export function daysOf(steps: number, step: number): number {
  return (steps * step) / DAY;
}

/** The last millisecond, from 0, of which what is told fits; -1 where that of none does. Nothing later fits where something earlier does not. */
export function lastThatFits(told: (milliseconds: number) => number, fits: (days: number) => boolean): number {
  let [fitting, beyond] = [-1, Number.MAX_SAFE_INTEGER];
  while (beyond - fitting > 1) {
    const middle = fitting + Math.floor((beyond - fitting) / 2);
    if (fits(told(middle))) fitting = middle;
    else beyond = middle;
  }
  return fitting;
}
