import { instantOf, isDay, isTime } from '../../language/dates.ts';
import { type EntryFault, textOf } from './compose.ts';
import type { Entries } from './field.ts';

/** Where the time of an event lies in what is sent, and the key of its entries. */
export const WHEN = '/occurredAt';

/** When an event happened, as it is sent: nothing means now. */
export interface When {
  readonly occurredAt?: string;
  readonly occurredAtPrecision?: 'instant' | 'day';
}

/** Reads when it happened: now unless said otherwise; a day without a time is known to the day. */
export function composeWhen(
  entries: Entries,
  now: Date,
): { readonly when: When; readonly faults: readonly EntryFault[] } {
  if (entries[`${WHEN}#earlier`] !== true) return { when: {}, faults: [] };
  const day = textOf(entries[`${WHEN}#day`]);
  const time = textOf(entries[`${WHEN}#time`]);
  const faulty = (code: EntryFault['code']) => ({ when: {}, faults: [{ pointer: WHEN, code }] });
  if (day === '') return faulty('required');
  if (!isDay(day)) return faulty('day');
  if (time !== '' && !isTime(time)) return faulty('time');
  const occurredAt = instantOf(day, time === '' ? '00:00' : time);
  if (Date.parse(occurredAt) > now.getTime()) return faulty('future');
  return { when: { occurredAt, occurredAtPrecision: time === '' ? 'day' : 'instant' }, faults: [] };
}
