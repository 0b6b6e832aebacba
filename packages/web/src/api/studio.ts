import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useAsOf } from '../as-of/use-as-of.ts';
import type { StatisticsAnswer, SurvivalAnalysis } from './answers.ts';
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
