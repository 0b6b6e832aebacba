import { endOfLocalDay, isDay, localParts } from '../language/dates.ts';

/** The day that the demonstration's own report is about. */
export const reportDay = '2018-11-11';

/** What the page looks at: now, or an instant in the past that it names by its local day. */
export type AsOf =
  | { readonly kind: 'today'; readonly instant: undefined; readonly day: undefined; readonly time: undefined }
  | { readonly kind: 'past'; readonly instant: string; readonly day: string; readonly time: string | undefined };

const today: AsOf = { kind: 'today', instant: undefined, day: undefined, time: undefined };

/**
 * Reads what the address asks for: `today`, a day (its last moment counts), or an instant with its offset.
 * Without it a demonstration opens on the last day of its story, everything else now.
 */
export function asOfFrom(asked: string | undefined, scenarioEndsAt: string | null | undefined): AsOf {
  if (asked === 'today') return today;
  const value = asked ?? scenarioEndsAt ?? undefined;
  if (value === undefined) return today;
  if (isDay(value)) return { kind: 'past', instant: endOfLocalDay(value), day: value, time: undefined };
  if (!isInstant(value)) return today;
  const { day, time } = localParts(value);
  const isDefault = asked === undefined;
  return isDefault
    ? { kind: 'past', instant: endOfLocalDay(day), day, time: undefined }
    : { kind: 'past', instant: value, day, time };
}

/** Whether an address may ask for this value. */
export function isAsOf(value: string): boolean {
  return value === 'today' || isDay(value) || isInstant(value);
}

function isInstant(value: string): boolean {
  return /^\d{4}-\d{2}-\d{2}T.+(Z|[+-]\d{2}:\d{2})$/.test(value) && !Number.isNaN(Date.parse(value));
}
