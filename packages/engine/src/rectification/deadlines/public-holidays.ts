import known from 'chinese-days/dist/chinese-days.json' with { type: 'json' };

/** The days of one year that are not what their weekday says: `YYYY-MM-DD`. */
export interface SpecialDays {
  /** Days off, among them weekdays that a make-up day pays for. */
  readonly isHoliday: (day: string) => boolean;
  /** Saturdays and Sundays that are worked. */
  readonly isMakeUpDay: (day: string) => boolean;
}

const mainland: SpecialDays = {
  isHoliday: (day) => Object.hasOwn(known.holidays, day),
  isMakeUpDay: (day) => Object.hasOwn(known.workdays, day),
};

/** 1 October is a public holiday by law in every year: a year in which the data does not list it has not been announced to it. */
const isAnnounced = (year: number) => mainland.isHoliday(`${year}-10-01`);

/**
 * The public holidays and make-up working days of mainland China in a year, from the data of `chinese-days`: the arrangements that
 * the State Council announces each autumn for the next year. Undefined for a year that the data does not cover.
 */
export function chineseYear(year: number): SpecialDays | undefined {
  return isAnnounced(year) ? mainland : undefined;
}

/** The years that the data covers, in order. */
export function chineseYears(): number[] {
  const years = new Set(Object.keys(known.holidays).map((day) => Number(day.slice(0, 4))));
  return [...years].filter(isAnnounced).sort((a, b) => a - b);
}
