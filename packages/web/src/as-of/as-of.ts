import { endOfLocalDay, isDay, localParts } from '../language/dates.ts';

/** The day that the demonstration's own report is about. */
export const reportDay = '2018-11-11';

/** What an address asks for: the day or instant that something was true on, and by which it was known. */
export interface Asked {
  /** `today`, a day (its last moment counts), or an instant with its offset. */
  readonly asOf?: string | undefined;
  /** A day or an instant likewise; all that is known now without it. */
  readonly knownAt?: string | undefined;
}

/** An instant, and what a person calls it; `time` is undefined where the whole day counts. */
export interface Moment {
  readonly instant: string;
  readonly day: string;
  readonly time: string | undefined;
}

/**
 * What the page looks at: now by all that is known, or something past. `on` is the instant that was true on, undefined for now; `known` the one that it
 * was known by, undefined for all that is known now; `day` that of the first of them that is given.
 */
export type AsOf =
  | { readonly kind: 'today'; readonly on: undefined; readonly known: undefined; readonly day: undefined }
  | {
      readonly kind: 'past';
      readonly on: Moment | undefined;
      readonly known: Moment | undefined;
      readonly day: string;
    };

/** Reads what the address asks for. Without a day a demonstration opens on the last one of its story, everything else now. */
export function asOfFrom({ asOf, knownAt }: Asked, scenarioEndsAt: string | null | undefined): AsOf {
  const on = asOf === undefined ? lastDayOf(scenarioEndsAt) : momentOf(asOf);
  const known = momentOf(knownAt);
  const first = on ?? known;
  if (first === undefined) return { kind: 'today', on: undefined, known: undefined, day: undefined };
  return { kind: 'past', on, known, day: first.day };
}

/** Whether an address may ask for this value. */
export function isAsOf(value: string): boolean {
  return value === 'today' || isKnownAt(value);
}

/** Whether an address may ask by when something was known with this value. */
export function isKnownAt(value: string): boolean {
  return isDay(value) || isInstant(value);
}

function lastDayOf(scenarioEndsAt: string | null | undefined): Moment | undefined {
  const end = momentOf(scenarioEndsAt ?? undefined);
  return end && { instant: endOfLocalDay(end.day), day: end.day, time: undefined };
}

function momentOf(value: string | undefined): Moment | undefined {
  if (value === undefined) return undefined;
  if (isDay(value)) return { instant: endOfLocalDay(value), day: value, time: undefined };
  return isInstant(value) ? { instant: value, ...localParts(value) } : undefined;
}

function isInstant(value: string): boolean {
  return /^\d{4}-\d{2}-\d{2}T.+(Z|[+-]\d{2}:\d{2})$/.test(value) && !Number.isNaN(Date.parse(value));
}
