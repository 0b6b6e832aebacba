import { Temporal } from 'temporal-polyfill';
import { remembered } from './remembered.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Instants that were read before: a history names each many times, and reading one takes five times as long as finding it here. */
const instantsRead = new Map<string, number>();

/** Milliseconds since the epoch of an ISO 8601 instant with offset. @throws RangeError for anything else */
export function milliseconds(instant: string): number {
  return remembered(instantsRead, instant, () => {
    const parsed = Date.parse(instant);
    if (Number.isNaN(parsed)) throw new RangeError(`${JSON.stringify(instant)} is not an instant`);
    return parsed;
  });
}

/** The later of two instants, as written. */
export function later(a: string, b: string): string {
  return milliseconds(a) >= milliseconds(b) ? a : b;
}

/** Whether a name is that of a time zone that days can be reckoned in. */
export function isZone(zone: string): boolean {
  try {
    zoned('1970-01-01T00:00:00Z', zone);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** The days that instants were found to fall on: reckoning in a zone takes long, and whoever lists mines asks for the present day with each. */
const days = new Map<string, string>();

/** The calendar day, `YYYY-MM-DD`, on which an instant falls in a zone. */
export function dayOf(instant: string, zone: string): string {
  return remembered(days, `${instant} ${zone}`, () => zoned(instant, zone).toPlainDate().toString());
}

/** An instant written with the offset of a zone, for instance `2018-11-05T00:00:00+08:00`. */
export function inZone(instant: string, zone: string): string {
  return zoned(instant, zone).toString({ timeZoneName: 'never' });
}

/** The ends of days that were asked for before: reckoning in a zone takes long, and what is due falls on few days. */
const ends = new Map<string, string>();

/** The last millisecond of a day in a zone, as an instant: due days are inclusive. */
export function endOfDay(day: string, zone: string): string {
  return remembered(ends, `${day} ${zone}`, () => {
    const next = Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(zone);
    return next.subtract({ milliseconds: 1 }).toString({ timeZoneName: 'never' });
  });
}

/** The first instant of a day in a zone. */
export function startOfDay(day: string, zone: string): string {
  return Temporal.PlainDate.from(day).toZonedDateTime(zone).toString({ timeZoneName: 'never' });
}

/** A day so many calendar days later. */
export function addDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** Calendar days from one day to another; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return (milliseconds(`${to}T00:00:00Z`) - milliseconds(`${from}T00:00:00Z`)) / DAY;
}

/** A span in milliseconds as an exact ISO 8601 duration of days (24 hours), hours, minutes and seconds; `PT0S` for none. */
export function isoDuration(span: number): string {
  // Reckoned here: it is told of every closure in every list, and the calendar's own durations took most of the time of a page.
  if (!Number.isInteger(span)) throw new RangeError(`${span} is not a number of milliseconds`);
  const whole = (unit: number, of = Infinity) => Math.floor(Math.abs(span) / unit) % of;
  const [days, hours, minutes, seconds] = [whole(DAY), whole(HOUR, 24), whole(MINUTE, 60), whole(SECOND, 60)];
  const fraction = whole(1, SECOND);
  const said = fraction === 0 ? `${seconds}` : `${seconds}.${String(fraction).padStart(3, '0').replace(/0+$/, '')}`;
  const time = `${hours ? `${hours}H` : ''}${minutes ? `${minutes}M` : ''}${said === '0' ? '' : `${said}S`}`;
  if (days === 0 && time === '') return 'PT0S';
  return `${span < 0 ? '-' : ''}P${days ? `${days}D` : ''}${time && `T${time}`}`;
}

function zoned(instant: string, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(milliseconds(instant)).toZonedDateTimeISO(zone);
}
