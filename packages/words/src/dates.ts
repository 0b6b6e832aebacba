import type { TFunction } from 'i18next';
import type { Language } from './languages.ts';

/** The zone of every date on the page: the procedure's. Its clock is named "Beijing time (UTC+8)". */
const zone = 'Asia/Shanghai';

/** How exactly a time is known. */
export type Precision = 'instant' | 'day' | 'month';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const fullMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const parts = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** The local day `YYYY-MM-DD` and the time `HH:MM` of an instant in the procedure's zone. */
export function localParts(instant: string | Date): { readonly day: string; readonly time: string } {
  const found = Object.fromEntries(parts.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
  return { day: `${found.year}-${found.month}-${found.day}`, time: `${found.hour}:${found.minute}` };
}

/** The local day of an instant; a bare day or month is returned as it is. */
export function dayOfInstant(value: string): string {
  return value.includes('T') ? localParts(value).day : value;
}

/** A day `YYYY-MM-DD` for a reader: `5 Nov 2018`, `2018年11月5日`. */
export function dayText(day: string, language: Language): string {
  const [year, month, date] = day.split('-').map(Number);
  if (year === undefined || month === undefined) return day;
  if (date === undefined) return language === 'zh-CN' ? `${year}年${month}月` : `${fullMonths[month - 1]} ${year}`;
  return language === 'zh-CN' ? `${year}年${month}月${date}日` : `${date} ${months[month - 1]} ${year}`;
}

/** The same without the year, for lists whose year is plain: `5 Nov`, `11月5日`. */
export function shortDayText(day: string, language: Language): string {
  const [, month, date] = day.split('-').map(Number);
  if (month === undefined || date === undefined) return day;
  return language === 'zh-CN' ? `${month}月${date}日` : `${date} ${months[month - 1]}`;
}

/** A time as exactly as it is known, never more: a month, a day, or a day with its hour. */
export function timeText(value: string, precision: Precision, language: Language): string {
  if (precision === 'instant' && value.includes('T')) {
    const { day, time } = localParts(value);
    return language === 'zh-CN' ? `${dayText(day, language)} ${time}` : `${dayText(day, language)}, ${time}`;
  }
  const day = dayOfInstant(value);
  return dayText(precision === 'month' ? day.slice(0, 7) : day, language);
}

/** A day of 24 hours, in milliseconds. */
const DAY = 24 * 60 * 60 * 1_000;

/** Whole days from one local day to another; negative if the second is earlier. */
export function daysFrom(day: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${day}T00:00:00Z`)) / DAY);
}

/** A number of local days for a reader: `6 days` · `6天`; none is `under 1 day`. */
export function daysText(days: number, t: TFunction): string {
  return days === 0 ? t('domain.underADay') : t('domain.days', { count: days });
}
