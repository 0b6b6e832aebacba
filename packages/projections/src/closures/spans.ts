import { isoDuration } from '@rectify/engine/rectification';
import type { Span } from './statistics-answer.ts';

const DAY = 86_400_000;

/** A span in milliseconds, said three ways. */
export function spanOf(exact: number): Span {
  const milliseconds = Math.round(exact);
  return { milliseconds, duration: isoDuration(milliseconds), days: Math.round((milliseconds / DAY) * 10) / 10 };
}

/** The mean of spans in milliseconds; null of none. */
export function meanOf(values: readonly number[]): Span | null {
  return values.length === 0 ? null : spanOf(sum(values) / values.length);
}

/** The middle one of spans in milliseconds; of an even number of them the mean of the two in the middle; null of none. */
export function medianOf(values: readonly number[]): Span | null {
  const sorted = values.toSorted((a, b) => a - b);
  return meanOf(sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1));
}

/** What numbers come to together. */
export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
