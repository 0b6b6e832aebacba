import { instantOf, isDay } from './dates.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The day `YYYY-MM-DD` that somebody typed, as `2018-11-11`, `11 Nov 2018` or `2018年11月11日`; null where it is none. */
export function typedDay(text: string): string | null {
  const typed = plain(text);
  const [, year, month, date] =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(typed) ??
    /^(\d{4}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?日?$/.exec(typed) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(typed) ??
    [];
  if (year && month && date) return dayOf(year, month, date);
  const [, number, name, of] = /^(\d{1,2}) ?([a-z]{3})[a-z]*\.?,? ?(\d{4})$/.exec(typed) ?? [];
  if (number && name && of) return dayOfNamed(of, name, number);
  const [, named, day, inYear] = /^([a-z]{3})[a-z]*\.? (\d{1,2}),? (\d{4})$/.exec(typed) ?? [];
  return named && day && inYear ? dayOfNamed(inYear, named, day) : null;
}

/** The time of day `HH:MM` that somebody typed, as `14:30`, `1430` or `14时30分`; null where it is none. */
export function typedTime(text: string): string | null {
  const [, hour, minute] =
    /^(\d{1,2}) ?[:.时点] ?(\d{2}) ?分?$/.exec(plain(text)) ?? /^(\d{2})(\d{2})$/.exec(plain(text)) ?? [];
  return hour && minute && Number(hour) < 24 && Number(minute) < 60 ? `${hour.padStart(2, '0')}:${minute}` : null;
}

/** The day, or the instant of a day with its time in Beijing, that somebody typed; null where it is none. */
export function typedMoment(text: string): string | null {
  const [, first, second] = /^(.+?)[ ,t]+(\S+)$/.exec(plain(text)) ?? [];
  const [day, time] = [typedDay(first ?? ''), typedTime(second ?? '')];
  return day && time ? instantOf(day, time) : typedDay(text);
}

/** Letters and digits of full width, as Chinese keyboards have them, as those of half width. */
function plain(text: string): string {
  return text.normalize('NFKC').trim().replaceAll(/\s+/g, ' ').toLowerCase();
}

function dayOfNamed(year: string, name: string, date: string): string | null {
  const place = months.indexOf(name);
  return place < 0 ? null : dayOf(year, String(place + 1), date);
}

function dayOf(year: string, month: string, date: string): string | null {
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isDay(day) ? day : null;
}
