import { type Language, localParts, shortDayText } from '@rectify/words';

export { dayOfInstant, daysFrom, dayText, localParts, type Precision, shortDayText, timeText } from '@rectify/words';

/** The offset of the procedure's zone, which has no summer time: every entry is in Beijing time. */
const offset = '+08:00';

/** The local day of an instant in milliseconds. */
export function dayAt(milliseconds: number): string {
  return localParts(new Date(milliseconds)).day;
}

/** An instant of a year that is plain: `5 Nov, 16:10`, `11月5日 16:10`. */
export function shortTimeText(instant: string, language: Language): string {
  const { day, time } = localParts(instant);
  return [shortDayText(day, language), time].join(language === 'zh-CN' ? ' ' : ', ');
}

/** The last millisecond of a local day: what "as of this day" asks the server for. */
export function endOfLocalDay(day: string): string {
  return `${day}T23:59:59.999${offset}`;
}

/** An instant in Beijing time: a day and a time `HH:MM`. */
export function instantOf(day: string, time: string): string {
  return `${day}T${time}:00${offset}`;
}

/** A local day moved by whole days. */
export function shiftDay(day: string, by: number): string {
  const moved = new Date(`${day}T00:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + by);
  return moved.toISOString().slice(0, 10);
}

/** Whether a text is a day that exists, written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** Whether a text is a time of day, `HH:MM`. */
export function isTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}
