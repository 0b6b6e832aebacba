import { useQuery } from '@tanstack/react-query';
import type { System } from './answers.ts';
import { request } from './client.ts';

/** What the server says about itself; asked once a page. */
export function useSystem() {
  return useQuery({
    queryKey: ['system'],
    queryFn: ({ signal }) => request<System>('GET', '/v1/system', { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
