import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ChangesAnswer } from './answers.ts';
import { type Query, request } from './client.ts';
import { useReady } from './queries.ts';

/** Which mines changed how between two instants, one page of them. */
export function useChanges(query: Query) {
  return useQuery({
    queryKey: ['mines', 'changes', query],
    queryFn: ({ signal }) => request<ChangesAnswer>('GET', '/v1/changes', { query, signal }),
    placeholderData: keepPreviousData,
    enabled: useReady(),
  });
}
