import { inZone, milliseconds } from '@rectify/engine';

/** The zone of all printed times, and of days given as options. */
export const ZONE = 'Asia/Shanghai';

/** How exactly a time is known. */
export type Precision = 'instant' | 'day' | 'month';

/** An instant in Beijing time, as exactly as it is known: `2018-11-05 09:30`, `2018-11-05` or `2018-11`. */
export function beijing(instant: string, precision: Precision = 'instant'): string {
  const local = inZone(instant, ZONE);
  if (precision === 'month') return local.slice(0, 7);
  if (precision === 'day') return local.slice(0, 10);
  return local.slice(0, 16).replace('T', ' ');
}

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
] as const;

/** A span in its largest whole unit, with the next one below ten days or hours: `216 days`, `3 days 4 hours`, `40 minutes`. */
export function span(lasting: number): string {
  const index = UNITS.findIndex(([, length]) => lasting >= length);
  const largest = UNITS[index];
  if (!largest) return 'less than a second';
  const [unit, length] = largest;
  const whole = Math.floor(lasting / length);
  const [nextUnit, nextLength] = UNITS[index + 1] ?? largest;
  const rest = Math.floor((lasting - whole * length) / nextLength);
  return rest === 0 || nextUnit === unit || unit === 'minute' || whole >= 10
    ? counted(whole, unit)
    : `${counted(whole, unit)} ${counted(rest, nextUnit)}`;
}

/** A number with its noun: `1 day`, `6 days`. */
export function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** A time in the world with how exactly it is known. */
export interface Moment {
  readonly occurredAt: string;
  readonly occurredAtPrecision: Precision;
}

/** How much later the second moment was, no more exactly than both are known: `3 days later`, `the same day`, `2 hours earlier`. */
export function later(first: Moment, second: Moment): string {
  const coarsest = (['month', 'day'] as const).find(
    (precision) => first.occurredAtPrecision === precision || second.occurredAtPrecision === precision,
  );
  const between = milliseconds(second.occurredAt) - milliseconds(first.occurredAt);
  if (coarsest === undefined) {
    return between === 0 ? 'at the same moment' : `${span(Math.abs(between))} ${between > 0 ? 'later' : 'earlier'}`;
  }
  const days = coarsest === 'month' ? monthsBetween(first, second) : daysBetweenMoments(first, second);
  return days === 0 ? `the same ${coarsest}` : `${counted(Math.abs(days), coarsest)} ${days > 0 ? 'later' : 'earlier'}`;
}

function daysBetweenMoments(first: Moment, second: Moment): number {
  const dayNumber = ({ occurredAt }: Moment) => Date.parse(beijing(occurredAt, 'day')) / 86_400_000;
  return dayNumber(second) - dayNumber(first);
}

function monthsBetween(first: Moment, second: Moment): number {
  const monthNumber = ({ occurredAt }: Moment) => {
    const [year = 0, month = 0] = beijing(occurredAt, 'month').split('-').map(Number);
    return year * 12 + month;
  };
  return monthNumber(second) - monthNumber(first);
}
