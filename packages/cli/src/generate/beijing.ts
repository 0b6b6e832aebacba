import type { Chance } from './chance.ts';
import { DAY, MINUTE } from './durations.ts';

/** The offset of Beijing time, which has had no daylight saving since 1992, in milliseconds. */
const OFFSET = 8 * 60 * MINUTE;
const OPENS = 9 * 60 * MINUTE;
const CLOSES = 18 * 60 * MINUTE;

/** The day in Beijing, `YYYY-MM-DD`, of an instant in milliseconds. */
export function dayIn(instant: number): string {
  return new Date(instant + OFFSET).toISOString().slice(0, 10);
}

/** The month in Beijing, 1 to 12, of an instant in milliseconds. */
export function monthIn(instant: number): number {
  return new Date(instant + OFFSET).getUTCMonth() + 1;
}

/** The first instant of the day in Beijing on which an instant falls, both in milliseconds. */
export function startOf(instant: number): number {
  return instant - ((instant + OFFSET) % DAY);
}

/** An instant in milliseconds as it is stored. */
export function written(instant: number): string {
  return new Date(instant).toISOString();
}

/** The first instant of a day in Beijing as it is stored. */
export function writtenDay(instant: number): string {
  return `${dayIn(instant)}T00:00:00+08:00`;
}

/** The same instant if an office is open then (Monday to Friday, 9 to 18), else some time in the first three hours of its next day. */
export function inOfficeHours(instant: number, chance: Chance): number {
  const timeOfDay = (instant + OFFSET) % DAY;
  if (isWeekday(instant) && timeOfDay >= OPENS && timeOfDay < CLOSES) return wholeSecond(instant);
  let next = startOf(instant) + (timeOfDay >= OPENS ? DAY : 0);
  while (!isWeekday(next)) next += DAY;
  return next + OPENS + chance.whole(0, 3 * 3600) * 1000;
}

/** 1 January 1970 was a Thursday. */
function isWeekday(instant: number): boolean {
  const day = (Math.floor((instant + OFFSET) / DAY) + 4) % 7;
  return day !== 0 && day !== 6;
}

function wholeSecond(instant: number): number {
  return Math.ceil(instant / 1000) * 1000;
}
