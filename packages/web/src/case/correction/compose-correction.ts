import { isDay } from '../../language/dates.ts';
import type { StandingEvent } from '../course.ts';
import { compose, type EntryFault, instantOf, isTime, textOf } from '../form/compose.ts';
import type { Entries, Field } from '../form/field.ts';
import { WHEN } from '../form/when.ts';

/** Where the choice between "never true" and "other values" and the reason are entered. */
export const VOID = '/void';
export const REASON = '/data/reason';

/** A correction as it is sent, or what is wrong with what was entered. */
export interface ComposedCorrection {
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly faults: readonly EntryFault[];
}

/** Puts together a `FactCorrected` for one event: that it was never true, or the values that differ from what stands there. */
export function composeCorrection(
  standing: StandingEvent,
  fields: readonly Field[],
  entries: Entries,
): ComposedCorrection {
  const { eventId } = standing.event;
  const reason = textOf(entries[REASON]);
  const reasonFaults: EntryFault[] = reason === '' ? [{ pointer: REASON, code: 'required' }] : [];
  if (entries[VOID] === true) {
    return { data: { corrections: [{ eventId, void: true }], reason }, faults: reasonFaults };
  }
  const composed = compose(fields, entries);
  const when = composeTime(standing, entries);
  const patch = { ...changed(composed.data, standing), ...when.patch };
  const faults = [...composed.faults, ...when.faults, ...reasonFaults];
  const nothing: EntryFault[] =
    faults.length === 0 && Object.keys(patch).length === 0 ? [{ pointer: VOID, code: 'nothing-changed' }] : [];
  return { data: { corrections: [{ eventId, patch }], reason }, faults: [...faults, ...nothing] };
}

/** The values that differ from what stands there. */
function changed(data: Readonly<Record<string, unknown>>, { data: standing }: StandingEvent): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(data).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(standing[name])),
  );
}

/** The time that an event is given, if another one was entered. */
function composeTime({ occurredAt, occurredAtPrecision }: StandingEvent, entries: Entries) {
  const day = textOf(entries[`${WHEN}#day`]);
  const time = textOf(entries[`${WHEN}#time`]);
  const faulty = (code: EntryFault['code']) => ({ patch: {}, faults: [{ pointer: WHEN, code }] });
  if (!isDay(day)) return faulty('day');
  if (time !== '' && !isTime(time)) return faulty('time');
  const precision = time === '' ? 'day' : 'instant';
  const at = instantOf(day, time === '' ? '00:00' : time);
  const sameTime = sameMinute(at, occurredAt) && (precision === occurredAtPrecision || occurredAtPrecision === 'month');
  if (sameTime) return { patch: {}, faults: [] };
  return { patch: { occurredAt: at, occurredAtPrecision: precision }, faults: [] };
}

/** Seconds are not asked for, so they do not count as a change. */
function sameMinute(a: string, b: string): boolean {
  return Math.floor(Date.parse(a) / 60_000) === Math.floor(Date.parse(b) / 60_000);
}
