import { isoDuration } from '@rectify/engine/rectification';
import type { Span } from './statistics-answer.ts';

/** A day of 24 hours in milliseconds. */
export const DAY = 86_400_000;

/** A span in milliseconds, said three ways. */
export function spanOf(exact: number): Span {
  const milliseconds = Math.round(exact);
  return { milliseconds, duration: isoDuration(milliseconds), days: Math.round((milliseconds / DAY) * 10) / 10 };
}

/** What numbers come to together. */
export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
