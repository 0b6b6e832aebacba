import type { CampaignInFull } from '@rectify/projections/answers';
import type { CourseAnswer } from '../../api/answers.ts';
import { dayOfInstant, daysFrom, shiftDay } from '../../language/dates.ts';
import { endings } from '../../statistics/course-search.ts';

type CourseDay = CourseAnswer['days'][number];

/** The closures of a campaign at the end of a day: where those that go on stand, and how many are over. */
export interface BurntDown {
  readonly day: string;
  readonly closed: number;
  readonly inspected: number;
  readonly licensed: number;
  readonly over: number;
}

/** Where closures stand in the picture, from the bottom up. */
export const layers = ['closed', 'inspected', 'licensed', 'over'] as const;

/** What happened to a campaign itself, on a day. */
export interface CampaignEvent {
  readonly day: string;
  readonly what: 'opened' | 'extended' | 'ended';
}

/** A course is asked for at most so many days. */
const MOST_DAYS = 1097;

/** Quiet days that the picture goes on for after the last change. */
const QUIET = 5;

/** The days to ask for: from the opening until the day that the page looks at, three years at most. */
export function daysToAsk(openedAt: string, last: string): { readonly from: string; readonly to: string } {
  const from = dayOfInstant(openedAt);
  const latest = shiftDay(from, MOST_DAYS - 1);
  return { from, to: last < latest ? last : latest };
}

/** The course as it burns down, without a long quiet end. What ended before the first day is not among it. */
export function burnDown(days: readonly CourseDay[]): BurntDown[] {
  let over = 0;
  const burnt = days.map((day) => {
    over += endedOn(day);
    const { closed = 0, inspected = 0, licensed = 0 } = day.standing ?? {};
    return { day: day.day, closed, inspected, licensed, over };
  });
  const lastChange = days.findLastIndex(happened);
  return burnt.slice(0, Math.max(lastChange, 0) + 1 + QUIET);
}

/** The last day on which something changed, if days without any change were left out after it. */
export function quietSince(days: readonly CourseDay[]): string | undefined {
  const lastChange = days.findLastIndex(happened);
  return days.length > Math.max(lastChange, 0) + 1 + QUIET ? days[Math.max(lastChange, 0)]?.day : undefined;
}

/** How many ended on a day, in whichever way. */
export function endedOn(day: CourseDay): number {
  return endings.reduce((sum, ending) => sum + day[ending], 0);
}

/** Whether anything changed on a day. */
export function happened(day: CourseDay): boolean {
  return day.closed + endedOn(day) + (day.becameInspected ?? 0) + (day.becameLicensed ?? 0) > 0;
}

/** What happened to the campaign until a day, in order. */
export function eventsUntil(
  { openedAt, extensions, closed }: Pick<CampaignInFull, 'openedAt' | 'extensions' | 'closed'>,
  last: string,
): CampaignEvent[] {
  const events: CampaignEvent[] = [
    { day: dayOfInstant(openedAt), what: 'opened' },
    ...extensions.map(({ at }) => ({ day: dayOfInstant(at), what: 'extended' as const })),
    ...(closed ? [{ day: dayOfInstant(closed.at), what: 'ended' as const }] : []),
  ];
  return events.filter(({ day }) => daysFrom(day, last) >= 0);
}
