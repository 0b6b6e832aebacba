import { inZone } from '@rectify/engine';
import { z } from 'zod';

const ZONE = 'Asia/Shanghai';
const written = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?$/;

/** A time as golden histories write it: Beijing time, `2018-11-05 09:00`, with seconds and milliseconds where they matter. */
export const time = z.string().regex(written, 'must be a time in Beijing, such as 2018-11-05 09:00');

/** A time as an instant, ISO 8601 with offset. */
export function instantOf(beijing: string): string {
  return `${beijing.replace(' ', 'T')}${beijing.length === 16 ? ':00' : ''}+08:00`;
}

/** An instant as a time in Beijing; seconds only where there are any. */
export function timeOf(instant: string): string {
  return inZone(instant, ZONE)
    .replace(/[+-]\d{2}:\d{2}$/, '')
    .replace('T', ' ')
    .replace(/:00$/, '');
}

/** The same value with each time in it, at any depth, as an instant. */
export function withInstants(value: unknown): unknown {
  if (typeof value === 'string') return written.test(value) ? instantOf(value) : value;
  if (Array.isArray(value)) return value.map(withInstants);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withInstants(inner)]));
}
