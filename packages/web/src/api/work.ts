import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { MineCounts, WorkList } from './answers.ts';
import { type Query, request } from './client.ts';

/** The filters of the queue and a place in it, as the API names them. */
export interface WorkListQuery {
  readonly scope?: string | undefined;
  readonly kind?: string | undefined;
  readonly region?: string | undefined;
  readonly overdue?: string | undefined;
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
  /** Of when, and as known when; now without them. */
  readonly asOf?: string | undefined;
  readonly knownAt?: string | undefined;
}

/** What needs the person, one page of it. */
export function useWork(filters: WorkListQuery) {
  const query: Query = { ...filters };
  return useQuery({
    queryKey: ['work', query],
    queryFn: ({ signal }) => request<WorkList>('GET', '/v1/work', { query, signal }),
    placeholderData: keepPreviousData,
    // Days pass without anything being recorded.
    refetchInterval: 5 * 60_000,
  });
}

/** The regions that have a mine now, by code. */
export function useRegionsNow({ enabled }: { readonly enabled: boolean }) {
  return useQuery({
    queryKey: ['mines', 'counts', 'now'],
    queryFn: ({ signal }) => request<MineCounts>('GET', '/v1/mine-counts', { signal }),
    select: ({ byRegion }) => Object.keys(byRegion).sort(),
    enabled,
  });
}
