import { instantOf, isDay, isTime } from '../../language/dates.ts';
import type { StandingEvent } from '../course.ts';
import { compose, type EntryFault, textOf } from '../form/compose.ts';
import type { Entries, Field } from '../form/field.ts';
import { WHEN } from '../form/when.ts';

/** Where the choice between "never true" and "other values" and the reason are entered. */
export const VOID = '/void';
export const REASON = '/data/reason';

/** A correction of one event, or that it was never true. */
export type Correction =
  | { readonly eventId: string; readonly void: true }
  | { readonly eventId: string; readonly patch: Readonly<Record<string, unknown>> };

/** What is sent as a `FactCorrected`. */
export interface CorrectionData {
  readonly corrections: readonly Correction[];
  readonly reason: string;
}

/** A correction as it is sent, and what is wrong with what was entered. */
export interface ComposedCorrection {
  readonly data: CorrectionData;
  readonly faults: readonly EntryFault[];
}

type Values = Readonly<Record<string, unknown>>;

/**
 * Puts together a `FactCorrected` for one event: that it was never true, or the values that differ from what was recorded. A correction
 * replaces the one before it, so what that one put right is said again.
 */
export function composeCorrection(
  standing: StandingEvent,
  fields: readonly Field[],
  entries: Entries,
): ComposedCorrection {
  const { eventId } = standing.event;
  const reason = textOf(entries[REASON]);
  const reasonFaults: EntryFault[] = reason === '' ? [{ pointer: REASON, code: 'required' }] : [];
  if (entries[VOID] === true) {
    const nothing: EntryFault[] = standing.void ? [{ pointer: VOID, code: 'nothing-changed' }] : [];
    return { data: { corrections: [{ eventId, void: true }], reason }, faults: [...reasonFaults, ...nothing] };
  }
  const composed = compose(fields, entries);
  const when = composeTime(standing, entries);
  const changes = { ...changed(fields, composed.data, standing.data), ...when.patch };
  const faults = [...composed.faults, ...when.faults, ...reasonFaults];
  const asItStands = Object.keys(changes).length === 0 && !standing.void;
  const nothing: EntryFault[] = faults.length === 0 && asItStands ? [{ pointer: VOID, code: 'nothing-changed' }] : [];
  const patch = sinceRecorded(standing, changes);
  return { data: { corrections: [{ eventId, patch }], reason }, faults: [...faults, ...nothing] };
}

/** The values that differ from what stands there; null for what was emptied. */
function changed(fields: readonly Field[], entered: Values, standing: Values): Values {
  return Object.fromEntries(
    fields
      .map(({ name }) => [name, entered[name] ?? null] as const)
      .filter(([name, value]) => !sameValue(value, standing[name] ?? null)),
  );
}

/** Everything that is not as recorded: what was corrected before, with what is changed now; what is back as recorded is left out. */
function sinceRecorded({ event }: StandingEvent, changes: Values): Values {
  const { data, occurredAt, occurredAtPrecision, correction } = event;
  const recorded: Values = { ...data, occurredAt, occurredAtPrecision };
  return Object.fromEntries(
    Object.entries({ ...correction?.after, ...changes }).filter(
      ([name, value]) => !sameValue(value ?? null, recorded[name] ?? null),
    ),
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

function sameValue(a: unknown, b: unknown): boolean {
  if (isInstant(a) && isInstant(b)) return sameMinute(a, b);
  if (isDocument(a) && isDocument(b)) return a.sha256 === b.sha256 && a.name === b.name;
  return JSON.stringify(a) === JSON.stringify(b);
}

/** A document is known by its fingerprint; its size may not have been filed. */
function isDocument(value: unknown): value is { readonly sha256: string; readonly name?: unknown } {
  return typeof value === 'object' && value !== null && 'sha256' in value && typeof value.sha256 === 'string';
}

function isInstant(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(value);
}

/** Seconds are not asked for, so they do not count as a change. */
function sameMinute(a: string, b: string): boolean {
  return Math.floor(Date.parse(a) / 60_000) === Math.floor(Date.parse(b) / 60_000);
}
