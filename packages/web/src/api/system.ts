import { queryOptions, useQuery } from '@tanstack/react-query';
import type { System } from './answers.ts';
import { request } from './client.ts';

/** The question what the server says about itself; asked once a page. */
export const systemQuery = queryOptions({
  queryKey: ['system'],
  queryFn: ({ signal }) => request<System>('GET', '/v1/system', { signal }),
  staleTime: Number.POSITIVE_INFINITY,
});

/** What the server says about itself. */
export function useSystem() {
  return useQuery(systemQuery);
}
