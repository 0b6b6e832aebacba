import { isDay } from '../language/dates.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The day `YYYY-MM-DD` that somebody typed, as `2018-11-11`, `11 Nov 2018` or `2018年11月11日`; null where it is none. */
export function typedDay(text: string): string | null {
  const typed = text.trim().toLowerCase();
  const [, year, month, date] =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(typed) ?? /^(\d{4})年(\d{1,2})月(\d{1,2})日$/.exec(typed) ?? [];
  if (year && month && date) return dayOf(year, month, date);
  const [, number, name, of] = /^(\d{1,2}) ([a-z]{3})[a-z]* (\d{4})$/.exec(typed) ?? [];
  const place = months.indexOf(name ?? '');
  return number && of && place >= 0 ? dayOf(of, String(place + 1), number) : null;
}

function dayOf(year: string, month: string, date: string): string | null {
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isDay(day) ? day : null;
}
