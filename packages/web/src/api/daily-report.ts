import { useQuery } from '@tanstack/react-query';
import { useAsOf } from '../as-of/use-as-of.ts';
import { LOOKED_THROUGH } from '../campaigns/follow/straggling.ts';
import { DAY } from '../language/durations.ts';
import type { ChangesAnswer, MineCounts, MineList, StatisticsAnswer } from './answers.ts';
import { type Query, request } from './client.ts';
import { useReady } from './queries.ts';

/** What a campaign's report of a day is made from: all of it as of one instant, or the same hour of the day before, by what was known at one instant. */
export interface DailyAnswers {
  readonly now: StatisticsAnswer;
  readonly before: StatisticsAnswer;
  /** The shut mines whose next deadline has passed. */
  readonly overdue: MineCounts;
  readonly overdueBefore: MineCounts;
  /** The mines that changed in between. */
  readonly changes: ChangesAnswer;
  /** The shut mines, those in which nothing has happened for longest first. */
  readonly quiet: MineList;
}

/** What a change of a closure can be; what else happens in a case is left out. */
const KINDS = 'closed,reopened,withdrawn,quashed,decommissioned,moved';

/** The answers for the report of a campaign at the times that the page looks at. */
export function useDailyAnswers(campaignId: string) {
  const { instants } = useAsOf();
  return useQuery({
    queryKey: ['statistics', 'daily-report', campaignId, instants],
    queryFn: ({ signal }) => dailyAnswers(campaignId, { ...instants }, signal),
    enabled: useReady(),
  });
}

async function dailyAnswers(campaign: string, instants: Query, signal: AbortSignal): Promise<DailyAnswers> {
  const statistics = (query: Query) =>
    request<StatisticsAnswer>('GET', '/v1/closures/statistics', {
      query: { campaign, groupBy: 'region', ...query },
      signal,
    });
  const now = await statistics(instants);
  const at = { asOf: now.asOf, knownAt: now.knownAt };
  const dayBefore = { ...at, asOf: new Date(Date.parse(now.asOf) - DAY).toISOString() };
  const overdueAt = (query: Query) =>
    request<MineCounts>('GET', '/v1/mine-counts', {
      query: { campaign, shut: true, overdue: true, ...query },
      signal,
    });
  const [before, overdue, overdueBefore, changes, quiet] = await Promise.all([
    statistics(dayBefore),
    overdueAt(at),
    overdueAt(dayBefore),
    request<ChangesAnswer>('GET', '/v1/changes', {
      query: { campaign, kind: KINDS, limit: 500, from: dayBefore.asOf, to: at.asOf, knownAt: at.knownAt },
      signal,
    }),
    request<MineList>('GET', '/v1/mines', {
      query: { campaign, shut: true, sort: 'lastChange', limit: LOOKED_THROUGH, ...at },
      signal,
    }),
  ]);
  return { now, before, overdue, overdueBefore, changes, quiet };
}
