import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useAsOf } from '../as-of/use-as-of.ts';
import type { BottleneckAnalysis, ClosureList, CourseAnswer, StatisticsAnswer, SurvivalAnalysis } from './answers.ts';
import { type Query, request } from './client.ts';
import { useReady } from './queries.ts';

/** How long closures last on some days after the closing, at the times the page looks at. */
export function useSurvivalOn(days: readonly number[], filters: Query) {
  const { instants } = useAsOf();
  const query: Query = { ...filters, ...instants, at: days.join(',') };
  return useQuery({
    queryKey: ['statistics', 'survival', query],
    queryFn: ({ signal }) => request<SurvivalAnalysis>('GET', '/v1/analysis/survival', { query, signal }),
    placeholderData: keepPreviousData,
    enabled: useReady() && days.length > 0,
  });
}

/** The statistics as of the day that the page looks at by all that is known now; asked for only where the page goes by what was known before. */
export function useStatisticsKnownNow(filters: Query) {
  const { instants } = useAsOf();
  const query: Query = { ...filters, asOf: instants.asOf, knownAt: undefined };
  return useQuery({
    queryKey: ['statistics', query],
    queryFn: ({ signal }) => request<StatisticsAnswer>('GET', '/v1/closures/statistics', { query, signal }),
    enabled: useReady() && instants.knownAt !== undefined,
  });
}

/** The course of closures until the day that the page looks at by all that is known now; asked for only where the page goes by what was known before. */
export function useCourseKnownNow(filters: Query) {
  const { instants } = useAsOf();
  const query: Query = { ...filters, asOf: instants.asOf, knownAt: undefined };
  return useQuery({
    queryKey: ['statistics', 'course', query],
    queryFn: ({ signal }) => request<CourseAnswer>('GET', '/v1/closures/course', { query, signal }),
    placeholderData: keepPreviousData,
    enabled: useReady() && instants.knownAt !== undefined,
  });
}

/** The course of closures until another instant, by what the page goes by; nothing is asked without one. */
export function useCourseUntil(asOf: string | undefined, filters: Query) {
  const { instants } = useAsOf();
  const query: Query = { ...filters, knownAt: instants.knownAt, asOf };
  return useQuery({
    queryKey: ['statistics', 'course', query],
    queryFn: ({ signal }) => request<CourseAnswer>('GET', '/v1/closures/course', { query, signal }),
    placeholderData: keepPreviousData,
    enabled: useReady() && asOf !== undefined,
  });
}

/** When the first closure of all began, by all that is known now; null where there is none. */
export function useFirstClosure() {
  return useQuery({
    queryKey: ['statistics', 'first closure'],
    queryFn: async ({ signal }) => {
      const query = { sort: 'since', limit: 1, asOf: undefined };
      const { items } = await request<ClosureList>('GET', '/v1/closures', { query, signal });
      return items[0]?.since ?? null;
    },
  });
}

/** Where closures are held up and by whom, at the times the page looks at. */
export function useBottlenecks(filters: Query) {
  const { instants } = useAsOf();
  const query: Query = { ...filters, ...instants };
  return useQuery({
    queryKey: ['statistics', 'bottlenecks', query],
    queryFn: ({ signal }) => request<BottleneckAnalysis>('GET', '/v1/analysis/bottlenecks', { query, signal }),
    placeholderData: keepPreviousData,
    enabled: useReady(),
  });
}
