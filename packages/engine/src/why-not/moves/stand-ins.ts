import { addDays, dayOf } from '../../rectification/calendar.ts';
import type { Document } from '../../rectification/events/values.ts';
import type { Moment } from '../move.ts';

/** Stands for what a person would write: it makes no difference to the chart. */
export const text = 'to be stated';

/** Stands for a document that a person would send. */
export const document: Document = { name: text, sha256: '0'.repeat(64) };

/** A day so many days after that of a moment. */
export function dayAfter({ mine, present: { now } }: Moment, days: number): string {
  return addDays(dayOf(now, mine.procedure.zone), days);
}
