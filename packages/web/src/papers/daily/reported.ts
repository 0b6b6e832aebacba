import type { ChangesAnswer, MineChange, StatisticsAnswer } from '../../api/answers.ts';
import type { DailyAnswers } from '../../api/daily-report.ts';
import { casesIn } from '../../campaigns/follow/standing-then.ts';
import { localParts } from '../../language/dates.ts';

type Figures = Pick<StatisticsAnswer, 'total' | 'ongoing' | 'byOutcome' | 'perState'>;

/** What a report counts, in the order in which it tells it. */
export const counted = [
  'shut',
  'closed',
  'inspected',
  'licensed',
  'overdue',
  'reopened',
  'withdrawn',
  'quashed',
  'decommissioned',
  'total',
] as const;

/** How many there are of each. */
export type Counts = Readonly<Record<(typeof counted)[number], number>>;

/** The counts of figures, with how many of the mines are overdue. */
export function countsOf(figures: Figures, overdue: number): Counts {
  return { ...casesIn(figures), total: figures.total, shut: figures.ongoing, overdue };
}

/** A region: how it stands, and how many more or fewer are shut than the day before. */
export interface ReportedRegion {
  readonly region: string;
  readonly counts: Counts;
  readonly change: number;
}

/** How each region stands, those with most shut first. */
export function regionsIn({ now, before, overdue }: DailyAnswers): ReportedRegion[] {
  return (now.groups ?? [])
    .flatMap(({ group, ...figures }) => {
      if (group === null) return [];
      const shutBefore = before.groups?.find((one) => one.group === group)?.ongoing ?? 0;
      const counts = countsOf(figures, overdue.byRegion[group] ?? 0);
      return [{ region: group, counts, change: counts.shut - shutBefore }];
    })
    .toSorted((a, b) => b.counts.shut - a.counts.shut);
}

/** What can have become of a closure since the day before. */
export const becomings = [
  'closed',
  'inspected',
  'licensed',
  'setBack',
  'reopened',
  'withdrawn',
  'quashed',
  'decommissioned',
] as const;

/** What became of a closure since the day before. */
export type Becoming = (typeof becomings)[number];

/** The mines of which something became since the day before, by what; a mine can be in more than one. */
export function becameOf({ items }: Pick<ChangesAnswer, 'items'>): ReadonlyMap<Becoming, readonly MineChange[]> {
  const pairs = items.flatMap((change) => becomingsOf(change).map((becoming) => ({ becoming, change })));
  const grouped = Map.groupBy(pairs, ({ becoming }) => becoming);
  return new Map(
    becomings.flatMap((becoming) => {
      const found = grouped.get(becoming);
      return found ? [[becoming, found.map(({ change }) => change)] as const] : [];
    }),
  );
}

function becomingsOf({ kinds, before, after }: MineChange): Becoming[] {
  const told = becomings.filter((becoming) => kinds.some((kind) => kind === becoming));
  const moved = before !== null && before.status !== after.status && after.shut;
  if (!moved) return told;
  if (after.status === 'inspected' || after.status === 'licensed') return [...told, after.status];
  // One that was closed anew began again.
  return before.shut && !told.includes('closed') ? [...told, 'setBack'] : told;
}

/** What the report of an instant is called by offices: the campaign, and the local day and time. */
export function reportNumber(campaignId: string, asOf: string): string {
  const { day, time } = localParts(asOf);
  return `${campaignId}/D/${day.replaceAll('-', '')}-${time.replace(':', '')}`;
}

/** The beginning of the hour of an instant: what a report is as of, if nothing else is asked. */
export function hourOf(now: Date): string {
  const hour = new Date(now);
  hour.setUTCMinutes(0, 0, 0);
  return hour.toISOString();
}
