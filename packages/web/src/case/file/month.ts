/** The days of a month in weeks that begin on Monday; null before its first day and after its last. */
export function weeksOf<D extends { readonly day: string }>(days: readonly D[]): readonly (readonly (D | null)[])[] {
  const [first] = days;
  if (!first) return [];
  const before = (new Date(first.day).getUTCDay() + 6) % 7;
  const cells = [...Array.from({ length: before }, () => null), ...days];
  const weeks = Math.ceil(cells.length / 7);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_, weekday) => cells[week * 7 + weekday] ?? null),
  );
}

/** The month `YYYY-MM` so many months after another. */
export function shiftMonth(month: string, by: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + by)).toISOString().slice(0, 7);
}
